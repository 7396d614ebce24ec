import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import type { Address } from '../../../src/shared/address'
import { newestFirst } from '../../../src/shared/addressView'
import {
  aWrite,
  type DirectStore,
  databaseIn,
  done,
  ended,
  NOON,
  storeWithAccount,
  TIMEOUT,
} from './testStore'

const NAMES = ['one', 'two', 'three', 'four']
const email = (name: string): string => `${name}.address@ig.do`
const name = fc.constantFrom(...NAMES)
const label = fc.constantFrom('Shop', 'work', 'Äpfel')
const text = fc.constantFrom('', ' ', 'Crème brûlée', 'STRASSE 9', '"quoted" 100%', 'x'.repeat(60))
const month = fc.integer({ min: 0, max: 5 }).map((count) => NOON - count * 31 * 86_400_000)

type Step = (given: ReturnType<typeof storeWithAccount>, ids: string[]) => void
const some = (ids: readonly string[], pick: number): string => ids[pick % Math.max(ids.length, 1)] ?? 'none'

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ name, note: text, at: month }).map<Step>(({ name, note, at }) => ({ store, account }, ids) => {
    const write = aWrite(account.id, {
      email: email(name),
      note,
      plannedAt: at,
      tag: note === '' ? null : 'Tag',
    })
    ids.push(store.write('journal.plan', write).row.id)
  }),
  fc
    .record({ pick: fc.nat(), isDone: fc.boolean(), isDoubtful: fc.boolean(), at: month })
    .map<Step>(({ pick, isDone, isDoubtful, at }) => ({ store }, ids) => {
      const id = some(ids, pick)
      if (!store.read('journal.get', id)) return
      store.write('journal.startSending', { id, at })
      const settlement = isDone
        ? done({ createdAt: at })
        : ended(isDoubtful ? 'unconfirmed' : 'refused', TIMEOUT)
      store.write('journal.settle', { id, settlement })
    }),
  fc.record({ pick: fc.nat(), note: text }).map<Step>(({ pick, note }) => ({ store }, ids) => {
    store.write('addresses.setNote', { id: some(ids, pick), note })
  }),
  fc
    .record({ picks: fc.array(fc.nat(), { maxLength: 3 }), add: fc.array(label), remove: fc.array(label) })
    .map<Step>(({ picks, add, remove }) => ({ store }, ids) => {
      store.write('addresses.label', { ids: picks.map((pick) => some(ids, pick)), add, remove })
    }),
  fc.record({ from: label, to: label }).map<Step>((change) => ({ store }) => {
    store.write('addresses.renameLabel', change)
  }),
  fc
    .record({ pick: fc.nat(), isHidden: fc.boolean() })
    .map<Step>(({ pick, isHidden }) => ({ store }, ids) => {
      store.write('addresses.hide', { ids: [some(ids, pick)], isHidden, at: NOON })
    }),
  fc.record({ name, at: month }).map<Step>(({ name, at }) => ({ store, account }) => {
    const rows = [{ serviceId: 's', email: email(name), tag: 'Listed', createdAt: at }]
    store.write('addresses.mergeListed', { accountId: account.id, at: NOON, rows })
  }),
  fc
    .record({ name, labels: fc.array(label), isNobodys: fc.boolean(), note: text })
    .map<Step>(({ name, labels, isNobodys, note }) => ({ store, account }) => {
      const accountId = isNobodys ? null : account.id
      const row = { accountId, email: email(name), note, labels, tag: null, at: NOON, hiddenAt: null }
      store.write('import.merge', [row])
    }),
  fc.constant<Step>(({ store }) => {
    store.write('addresses.undo')
  }),
)

/** What a list is made of, told by each address itself. */
const derived = (store: DirectStore, ids: Iterable<string>): Map<string, Address> => {
  const found = new Map<string, Address>()
  for (const id of ids) {
    const address = store.read('addresses.get', id)
    if (address) found.set(address.id, address)
  }
  return found
}

const localMonth = (at: number): string =>
  `${new Date(at).getFullYear()}-${String(new Date(at).getMonth() + 1).padStart(2, '0')}`

const folded = (given: string): string =>
  given.toUpperCase().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

describe('the index of addresses', () => {
  it('is, after whatever was written, what it would be if it were made anew', { timeout: 600_000 }, () => {
    const given = storeWithAccount()
    const { store } = given
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    const holds = fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      sql.exec('DELETE FROM addresses; DELETE FROM journal; DELETE FROM address_labels; DELETE FROM undo_log')
      const ids: string[] = []
      for (const one of steps) one(given, ids)
      // Also what somebody else wrote is in it after the next write.
      store.write('settings.update', {})

      const all = sql.prepare('SELECT id FROM addresses UNION SELECT id FROM journal').all()
      const expected = derived(
        store,
        all.map((row) => String(row.id)),
      )
      const index = sql
        .prepare('SELECT x.*, t.text FROM address_index AS x JOIN address_text AS t USING (place)')
        .all()
      expect(index.map((row) => String(row.id)).sort()).toEqual([...expected.keys()].sort())
      for (const row of index) {
        const address = expected.get(String(row.id))
        if (!address) throw new Error('not listed')
        expect(row).toMatchObject({
          account_id: address.accountId,
          email: address.email,
          at: address.at,
          month: localMonth(address.at),
          state: address.state,
          is_hidden: address.hiddenAt === null ? 0 : 1,
          tag: address.tag === null ? null : folded(address.tag),
          label: address.labels[0] === undefined ? null : folded(address.labels[0]),
        })
        expect(row.note === null).toBe(address.note.trim() === '')
        for (const part of [address.email, address.note, ...address.labels, address.tag ?? ''])
          expect(row.text).toContain(folded(part))
      }
      // FTS5 compares what it has indexed with the text itself, and throws where they differ.
      sql.exec("INSERT INTO address_search (address_search, rank) VALUES ('integrity-check', 1)")
      const view = { ...newestFirst, hidden: 'shown' } as const
      expect(store.read('addresses.list', { view, offset: 0, limit: 500 }).total).toBe(expected.size)
      expect(sql.prepare('SELECT count(*) AS n FROM address_dirty').get()).toEqual({ n: 0 })
    })
    fc.assert(holds, { numRuns: process.env.MAILROOM_LONG === '1' ? 2_000 : 100 })
    sql.close()
  })
})

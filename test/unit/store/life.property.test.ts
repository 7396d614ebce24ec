import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalRow, Settlement } from '../../../src/main/store/rows'
import { connect } from '../../../src/main/store/sql'
import type { AppError } from '../../../src/shared/errors'
import {
  aWrite,
  databaseIn,
  done,
  ended,
  firstRows,
  NO_CONNECTION,
  NOON,
  REJECTED,
  storeWithAccount,
  TIMEOUT,
  TOO_MANY,
} from './testStore'

const EMAILS = ['one.one@ig.do', 'two.two@ig.do', 'ONE.one@ig.do']
const problem = fc.constantFrom<AppError>(TIMEOUT, NO_CONNECTION, TOO_MANY, REJECTED, {
  kind: 'conflict',
  email: 'one.one@ig.do',
})
const settlement: fc.Arbitrary<Settlement> = fc.oneof(
  fc
    .record({ evidence: fc.constantFrom('answer', 'list', 'second-sending', 'user'), createdAt: fc.nat(9) })
    .map(({ evidence, createdAt }) => done({ evidence, createdAt: NOON + createdAt })),
  fc
    .record({ state: fc.constantFrom('refused', 'dropped', 'unconfirmed'), problem })
    .map((end) => ended(end.state, end.problem)),
)

const which = fc.nat(5)
const step = fc.oneof(
  fc.record({ do: fc.constant('plan'), email: fc.constantFrom(...EMAILS), request: fc.nat(7) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send'), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle'), which, settlement }) },
  fc.record({ do: fc.constant('rename'), which, email: fc.constantFrom(...EMAILS) }),
  fc.record({ do: fc.constant('recover') }),
  fc.record({ do: fc.constant('replace-key') }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the life of a row allows, written from the words of ARCHITECTURE.md and not from the code. */
const isAllowed = (before: JournalRow, after: JournalRow): boolean => {
  const move = `${before.state} → ${after.state}`
  if (before.state === after.state) return true
  if (before.state === 'done') return false
  if (after.state === 'done') return move === 'sending → done' || move === 'unconfirmed → done'
  if (after.state === 'sending') return !(before.mayBeHeld && before.state !== 'unconfirmed')
  if (after.state === 'unconfirmed') return before.state === 'sending'
  if (after.state === 'planned')
    return !before.mayBeHeld && after.takenNames.length === before.takenNames.length + 1
  return move !== 'planned → refused' && !(before.state === 'sending' && before.mayBeHeld)
}

type Given = ReturnType<typeof storeWithAccount>

const live = ({ store, account, settle }: Given, steps: readonly Step[]): void => {
  const ids: string[] = []
  const apply = (one: Step): void => {
    if (one.do === 'plan') {
      const requestId = `request-${one.request}`
      const { row, isNew } = store.write('journal.plan', aWrite(account.id, { email: one.email, requestId }))
      expect(isNew).toBe(!ids.includes(row.id))
      if (isNew) ids.push(row.id)
      return
    }
    if (one.do === 'recover') return void store.write('journal.recoverInterrupted', NOON)
    if (one.do === 'replace-key') {
      const keyGeneration = (store.read('accounts.get', account.id)?.keyGeneration ?? 0) + 1
      return void store.write('accounts.update', { id: account.id, patch: { keyGeneration } })
    }
    const id = ids[one.which % Math.max(ids.length, 1)]
    if (id === undefined) return
    if (one.do === 'send') store.write('journal.startSending', { id, at: NOON })
    if (one.do === 'settle') settle({ id }, one.settlement)
    if (one.do === 'rename') store.write('journal.rename', { id, email: one.email, drawnBits: 40 })
  }

  const rowsNow = (): JournalRow[] =>
    ids.map((id) => {
      const row = store.read('journal.get', id)
      if (!row) throw new Error('a row of the journal is gone')
      return row
    })

  for (const one of steps) {
    const before = new Map(rowsNow().map((row) => [row.id, row]))
    apply(one)
    const listed = store.read('addresses.list', firstRows({}, 500)).rows
    const created = listed.filter((row) => row.state === 'created').map((row) => row.email.toLowerCase())
    expect(new Set(created).size).toBe(created.length)

    for (const row of rowsNow()) {
      const was = before.get(row.id)
      if (was) expect([was.state, row.state, isAllowed(was, row)]).toEqual([was.state, row.state, true])
      if (was?.state === 'done') expect(row).toEqual(was)
      if (row.state === 'done') {
        expect(created).toContain(row.email?.toLowerCase())
        expect(store.read('addresses.get', row.id)?.state).toBe('created')
      }
      if (row.state === 'unconfirmed' || row.state === 'sending') {
        expect(listed).toContainEqual(expect.objectContaining({ id: row.id, state: row.state }))
      }
      if (row.state === 'sending' && was?.state !== 'sending' && was?.mayBeHeld) {
        expect(row.keyGeneration).toBe(was.keyGeneration)
      }
    }
    const doneEmails = rowsNow()
      .filter((row) => row.state === 'done')
      .map((row) => row.email?.toLowerCase())
    expect(new Set(created)).toEqual(new Set(doneEmails))
  }
}

describe('whatever happens, in whatever order', () => {
  it('no address is listed as created twice, none without a row that is done, and no row that is done is lost', {
    timeout: 600_000,
  }, () => {
    const numRuns = process.env.MAILROOM_LONG === '1' ? 2_000 : 200
    const given = storeWithAccount()
    const sql = connect(databaseIn(given.store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    const alive = fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      sql.exec('DELETE FROM addresses; DELETE FROM journal; UPDATE accounts SET key_generation = 1')
      live(given, steps)
    })
    fc.assert(alive, { numRuns })
    sql.close()
  })
})

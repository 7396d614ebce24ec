import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import type { MailboxFacts } from '../../../src/shared/litemail/facts'
import { type MailboxView, mailboxColumn } from '../../../src/shared/mailbox'
import { aLitemailAccount, aPart, mailboxFacts, workspaceFacts } from './fleetRows'
import { countFacets, inOrder, isShown, namedCounts } from './naiveFleet'
import { type DirectStore, databaseIn, NOON, openDirectly } from './testStore'

const WORKSPACES = ['', 'w1', 'w2', 'w3'] as const
const DOMAINS = ['acme.example', 'äpfel.example', 'b.example', null] as const
const STATUSES = ['ACTIVE', 'IN_PROGRESS', 'active', '', null] as const
const TAGS = ['client', 'Äpfel', 'warm up', 'x'] as const
const NOTES = ['', ' ', 'Crème brûlée', 'STRASSE 9', '100% "quoted"'] as const

const moment = fc.option(
  fc.integer({ min: -3 * 24, max: 40 * 24 }).map((hours) => NOON + hours * 3_600_000),
  { nil: null },
)
const facts: fc.Arbitrary<MailboxFacts> = fc
  .record({
    number: fc.integer({ min: 1, max: 40 }),
    firstName: fc.constantFrom('Ada', 'Émile', null),
    lastName: fc.constantFrom('Long', '', null),
    domain: fc.constantFrom(...DOMAINS),
    status: fc.constantFrom(...STATUSES),
    tags: fc.option(fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }), { nil: null }),
    assignedAt: moment,
    renewsAt: moment,
  })
  .map(({ number, ...told }) =>
    mailboxFacts(`m${number}`, { ...told, email: `Name.${number % 7}@${told.domain ?? 'none.example'}` }),
  )

interface Fleet {
  readonly store: DirectStore
  readonly accounts: readonly string[]
  now: number
}
type Step = (fleet: Fleet) => void

const account = fc.integer({ min: 0, max: 1 })
const workspace = fc.constantFrom(...WORKSPACES)
const id = fc.integer({ min: 1, max: 80 }).map(String)
const accountIn = (fleet: Fleet, which: number): string => fleet.accounts[which] ?? ''

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ account, workspace, rows: fc.array(facts, { maxLength: 25 }), isWhole: fc.boolean() })
    .map<Step>(({ account, workspace, rows, isWhole }) => (fleet) => {
      fleet.now += 1_000
      const pass = fleet.store.write('fleet.nextPass')
      const at = fleet.now
      const key = { accountId: accountIn(fleet, account), noun: 'mailboxes', workspaceId: workspace } as const
      const part = aPart(key, { at })
      fleet.store.write('fleet.take', { part, taken: { noun: 'mailboxes', rows }, pass, at })
      if (isWhole) fleet.store.write('fleet.endWhole', { part: { ...part, wholeAt: at }, pass, at })
    }),
  fc.record({ id, note: fc.constantFrom(...NOTES) }).map<Step>((change) => ({ store }) => {
    store.write('mailboxes.setNote', change)
  }),
  fc
    .record({ account, number: fc.integer({ min: 1, max: 40 }) })
    .map<Step>(({ account, number }) => (fleet) => {
      const accountId = accountIn(fleet, account)
      fleet.store.write('fleet.markGone', {
        accountId,
        noun: 'mailboxes',
        serviceId: `m${number}`,
        at: fleet.now,
      })
    }),
)

const view = (accounts: readonly string[]): fc.Arbitrary<MailboxView> =>
  fc.record({
    search: fc.constantFrom(
      '',
      '',
      'name',
      'NAME.3',
      'a',
      'äp',
      'ada long',
      'strasse',
      'brulee warm',
      '%',
      '"',
      '3@',
    ),
    workspaces: fc.uniqueArray(
      fc.record({
        accountId: fc.constantFrom(...accounts),
        workspaceId: fc.constantFrom(...WORKSPACES, 'w9'),
      }),
      { maxLength: 2, selector: ({ accountId, workspaceId }) => `${accountId} ${workspaceId}` },
    ),
    domains: fc.uniqueArray(fc.constantFrom(...DOMAINS, 'never.example'), { maxLength: 2 }),
    statuses: fc.uniqueArray(fc.constantFrom(...STATUSES, 'never'), { maxLength: 2 }),
    tags: fc.uniqueArray(fc.constantFrom(...TAGS, 'never'), { maxLength: 2 }),
    renewsWithin: fc.constantFrom(null, null, 7 as const, 30 as const),
    isUnseen: fc.constantFrom(false, false, false, true),
    sort: fc.record({ by: fc.constantFrom(...mailboxColumn.options), isDescending: fc.boolean() }),
  })

const EVERY_ID = Array.from({ length: 2_000 }, (_, index) => String(index + 1))

const aFleet = (): Fleet => {
  const store = openDirectly()
  const accounts = [1, 2].map((number) => {
    const { id } = store.write('litemail.insertAccount', aLitemailAccount({ userId: `user-${number}` }))
    const part = aPart({ accountId: id, noun: 'workspaces', workspaceId: '' }, { at: NOON })
    const rows = [
      workspaceFacts('w1', { name: 'Älpha' }),
      workspaceFacts('w2', { name: 'beta' }),
      workspaceFacts('w3', { name: number === 1 ? 'Beta' : null }),
    ]
    store.write('fleet.take', { part, taken: { noun: 'workspaces', rows }, pass: 1, at: NOON })
    return id
  })
  return { store, accounts, now: NOON }
}

describe('a list of mailboxes', () => {
  it('shows, counts and orders what looking at each mailbox does', { timeout: 600_000 }, () => {
    const fleet = aFleet()
    const { store } = fleet
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    const holds = fc.property(
      fc.array(step, { maxLength: 4 }),
      fc.array(view(fleet.accounts), { minLength: 1, maxLength: 6 }),
      (steps, views) => {
        for (const one of steps) one(fleet)
        const all = store.read('mailboxes.several', EVERY_ID)
        // Days are counted from another hour than that of a reading.
        const now = NOON + 3 * 3_600_000
        for (const view of views) {
          const expected = inOrder(
            all.filter((row) => isShown(row, view, now)),
            view.sort,
          )
          const page = { view, now, offset: 0, limit: 500 }
          expect(store.read('mailboxes.list', page)).toEqual({ rows: expected, total: expected.length })
          expect(store.read('mailboxes.list', { ...page, offset: 3, limit: 4 })).toEqual({
            rows: expected.slice(3, 7),
            total: expected.length,
          })
          expect(store.read('mailboxes.ids', { view, now })).toEqual(expected.map((row) => row.id))
          expect(namedCounts(store.read('mailboxes.facets', { view, now }))).toEqual(
            countFacets(all, view, now),
          )
          for (const row of all.slice(0, 5)) {
            const index = expected.findIndex(({ id }) => id === row.id)
            const place = store.read('mailboxes.place', { view, id: row.id, now })
            expect(place).toBe(index < 0 ? null : index)
          }
        }
        expect(sql.prepare('SELECT count(*) AS n FROM mailbox_index').get()).toEqual({ n: all.length })
        expect(sql.prepare('SELECT count(*) AS n FROM mailbox_dirty').get()).toEqual({ n: 0 })
        // FTS5 compares what it has indexed with the text itself, and throws where they differ.
        sql.exec("INSERT INTO mailbox_search (mailbox_search, rank) VALUES ('integrity-check', 1)")
      },
    )
    fc.assert(holds, { numRuns: process.env.MAILROOM_LONG === '1' ? 2_000 : 60 })
    sql.close()
    expect(store.read('mailboxes.several', EVERY_ID).length).toBeGreaterThan(0)
  })
})

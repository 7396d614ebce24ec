import { describe, expect, it } from 'vitest'
import {
  anAccount,
  aWrite,
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

describe('planning', () => {
  it('writes a press down as it was given', () => {
    const { store, account } = storeWithAccount()
    const write = aWrite(account.id, { tag: 'shop', note: 'for the shop', via: 'command' })

    const planned = store.write('journal.plan', write)

    expect(planned.isNew).toBe(true)
    expect(planned.row).toEqual({
      ...write,
      kind: 'address.create',
      batchId: null,
      batchPlace: null,
      state: 'planned',
      sentAt: null,
      settledAt: null,
      sends: 0,
      mayBeHeld: false,
      takenNames: [],
      evidence: null,
      problem: null,
      isRestored: false,
    })
    expect(store.read('journal.get', write.id)).toEqual(planned.row)
  })

  it('makes one row of a press, however often it arrives', () => {
    const { store, account } = storeWithAccount()
    const write = aWrite(account.id)
    const first = store.write('journal.plan', write)

    const again = store.write('journal.plan', aWrite(account.id, { requestId: write.requestId }))

    expect(again).toEqual({ row: first.row, isNew: false })
    expect(store.read('journal.byRequestId', write.requestId)).toEqual(first.row)
    expect(store.read('activity.list', { offset: 0, limit: 10 }).total).toBe(1)
  })

  it('knows nothing of a press that never arrived', () => {
    const { store } = storeWithAccount()
    expect(store.read('journal.byRequestId', 'never')).toBeNull()
    expect(store.read('journal.get', 'never')).toBeNull()
  })

  it('keeps a press that could not be planned, with its reason', () => {
    const { store } = storeWithAccount()
    const write = aWrite(null, { email: null })

    const row = store.write('journal.dropNew', { write, at: NOON + 5, problem: { kind: 'no-account' } })

    expect(row).toMatchObject({ state: 'dropped', settledAt: NOON + 5, problem: { kind: 'no-account' } })
    expect(store.read('addresses.list', firstRows())).toMatchObject({ rows: [], total: 0 })
  })

  it('does not drop a press that is under way already', () => {
    const { store, plan } = storeWithAccount()
    const row = plan()

    const write = { ...aWrite(row.accountId), requestId: row.requestId }
    const again = store.write('journal.dropNew', { write, at: NOON, problem: { kind: 'no-account' } })

    expect(again).toEqual(row)
  })

  it('does not plan for an account that is not there', () => {
    const { store } = storeWithAccount()
    expect(store.tryWrite('journal.plan', aWrite(anAccount().id))).toMatchObject({
      ok: false,
      problem: 'failed',
    })
  })
})

describe('settling', () => {
  it('leaves a row that was never sent planned, unless it is dropped', () => {
    const { plan, settle } = storeWithAccount()
    const row = plan()
    expect(settle(row, done())).toEqual(row)
    expect(settle(row, ended('refused', REJECTED))).toEqual(row)
    expect(settle(row, ended('unconfirmed', TIMEOUT))).toEqual(row)
    expect(settle(row, ended('dropped', NO_CONNECTION))).toMatchObject({
      state: 'dropped',
      problem: NO_CONNECTION,
    })
  })

  it.each([
    ['refused', REJECTED],
    ['dropped', NO_CONNECTION],
  ] as const)('ends a first sending that was %s', (state, problem) => {
    const { plan, send, settle } = storeWithAccount()
    expect(settle(send(plan()), ended(state, problem))).toMatchObject({
      state,
      problem,
      settledAt: NOON + 2_000,
      mayBeHeld: false,
    })
  })

  it.each([
    ['refused', REJECTED],
    ['refused', TOO_MANY],
    ['dropped', NO_CONNECTION],
  ] as const)('leaves unconfirmed what a second sending, %s, tells nothing about', (state, problem) => {
    const { plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    expect(settle(send(row), ended(state, problem))).toMatchObject({ state: 'unconfirmed', problem })
  })

  it('keeps the first end of a row that has ended', () => {
    const { plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), ended('refused', REJECTED))
    expect(settle(row, done())).toEqual(row)
    expect(settle(row, ended('unconfirmed', TIMEOUT))).toEqual(row)
  })

  it('never makes anything else of a row that is done', () => {
    const { plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done({ evidence: 'list' }))
    expect(row).toMatchObject({ state: 'done', evidence: 'list', problem: null })
    for (const state of ['refused', 'dropped', 'unconfirmed'] as const) {
      expect(settle(row, ended(state, TIMEOUT))).toEqual(row)
    }
    expect(settle(row, done({ evidence: 'user', at: NOON + 9_000 }))).toEqual(row)
  })
})

describe('drawing a name anew', () => {
  it('plans the row again under the new name and remembers the taken one', () => {
    const { store, plan, send } = storeWithAccount()
    const row = send(plan({ email: 'first@ig.do' }))

    const renamed = store.write('journal.rename', { id: row.id, email: 'second@ig.do', drawnBits: 40 })

    expect(renamed).toMatchObject({
      isRenamed: true,
      row: { state: 'planned', email: 'second@ig.do', takenNames: ['first@ig.do'], drawnBits: 40, sends: 0 },
    })
  })

  it('also follows a conflict that was written down already', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(
      send(plan({ email: 'a.a.a@ig.do' })),
      ended('refused', { kind: 'conflict', email: 'a.a.a@ig.do' }),
    )
    const renamed = store.write('journal.rename', { id: row.id, email: 'b.b.b@ig.do', drawnBits: 40 })
    expect(renamed).toMatchObject({ isRenamed: true, row: { state: 'planned', problem: null } })
  })

  it('does nothing to a name that the service may hold for us', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = send(settle(send(plan()), ended('unconfirmed', TIMEOUT)))
    expect(store.write('journal.rename', { id: row.id, email: 'x.x.x@ig.do', drawnBits: 40 })).toEqual({
      isRenamed: false,
      row,
    })
  })

  it('does nothing to a row that is not in conflict', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const rows = [plan(), settle(send(plan()), done()), settle(send(plan()), ended('refused', REJECTED))]
    for (const row of rows) {
      expect(store.write('journal.rename', { id: row.id, email: 'x.x.x@ig.do', drawnBits: 40 })).toEqual({
        isRenamed: false,
        row,
      })
    }
  })
})

describe('Activity', () => {
  it('shows every press, newest first, with the name of its account', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const older = settle(send(plan({ plannedAt: NOON })), done())
    const write = aWrite(null, { plannedAt: NOON + 1, email: null })
    store.write('journal.dropNew', { write, at: NOON + 1, problem: { kind: 'no-account' } })

    const { rows, total } = store.read('activity.list', { offset: 0, limit: 10 })

    expect(total).toBe(2)
    expect(rows).toEqual([
      expect.objectContaining({ id: write.id, accountName: null, state: 'dropped' }),
      expect.objectContaining({ id: older.id, accountName: account.name, state: 'done', sends: 1 }),
    ])
  })

  it('comes page by page, each row once', () => {
    const { store, plan } = storeWithAccount()
    const ids = Array.from({ length: 25 }, (_, n) => plan({ plannedAt: NOON + Math.floor(n / 3) }).id)
    const seen: string[] = []
    for (let offset = 0; offset < 28; offset += 4) {
      seen.push(...store.read('activity.list', { offset, limit: 4 }).rows.map((row) => row.id))
    }
    expect(seen).toHaveLength(25)
    expect(new Set(seen)).toEqual(new Set(ids))
  })
})

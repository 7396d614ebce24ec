import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import {
  anAccount,
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

const restore = (folder: string, id: string): void => {
  const sql = connect(databaseIn(folder), { isReadOnly: false, busyTimeoutMs: 100 })
  sql.prepare('UPDATE journal SET is_restored = 1 WHERE id = ?').run(id)
  sql.close()
}

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

describe('starting to send', () => {
  it('says that the service may act from then on', () => {
    const { store, plan } = storeWithAccount()
    const start = store.write('journal.startSending', { id: plan().id, at: NOON + 7 })
    expect(start).toMatchObject({ started: true, row: { state: 'sending', sends: 1, sentAt: NOON + 7 } })
  })

  it('happens once: the same row is not started again while it is under way', () => {
    const { store, plan, send } = storeWithAccount()
    const row = send(plan())
    const again = store.write('journal.startSending', { id: row.id, at: NOON + 9 })
    expect(again).toEqual({ started: false, row, why: 'state' })
  })

  it.each([
    ['dropped', NO_CONNECTION],
    ['refused', TOO_MANY],
  ] as const)('goes again after a first sending that was %s without effect', (state, problem) => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), ended(state, problem))

    const again = store.write('journal.startSending', { id: row.id, at: NOON + 9 })

    const expected = { state: 'sending', sends: 2, problem: null, settledAt: null, mayBeHeld: false }
    expect(again).toMatchObject({ started: true, row: expected })
  })

  it('never goes again after a refusal that is final', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), ended('refused', REJECTED))
    expect(store.write('journal.startSending', { id: row.id, at: NOON })).toEqual({
      started: false,
      row,
      why: 'state',
    })
  })

  it('never goes again when it is done', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done())
    expect(store.write('journal.startSending', { id: row.id, at: NOON })).toMatchObject({ why: 'state', row })
  })

  it('goes a second time from unconfirmed, and keeps that the service may hold it', () => {
    const { plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    expect(send(row)).toMatchObject({ state: 'sending', sends: 2, mayBeHeld: true })
  })

  it('never goes again once somebody gave up an unconfirmed row', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(settle(send(plan()), ended('unconfirmed', TIMEOUT)), ended('dropped', NO_CONNECTION))
    expect(row.state).toBe('dropped')
    expect(store.write('journal.startSending', { id: row.id, at: NOON })).toMatchObject({ why: 'state' })
  })

  it('never goes once its user gave it up before it was sent', () => {
    const { store, plan, settle } = storeWithAccount()
    const row = settle(plan(), ended('dropped', { kind: 'given-up' }))
    expect(store.write('journal.startSending', { id: row.id, at: NOON })).toEqual({
      started: false,
      row,
      why: 'state',
    })
  })

  it('never sends what came from a backup', () => {
    const { store, plan } = storeWithAccount()
    const row = plan()
    restore(store.folder, row.id)
    expect(store.write('journal.startSending', { id: row.id, at: NOON })).toMatchObject({
      started: false,
      why: 'restored',
      row: { state: 'planned' },
    })
  })

  it('never sends a row that has no account or no address', () => {
    const { store } = storeWithAccount()
    const write = aWrite(null)
    store.write('journal.dropNew', { write, at: NOON, problem: { kind: 'no-account' } })
    expect(store.write('journal.startSending', { id: write.id, at: NOON })).toMatchObject({
      why: 'incomplete',
    })
  })

  it('never sends for an account that was removed', () => {
    const { store, account, plan } = storeWithAccount()
    const row = plan()
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(store.write('journal.startSending', { id: row.id, at: NOON })).toMatchObject({
      why: 'account-removed',
    })
  })

  it('never sends a second time with another key', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    store.write('accounts.update', { id: account.id, patch: { keyGeneration: 2 } })

    for (const keyGeneration of [undefined, 1, 2]) {
      expect(store.write('journal.startSending', { id: row.id, at: NOON, keyGeneration })).toMatchObject({
        started: false,
        why: 'key-replaced',
        row: { state: 'unconfirmed' },
      })
    }
  })

  it('sends what never left with the new key, where it is told so', () => {
    const { store, account, plan } = storeWithAccount()
    const row = plan()
    store.write('accounts.update', { id: account.id, patch: { keyGeneration: 2 } })

    const untold = store.write('journal.startSending', { id: row.id, at: NOON })
    const told = store.write('journal.startSending', { id: row.id, at: NOON, keyGeneration: 2 })

    expect(untold).toMatchObject({ started: false, why: 'key-replaced' })
    expect(told).toMatchObject({ started: true, row: { keyGeneration: 2 } })
  })

  it('takes a row that is not there for a fault', () => {
    const { store } = storeWithAccount()
    expect(store.tryWrite('journal.startSending', { id: 'no', at: NOON })).toMatchObject({ ok: false })
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

describe('after an end in the middle', () => {
  it('says of what was under way that the service may hold it, and leaves the rest', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const planned = plan()
    const sending = send(plan())
    const settled = settle(send(plan()), done())

    const recovered = store.write('journal.recoverInterrupted', NOON + 60_000)

    expect(recovered).toEqual([
      {
        ...sending,
        state: 'unconfirmed',
        mayBeHeld: true,
        settledAt: NOON + 60_000,
        problem: { kind: 'interrupted' },
      },
    ])
    expect(store.read('journal.get', planned.id)).toEqual(planned)
    expect(store.read('journal.get', settled.id)).toEqual(settled)
    expect(store.write('journal.recoverInterrupted', NOON + 70_000)).toEqual([])
  })

  it('lists what has not ended, oldest first, for one account or all, without backups', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const other = store.write('accounts.insert', anAccount())
    const second = send(plan({ plannedAt: NOON + 2 }))
    const first = settle(send(plan({ plannedAt: NOON + 1 })), ended('unconfirmed', TIMEOUT))
    settle(send(plan()), done())
    settle(send(plan()), ended('refused', REJECTED))
    const third = store.write('journal.plan', aWrite(other.id, { plannedAt: NOON + 3 })).row
    restore(store.folder, plan().id)

    expect(store.read('journal.unsettled', {})).toEqual([first, second, third])
    expect(store.read('journal.unsettled', { accountId: other.id })).toEqual([third])
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

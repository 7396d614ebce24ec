import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import {
  anAccount,
  aWrite,
  databaseIn,
  done,
  ended,
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

import { describe, expect, it } from 'vitest'
import { tableMap } from '../../../src/main/rules/apiMap'
import type { NewJob } from '../../../src/main/store/jobPlanning'
import { operationOf } from '../../../src/shared/litemail/operations'
import { storeWithFleet } from './fleetStore'
import { aJob, jobRows } from './jobRows'
import { NOON, REJECTED, TIMEOUT, TOO_MANY } from './testStore'

const MINUTE = 60_000
const KEY = 1

/** A store with a plan that its user has confirmed. */
function begun(given: Partial<NewJob> = {}) {
  const { store, account, query } = storeWithFleet()
  const { job } = store.write('jobs.plan', aJob(account, given))
  store.write('jobs.begin', { id: job.id, at: NOON })
  const start = (request: number) =>
    store.write('jobs.startSending', {
      ...{ jobId: job.id, request, at: NOON + 1_000 },
      keyGeneration: account.keyGeneration,
    })
  const rows = () => store.read('jobs.rows', { jobId: job.id, offset: 0, limit: 100 })
  const states = () => rows().map(({ state }) => state)
  return { store, account, query, job, start, rows, states }
}

describe('a plan', () => {
  it('is kept with all its rows, in their order', () => {
    const { store, account } = storeWithFleet()
    const plan = aJob(account)
    const { job, isNew } = store.write('jobs.plan', plan)
    expect(isNew).toBe(true)
    const { rows, ...facts } = plan
    expect(job).toEqual({ ...facts, begunAt: null, rest: null, isRestored: false, hasUnwrittenInputs: false })
    expect(store.read('jobs.rows', { jobId: job.id, offset: 0, limit: 100 })).toEqual(
      rows.map((row, number) => ({
        ...{ ...row, jobId: job.id, number, state: 'planned' },
        ...{ sentAt: null, settledAt: null, evidence: null, problem: null, confirmedAt: null },
      })),
    )
    expect(store.read('jobs.counts', job.id)).toMatchObject({ planned: rows.length, sending: 0 })
  })

  it('is one of a press, however often that arrives', () => {
    const { store, account } = storeWithFleet()
    const first = store.write('jobs.plan', aJob(account, { requestId: 'press' })).job
    expect(store.write('jobs.plan', aJob(account, { requestId: 'press' }))).toEqual({
      job: first,
      isNew: false,
    })
  })

  it('is no job: nothing of it is open, and nothing of it can be sent', () => {
    const { store, account } = storeWithFleet()
    const { job } = store.write('jobs.plan', aJob(account))
    expect(store.read('jobs.open')).toEqual([])
    const about = { jobId: job.id, request: 0, at: NOON, keyGeneration: account.keyGeneration }
    expect(store.write('jobs.startSending', about)).toEqual({ started: false, why: 'unknown' })
  })

  it('is begun once', () => {
    const { store, job } = begun()
    expect(store.write('jobs.begin', { id: job.id, at: NOON + 1 })).toEqual({ begun: false, why: 'used' })
    expect(store.read('jobs.open').map(({ id }) => id)).toEqual([job.id])
  })

  it.each([
    ['ten minutes later', 10 * MINUTE, true],
    ['more than ten minutes later', 10 * MINUTE + 1, false],
    ['before it was made', -1, false],
  ] as const)('can be begun %s: %#', (_, after, isBegun) => {
    const { store, account } = storeWithFleet()
    const { job } = store.write('jobs.plan', aJob(account))
    const start = store.write('jobs.begin', { id: job.id, at: NOON + after })
    expect(start).toMatchObject(isBegun ? { begun: true } : { begun: false, why: 'lapsed' })
  })

  it('is not begun where key, path or account are not those that were shown', () => {
    const { store, account } = storeWithFleet()
    const { job } = store.write('jobs.plan', aJob(account))
    const at = NOON + 1
    const start = () => store.write('jobs.begin', { id: job.id, at })
    const map = { ...tableMap(operationOf('mailboxes.update')), path: '/inboxes/{id}' }
    const change = { operation: 'mailboxes.update', map }
    store.write('apiMaps.take', { accountId: account.id, changes: [change], source: 'hand', at })
    expect(start()).toEqual({ begun: false, why: 'path-changed' })
    store.write('apiMaps.undo', { accountId: account.id, operation: 'mailboxes.update' })
    store.write('litemail.updateAccount', {
      id: account.id,
      patch: { keyGeneration: account.keyGeneration + 1 },
    })
    expect(start()).toEqual({ begun: false, why: 'key-replaced' })
    store.write('accounts.markRemoved', { id: account.id, at })
    expect(start()).toEqual({ begun: false, why: 'account-removed' })
    expect(store.write('jobs.begin', { id: 'none', at })).toEqual({ begun: false, why: 'unknown' })
  })

  it('is forgotten where nobody confirmed it, and only then', () => {
    const { store, account, job } = begun()
    const other = store.write('jobs.plan', aJob(account)).job
    store.write('jobs.forgetPlans', { id: null, at: NOON + MINUTE })
    expect(store.read('jobs.get', other.id)).not.toBeNull()
    store.write('jobs.forgetPlans', { id: other.id, at: NOON + MINUTE })
    store.write('jobs.forgetPlans', { id: job.id, at: NOON + MINUTE })
    expect(store.read('jobs.get', other.id)).toBeNull()
    expect(store.read('jobs.rows', { jobId: other.id, offset: 0, limit: 9 })).toEqual([])
    const old = store.write('jobs.plan', aJob(account)).job
    store.write('jobs.forgetPlans', { id: null, at: NOON + 11 * MINUTE })
    expect(store.read('jobs.get', old.id)).toBeNull()
    expect(store.read('jobs.get', job.id)).not.toBeNull()
  })
})

describe('a request of a job', () => {
  it('has all its rows under way before it leaves, and no others', () => {
    const { start, states, rows } = begun({ rows: jobRows(4, [0, 0, 1, 1]) })
    expect(start(0)).toMatchObject({ started: true, rows: [{ state: 'sending' }, { state: 'sending' }] })
    expect(states()).toEqual(['sending', 'sending', 'planned', 'planned'])
    expect(rows()[0]).toMatchObject({ sentAt: NOON + 1_000 })
  })

  it('leaves once', () => {
    const { start, store, rows } = begun()
    start(0)
    expect(start(0)).toEqual({ started: false, why: 'state' })
    const [row] = rows()
    const at = NOON + 2_000
    const lost = { state: 'unconfirmed', at, problem: TIMEOUT } as const
    store.write('jobs.settle', [{ id: row?.id ?? '', settlement: lost }])
    expect(start(0)).toEqual({ started: false, why: 'state' })
  })

  it('leaves again where the service said that it did nothing for haste', () => {
    const { start, store, rows } = begun()
    start(0)
    const id = rows()[0]?.id ?? ''
    store.write('jobs.settle', [{ id, settlement: { state: 'refused', at: NOON, problem: TOO_MANY } }])
    expect(start(0)).toMatchObject({ started: true, rows: [{ problem: null, settledAt: null }] })
    store.write('jobs.settle', [{ id, settlement: { state: 'refused', at: NOON, problem: REJECTED } }])
    expect(start(0)).toEqual({ started: false, why: 'state' })
  })

  it('does not leave while the job rests, nor with another key or path than was shown', () => {
    const { start, store, job, account } = begun()
    store.write('jobs.rest', { id: job.id, rest: { why: 'user', problem: null } })
    expect(start(0)).toEqual({ started: false, why: 'rest' })
    store.write('jobs.rest', { id: job.id, rest: null })
    const about = { jobId: job.id, request: 0, at: NOON, keyGeneration: account.keyGeneration + KEY }
    expect(store.write('jobs.startSending', about)).toEqual({ started: false, why: 'key-replaced' })
    const map = { ...tableMap(operationOf('mailboxes.update')), path: '/inboxes/{id}' }
    const changes = [{ operation: 'mailboxes.update', map }]
    store.write('apiMaps.take', { accountId: account.id, changes, source: 'hand', at: NOON })
    expect(start(0)).toEqual({ started: false, why: 'path-changed' })
  })
})

describe('rows of a job', () => {
  it('that were given up are never sent', () => {
    const { start, store, job, states } = begun({ rows: jobRows(3) })
    start(0)
    expect(store.write('jobs.dropWaiting', { id: job.id, at: NOON })).toBe(2)
    expect(states()).toEqual(['sending', 'dropped', 'dropped'])
    expect(start(1)).toEqual({ started: false, why: 'state' })
  })

  it('that could still be sent keep a job open until its user stops it', () => {
    const { start, store, job, rows } = begun()
    const open = () => store.read('jobs.open').map(({ id }) => id)
    const problem = { kind: 'unauthorized', message: null } as const
    start(0)
    store.write('jobs.settle', [
      { id: rows()[0]?.id ?? '', settlement: { state: 'refused', at: NOON, problem } },
    ])
    // Also where it could not be written down that it rests.
    expect(open()).toEqual([job.id])
    store.write('jobs.rest', { id: job.id, rest: { why: 'problem', problem } })
    expect(open()).toEqual([job.id])
    store.write('jobs.dropWaiting', { id: job.id, at: NOON })
    expect(open()).toEqual([])
  })

  it('are accepted first, and confirmed by what a read shows', () => {
    const { start, store, rows } = begun()
    start(0)
    const id = rows()[0]?.id ?? ''
    store.write('jobs.confirm', { ids: [id], at: NOON })
    expect(rows()[0]).toMatchObject({ confirmedAt: null })
    store.write('jobs.settle', [{ id, settlement: { state: 'done', at: NOON, evidence: 'answer' } }])
    expect(rows()[0]).toMatchObject({ state: 'done', evidence: 'answer', confirmedAt: null })
    store.write('jobs.confirm', { ids: [id], at: NOON + MINUTE })
    expect(rows()[0]).toMatchObject({ state: 'done', confirmedAt: NOON + MINUTE })
  })

  it('were perhaps acted on where Mailroom ended meanwhile, and what is left waits for its user', () => {
    const { start, store, job, states } = begun({ rows: jobRows(3) })
    start(0)
    store.write('jobs.recoverInterrupted', NOON + MINUTE)
    expect(states()).toEqual(['unconfirmed', 'planned', 'planned'])
    expect(store.read('jobs.get', job.id)).toMatchObject({ rest: { why: 'restart', problem: null } })
    expect(start(1)).toEqual({ started: false, why: 'rest' })
  })
})

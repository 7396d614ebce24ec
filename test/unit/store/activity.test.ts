import { describe, expect, it } from 'vitest'
import { wholeActivity } from '../../../src/main/store/activityMatch'
import type { NewJob } from '../../../src/main/store/jobPlanning'
import type { JobSettlement } from '../../../src/main/store/jobSending'
import type { ActivityView } from '../../../src/shared/activity'
import { storeWithFleet } from './fleetStore'
import { aJob, jobRows } from './jobRows'
import { NOON, REJECTED, TIMEOUT } from './testStore'

const HOUR = 3_600_000
const SENT = NOON + 1_000

/** A store with one job that its user has begun, and what Activity shows of it. */
function begun(given: Partial<NewJob> = {}) {
  const fleet = storeWithFleet()
  const { store, account } = fleet
  const { job } = store.write('jobs.plan', aJob(account, given))
  store.write('jobs.begin', { id: job.id, at: NOON })
  const rows = () => store.read('jobs.rows', { jobId: job.id, offset: 0, limit: 100 })
  const send = (request: number) =>
    store.write('jobs.startSending', {
      ...{ jobId: job.id, request, at: SENT },
      keyGeneration: account.keyGeneration,
    })
  /** Row after row: sends it, and says how it ended. */
  const end = (...settlements: readonly JobSettlement[]) => {
    for (const [number, settlement] of settlements.entries()) {
      const row = rows()[number]
      if (row === undefined) throw new Error('no such row')
      send(row.request)
      store.write('jobs.settle', [{ id: row.id, settlement }])
    }
  }
  const list = (view: Partial<ActivityView> = {}, now = SENT) =>
    store.read('activity.list', { offset: 0, limit: 100, view: { ...wholeActivity, ...view }, now })
  const shown = (view: Partial<ActivityView> = {}, now = SENT) => {
    const { rows: found, total } = list(view, now)
    expect(total).toBe(found.length)
    return found.map((row) => (row.kind === 'write' ? row.number : row.kind))
  }
  const attention = (now: number) => store.read('activity.attention', now)
  return { ...fleet, job, rows, end, list, shown, attention }
}

const accepted = { state: 'done', at: SENT, evidence: 'answer' } as const
const refused = { state: 'refused', at: SENT, problem: REJECTED } as const
const lost = { state: 'unconfirmed', at: SENT, problem: TIMEOUT } as const

describe('Activity', () => {
  it('shows each row of a job that was begun, in the order of the job, and none of a plan', () => {
    const { store, account, job, list } = begun({ rows: jobRows(3) })
    store.write('jobs.plan', aJob(account))
    expect(list()).toMatchObject({
      total: 3,
      rows: [0, 1, 2].map((number) => ({
        ...{ kind: 'write', jobId: job.id, number, operation: 'mailboxes.update', state: 'planned' },
        ...{ accountId: account.id, accountName: account.name, at: NOON, before: { firstName: 'Anna' } },
        target: { noun: 'mailbox', serviceId: `m-${number}` },
        isRestored: false,
      })),
    })
  })

  it('has what was asked of LikeDo and of Litemail in one list, the newest first', () => {
    const { store, account, shown } = begun({ rows: jobRows(2) })
    const note = { what: null, count: null, accountId: account.id, email: 'a@acme.example' } as const
    store.write('doings.note', { kind: 'credentials.show', ...note, at: NOON - 1 })
    store.write('doings.note', { kind: 'credentials.show', ...note, at: NOON + 1 })
    expect(shown()).toEqual(['credentials.show', 0, 1, 'credentials.show'])
  })

  it('is read a page at a time', () => {
    const { store } = begun({ rows: jobRows(5) })
    const { rows, total } = store.read('activity.list', { offset: 3, limit: 1 })
    expect([total, rows.map((row) => (row.kind === 'write' ? row.number : null))]).toEqual([5, [3]])
  })

  it('finds writes by what they are about, by what was sent, and by the name of what was done', () => {
    const { shown } = begun({ rows: jobRows(3) })
    expect(shown({ search: 'M1@acme' })).toEqual([1])
    expect(shown({ search: 'ada m2' })).toEqual([2])
    expect(shown({ search: 'update' })).toEqual([0, 1, 2])
    expect(shown({ search: 'update m0' })).toEqual([0])
    expect(shown({ search: '%' })).toEqual([])
  })

  it('is narrowed by kind, by account and by outcome; what was accepted is not done yet', () => {
    const { store, account, shown, end, rows } = begun({ rows: jobRows(4) })
    end(accepted, accepted, refused, lost)
    store.write('jobs.confirm', { ids: [rows()[1]?.id ?? ''], at: SENT })
    const note = { what: null, count: null, accountId: null, email: 'a@acme.example' } as const
    store.write('doings.note', { kind: 'credentials.show', ...note, at: NOON - 1 })
    expect(shown({ kinds: ['write'] })).toEqual([0, 1, 2, 3])
    expect(shown({ kinds: ['credentials.show'] })).toEqual(['credentials.show'])
    expect(shown({ accountIds: [account.id] })).toEqual([0, 1, 2, 3])
    expect(shown({ outcomes: ['accepted'] })).toEqual([0])
    expect(shown({ outcomes: ['done'] })).toEqual([1, 'credentials.show'])
    expect(shown({ outcomes: ['refused', 'unconfirmed'] })).toEqual([2, 3])
  })
})

describe('attention', () => {
  it('is asked for writes that nobody could find out about within an hour, DNS within two days', () => {
    const mailboxes = begun({ rows: jobRows(3) })
    mailboxes.end(accepted, lost, refused)
    expect(mailboxes.attention(SENT + HOUR - 1)).toEqual({ writes: 0, jobs: 0, addresses: 0 })
    expect(mailboxes.attention(SENT + HOUR)).toEqual({ writes: 2, jobs: 0, addresses: 0 })
    expect(mailboxes.shown({ isAttention: true }, SENT + HOUR)).toEqual([0, 1])
    const dns = begun({ operation: 'dns.update' })
    dns.end(lost)
    expect(dns.attention(SENT + 48 * HOUR - 1).writes).toBe(0)
    expect(dns.attention(SENT + 48 * HOUR).writes).toBe(1)
  })

  it('is not asked for what no read can show and the service accepted, nor for what was confirmed or vouched for', () => {
    const exported = begun({ operation: 'exports.mailboxes' })
    exported.end(accepted)
    expect(exported.attention(SENT + HOUR).writes).toBe(0)
    const { end, rows, attention, store } = begun({ rows: jobRows(2) })
    end(accepted, accepted)
    store.write('jobs.confirm', { ids: [rows()[0]?.id ?? ''], at: SENT })
    store.write('jobs.vouch', rows()[1]?.id ?? '')
    expect(attention(SENT + HOUR).writes).toBe(0)
    expect(rows().map(({ evidence, confirmedAt }) => [evidence, confirmedAt])).toEqual([
      ['answer', SENT],
      ['user', null],
    ])
  })

  it('is asked once for a job that waits, at the first row that was not sent, until it goes on or is stopped', () => {
    const { store, job, end, attention, shown } = begun({ rows: jobRows(4) })
    end(refused)
    store.write('jobs.rest', { id: job.id, rest: { why: 'first-row', problem: null } })
    expect(attention(SENT).jobs).toBe(1)
    expect(shown({ isAttention: true })).toEqual([1])
    store.write('jobs.dropWaiting', { id: job.id, at: SENT })
    expect(attention(SENT).jobs).toBe(0)
    expect(shown({ isAttention: true })).toEqual([])
  })

  it('is asked for nothing of an account that was removed', () => {
    const { store, account, end, attention, list } = begun({ rows: jobRows(2) })
    end(lost)
    store.write('accounts.markRemoved', { id: account.id, at: SENT })
    expect(attention(SENT + 2 * HOUR)).toEqual({ writes: 0, jobs: 0, addresses: 0 })
    expect(list().total).toBe(2)
  })
})

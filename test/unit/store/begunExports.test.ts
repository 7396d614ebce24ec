import { describe, expect, it } from 'vitest'
import { mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { aJob } from './jobRows'
import { NOON, REJECTED, TIMEOUT } from './testStore'

const DAY = 86_400_000
const endings = {
  done: (at: number) => ({ state: 'done', at, evidence: 'answer' }) as const,
  unconfirmed: (at: number) => ({ state: 'unconfirmed', at, problem: TIMEOUT }) as const,
  refused: (at: number) => ({ state: 'refused', at, problem: REJECTED }) as const,
}

/** Three mailboxes, and exports of some of them, each with the moment and the end of its rows. */
function exported() {
  const fleet = storeWithFleet()
  const { store, account } = fleet
  fleet.passOfMailboxes(['a', 'b', 'c'].map((id) => mailboxFacts(id)))
  const begin = (
    operation: string,
    inputs: Readonly<Record<string, string | string[]>>,
    { at = NOON, state = 'done' as keyof typeof endings, ids = ['a'] } = {},
  ) => {
    const rows = ids.map((id, n) => ({
      ...{
        id: `${operation}-${at}-${id}-${JSON.stringify(inputs)}`,
        request: n,
        workspaceId: 'w',
        before: null,
      },
      target: { noun: 'mailbox' as const, serviceId: id, name: `${id}@acme.example` },
      inputs: { ...inputs, ids: [id] },
    }))
    const { job } = store.write('jobs.plan', aJob(account, { operation, rows, plannedAt: at }))
    store.write('jobs.begin', { id: job.id, at })
    for (const [request, { id }] of rows.entries()) {
      store.write('jobs.startSending', {
        ...{ jobId: job.id, request, at, keyGeneration: account.keyGeneration },
      })
      store.write('jobs.settle', [{ id, settlement: endings[state](at) }])
    }
    return job.id
  }
  const without = (platform: string | null = null, since: number | null = null) =>
    store.read('exports.notExported', { accountId: account.id, platform, since })
  return { ...fleet, begin, without }
}

describe('mailboxes that were not exported', () => {
  it('are all of them before anything was', () => {
    expect(exported().without()).toEqual({ ids: ['1', '2', '3'], unconfirmed: 0, of: 3 })
  })

  it('are those that no accepted export had; one whose end is not known is counted as in doubt', () => {
    const { begin, without } = exported()
    begin('exports.connectInboxes', { app: 'INSTANTLY' }, { ids: ['a'] })
    begin('exports.mailboxes', { apps: ['PIPL', 'SMARTLEAD'] }, { ids: ['b'], state: 'unconfirmed' })
    begin('mailboxes.remove', {}, { ids: ['c'] })
    expect(without()).toEqual({ ids: ['2', '3'], unconfirmed: 1, of: 3 })
  })

  it('are told by platform, in whichever form it was sent, and since a moment', () => {
    const { begin, without } = exported()
    begin('exports.connectInboxes', { app: 'INSTANTLY' }, { ids: ['a'], at: NOON - DAY })
    begin('exports.mailboxes', { apps: ['PIPL', 'SMARTLEAD'] }, { ids: ['b'] })
    expect(without('INSTANTLY').ids).toEqual(['2', '3'])
    expect(without('SMARTLEAD').ids).toEqual(['1', '3'])
    expect(without('MANUAL').ids).toEqual(['1', '2', '3'])
    expect(without(null, NOON).ids).toEqual(['1', '3'])
    expect(without('INSTANTLY', NOON).ids).toEqual(['1', '2', '3'])
  })
})

it('the last exports are told with their platforms and how their rows ended, the youngest first', () => {
  const { begin, store, account } = exported()
  const first = begin('exports.connectInboxes', { app: 'INSTANTLY' }, { ids: ['a', 'b'], at: NOON - DAY })
  const second = begin('exports.mailboxes', { apps: ['PIPL'] }, { ids: ['c'], state: 'refused' })
  begin('mailboxes.remove', {}, { ids: ['c'] })
  // A plan that nobody confirmed is none.
  store.write('jobs.plan', aJob(account, { operation: 'exports.mailboxes' }))
  expect(store.read('exports.begun', account.id)).toMatchObject([
    { jobId: second, platforms: ['PIPL'], at: NOON, counts: { refused: 1, done: 0 } },
    { jobId: first, platforms: ['INSTANTLY'], at: NOON - DAY, counts: { done: 2 } },
  ])
})

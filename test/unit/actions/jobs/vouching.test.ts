import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { vouchJob } from '../../../../src/main/actions/jobs/steerJob'
import type { JobSettlement } from '../../../../src/main/store/jobSending'
import { patienceOf, type WritingId } from '../../../../src/shared/litemail/writing'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'

// Of what Litemail accepted and no read can show its user says at once that it is done; of what is not confirmed never.

const here = litemailPerTest()
const store = () => here.world.context.store
const now = () => here.world.context.clock.now()
const reads = (jobId: string) => store().read('jobs.rows', { jobId, offset: 0, limit: 100 })

const accepted = (): JobSettlement => ({ state: 'done', at: now(), evidence: 'answer' })
const lost = (): JobSettlement => ({
  ...{ state: 'unconfirmed', at: now(), problem: { kind: 'timeout', afterMs: 1 } },
})
const refused = (): JobSettlement => ({
  state: 'refused',
  at: now(),
  problem: { kind: 'rate-limited', by: 'service', until: null },
})

/** A job whose rows were sent just now and ended so; the service saw nothing of it. */
async function ended(operation: WritingId, endings: readonly JobSettlement[]): Promise<string> {
  const { id: accountId, keyGeneration } = await here.connected()
  const id = randomUUID()
  const rows = endings.map((_, request) => ({
    ...{
      id: randomUUID(),
      request,
      workspaceId: '',
      inputs: { url: `https://hooks.example/${request}` },
      target: null,
      before: null,
    },
  }))
  take(
    await store().write('jobs.plan', {
      ...{ id, requestId: randomUUID(), accountId, operation, keyGeneration, rows },
      ...{ askedSince: null, plannedAt: now() },
    }),
  )
  take(await store().write('jobs.begin', { id, at: now() }))
  for (const [at, row] of rows.entries()) {
    const settlement = endings[at]
    if (settlement === undefined) continue
    take(await store().write('jobs.startSending', { jobId: id, request: at, at: now(), keyGeneration }))
    take(await store().write('jobs.settle', [{ id: row.id, settlement }]))
  }
  return id
}

/** What Mailroom counts so much later, and takes its user's word for. */
const counted = async (id: string, after = 0): Promise<number> =>
  take(await store().read('jobs.vouchable', { id, at: now() + after }))

describe('vouching for a job', () => {
  it('is for what was accepted and no read can show; what is not confirmed or refused stays as it is', async () => {
    const id = await ended('webhooks.register', [accepted(), lost(), accepted(), refused()])
    expect(await counted(id)).toBe(2)
    expect(take(await vouchJob(here.world.context, id, now()))).toEqual({ vouched: 2 })
    expect(take(await reads(id))).toMatchObject([
      { state: 'done', evidence: 'user', confirmedAt: null },
      { state: 'unconfirmed' },
      { state: 'done', evidence: 'user' },
      { state: 'refused' },
    ])
    expect(await counted(id)).toBe(0)
    expect(here.asked().filter((one) => one.startsWith('POST'))).toEqual([])
  })

  it('waits for the reads that can show it, as long as Mailroom looks before it asks', async () => {
    const id = await ended('domains.enableCatchAll', [accepted(), accepted()])
    const patience = patienceOf('domains.enableCatchAll')
    expect(await counted(id)).toBe(0)
    expect(await counted(id, patience - 1_000)).toBe(0)
    expect(await counted(id, patience)).toBe(2)
  })

  it('is for the rows that were counted, and not for one that was accepted since', async () => {
    const id = await ended('webhooks.register', [accepted()])
    const [row] = take(await reads(id))
    const before = (row?.settledAt ?? 0) - 1
    expect(take(await vouchJob(here.world.context, id, before))).toEqual({ vouched: 0 })
    expect(take(await reads(id))).toMatchObject([{ evidence: 'answer' }])
  })

  it('believes no moment that is still to come', async () => {
    const id = await ended('domains.enableCatchAll', [accepted()])
    expect(take(await vouchJob(here.world.context, id, now() + 10 * 86_400_000))).toEqual({ vouched: 0 })
  })

  it('is not for what is history, or no job', async () => {
    expect(await vouchJob(here.world.context, randomUUID(), now())).toMatchObject({
      ...{ ok: false, error: { kind: 'not-found' } },
    })
  })
})

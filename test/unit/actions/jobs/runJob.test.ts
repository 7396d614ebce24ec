import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startJob } from '../../../../src/main/actions/jobs/runJob'
import { numberRequests } from '../../../../src/main/rules/jobRequests'
import type { JobRow } from '../../../../src/shared/job'
import type { WritingId } from '../../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../../src/shared/operationAnswer'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'

const here = litemailPerTest()
const JSON_TYPE = { 'content-type': 'application/json' }

/** A job that its user has begun, of these inputs a row. */
async function begin(operation: WritingId, inputs: readonly FilledInputs[]): Promise<string> {
  const { id: accountId, keyGeneration } = await here.connected()
  const { store, clock } = here.world.context
  take(await store.write('operations.unlock', { accountId, operation, at: clock.now() }))
  const rows = inputs.map((filled) => ({ workspaceId: '', inputs: filled }))
  const requests = rows.map(numberRequests(operation))
  const id = randomUUID()
  take(
    await store.write('jobs.plan', {
      ...{ id, requestId: randomUUID(), accountId, operation, keyGeneration, askedSince: null },
      plannedAt: clock.now(),
      rows: rows.map((row, at) => ({
        ...{ ...row, id: randomUUID(), request: requests[at] ?? 0, target: null, before: null },
      })),
    }),
  )
  expect(take(await store.write('jobs.begin', { id, at: clock.now() }))).toMatchObject({ begun: true })
  return id
}

async function run(id: string): Promise<void> {
  const { store, jobs } = here.world.context
  const job = take(await store.read('jobs.get', id))
  if (job === null) throw new Error('no such job')
  startJob(here.world.context, job)
  await jobs.running.get(id)?.ended
}

const rowsOf = async (jobId: string): Promise<JobRow[]> =>
  take(await here.world.context.store.read('jobs.rows', { jobId, offset: 0, limit: 100 }))
const statesOf = async (id: string) => (await rowsOf(id)).map(({ state }) => state)
const restOf = async (id: string) => take(await here.world.context.store.read('jobs.get', id))?.rest
const writes = () => here.litemail.requests.filter(({ method }) => method !== 'GET')

const domains = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ domainIds: [`d${at}`], email: 'a@x.example' }))
const removals = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `m${at}` }))
const answer = (status: number, body: unknown) =>
  ({ kind: 'answer', act: false, status, headers: JSON_TYPE, body: JSON.stringify(body) }) as const

describe('a job', () => {
  it('sends each row once, one request a row, and each stands as accepted', async () => {
    const id = await begin('mailboxes.remove', removals(3))
    here.litemail.faults(({ method }) =>
      method === 'DELETE' ? answer(200, { message: 'removed' }) : undefined,
    )
    await run(id)
    expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(
      ['m0', 'm1', 'm2'].map((mailbox) => `DELETE /v1/mailboxes/${mailbox}`),
    )
    expect(await rowsOf(id)).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: 'done', evidence: 'answer', confirmedAt: null })),
    )
    await run(id)
    expect(writes()).toHaveLength(3)
  })

  it('sends rows together where the service takes several, and reads of its answer which of them failed', async () => {
    const id = await begin('domains.addDmarc', domains(25))
    here.litemail.faults(({ method }) =>
      method === 'POST'
        ? answer(200, { data: { failed: [{ domainId: 'd3', reason: 'No zone' }], failedCount: 1 } })
        : undefined,
    )
    await run(id)
    expect(writes().map(({ body }) => JSON.parse(body ?? '').domainIds.length)).toEqual([20, 5])
    const rows = await rowsOf(id)
    expect(rows[3]).toMatchObject({ state: 'refused', problem: { kind: 'rejected', message: 'No zone' } })
    // The second answer names a failure that is none of its rows: nobody can tell of them.
    expect(rows.slice(20).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'unconfirmed'))
    expect(rows.slice(0, 20).filter(({ state }) => state === 'done')).toHaveLength(19)
  })

  it('leaves rows that were not answered unconfirmed, and never sends them again', async () => {
    const id = await begin('mailboxes.remove', removals(2))
    here.litemail.faults(({ method }) =>
      method === 'DELETE' ? { kind: 'drop', when: 'after', how: 'reset' } : undefined,
    )
    await run(id)
    expect(await statesOf(id)).toEqual(['unconfirmed', 'unconfirmed'])
    await run(id)
    expect(writes()).toHaveLength(2)
  })

  it('stops where the key is refused, and goes on with the row when it is mended', async () => {
    const id = await begin('mailboxes.remove', removals(2))
    let isRefused = true
    here.litemail.faults(({ method }) => {
      if (isRefused) return answer(401, { message: 'Invalid API key' })
      return method === 'DELETE' ? answer(200, {}) : undefined
    })
    await run(id)
    expect(await statesOf(id)).toEqual(['refused', 'planned'])
    expect(await restOf(id)).toMatchObject({ why: 'problem', problem: { kind: 'unauthorized' } })
    isRefused = false
    take(await here.world.context.store.write('jobs.rest', { id, rest: null }))
    await run(id)
    expect(await statesOf(id)).toEqual(['done', 'done'])
    expect(writes()).toHaveLength(3)
  })

  it('stops at once where a request of several rows that spends is not answered', async () => {
    const rows = ['ada', 'bob'].map((username) => ({ domainId: 'd', 'mailboxes.username': username }))
    const others = ['cay', 'dan'].map((username) => ({ domainId: 'e', 'mailboxes.username': username }))
    const id = await begin('mailboxes.assign', [...rows, ...others])
    here.litemail.faults(({ method }) =>
      method === 'POST' ? { kind: 'drop', when: 'after', how: 'reset' } : undefined,
    )
    await run(id)
    expect(await statesOf(id)).toEqual(['unconfirmed', 'unconfirmed', 'planned', 'planned'])
    expect(await restOf(id)).toMatchObject({ why: 'problem' })
  })

  it('sends a row again that came too soon, and only that', async () => {
    const id = await begin('mailboxes.remove', removals(2))
    let isTooSoon = true
    here.litemail.faults(({ method }) => {
      if (method !== 'DELETE') return undefined
      if (!isTooSoon) return answer(200, {})
      isTooSoon = false
      return {
        ...answer(429, { message: 'Too Many Requests' }),
        headers: { ...JSON_TYPE, 'retry-after': '1' },
      }
    })
    await run(id)
    expect(await statesOf(id)).toEqual(['done', 'done'])
    expect(writes()).toHaveLength(3)
  })
})

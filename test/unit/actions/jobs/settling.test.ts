import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lookIntoRows } from '../../../../src/main/actions/jobs/lookIntoRows'
import { settleRow } from '../../../../src/main/actions/jobs/settleRow'
import { wholeActivity } from '../../../../src/main/store/activityMatch'
import type { JobSettlement } from '../../../../src/main/store/jobSending'
import type { JobRow, JobTarget, ValuesBefore } from '../../../../src/shared/job'
import type { TagFacts } from '../../../../src/shared/litemail/facts'
import type { WritingId } from '../../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../../src/shared/operationAnswer'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { aPart } from '../../store/fleetRows'

const here = litemailPerTest()
const store = () => here.world.context.store
const now = () => here.world.context.clock.now()

interface Given {
  readonly inputs: FilledInputs
  readonly target?: JobTarget
  readonly before?: ValuesBefore
}

/** Rows of a job that was sent just now and ended so; the services saw nothing of it. */
async function sent(
  operation: WritingId,
  given: readonly Given[],
  settlement: 'accepted' | 'lost',
): Promise<JobRow[]> {
  const [account] = await here.accounts()
  if (account === undefined) throw new Error('no account')
  const { keyGeneration } = account
  const jobId = randomUUID()
  const rows = given.map(({ inputs, target = null, before = null }, request) => ({
    ...{ id: randomUUID(), request, workspaceId: '', inputs, target, before },
  }))
  take(
    await store().write('jobs.plan', {
      ...{ id: jobId, requestId: randomUUID(), accountId: account.id, operation, keyGeneration, rows },
      ...{ askedSince: null, plannedAt: now() },
    }),
  )
  take(await store().write('operations.unlock', { accountId: account.id, operation, at: now() }))
  take(await store().write('jobs.begin', { id: jobId, at: now() }))
  const ending: JobSettlement =
    settlement === 'accepted'
      ? { state: 'done', at: now(), evidence: 'answer' }
      : { state: 'unconfirmed', at: now(), problem: { kind: 'timeout', afterMs: 1 } }
  for (const { id, request } of rows) {
    take(await store().write('jobs.startSending', { jobId, request, at: now(), keyGeneration }))
    take(await store().write('jobs.settle', [{ id, settlement: ending }]))
  }
  return take(await store().read('jobs.rows', { jobId, offset: 0, limit: 100 }))
}

/** A whole list of tags as sync reads it. */
async function listed(rows: readonly TagFacts[], at = now() + 1): Promise<void> {
  const [account] = await here.accounts()
  const key = { accountId: account?.id ?? '', noun: 'tags', workspaceId: '' } as const
  const pass = take(await store().write('fleet.nextPass'))
  take(
    await store().write('fleet.take', { part: aPart(key, { at }), taken: { noun: 'tags', rows }, pass, at }),
  )
  take(await store().write('fleet.endWhole', { part: aPart(key, { at, wholeAt: at }), pass, at }))
}

const answerTags = (...tags: readonly TagFacts[]) =>
  here.litemail.faults(({ method, path }) =>
    method === 'GET' && path.endsWith('/tags')
      ? {
          ...{ kind: 'answer', act: false, status: 200 },
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ data: tags, total: tags.length }),
        }
      : undefined,
  )
const asked = (path: string) => here.asked().filter((one) => one === `GET /v1${path}`).length

const warm = { id: 't1', name: 'Warm', color: '#ff0000' }
const makesWarm = { inputs: { name: 'Warm', color: '#ff0000' } }
const renames = {
  inputs: { id: 't1', name: 'Warm', color: '#ff0000' },
  target: { noun: 'tag', serviceId: 't1', name: 'Cold' },
  before: { name: 'Cold', color: '#ff0000' },
} as const
const only = (rows: readonly JobRow[]): JobRow => {
  const [row] = rows
  if (row === undefined || rows.length !== 1) throw new Error('not one row')
  return row
}
const check = async ({ id }: JobRow) => take(await settleRow(here.world.context, id, 'check'))

describe('a row that was accepted', () => {
  it('is done once a read shows it, and stays accepted where none does', async () => {
    await here.connected()
    const row = only(await sent('tags.update', [renames], 'accepted'))
    answerTags({ ...warm, name: 'Cold' })
    expect(await check(row)).toMatchObject({ state: 'done', evidence: 'answer', confirmedAt: null })
    answerTags(warm)
    expect((await check(row)).confirmedAt).not.toBeNull()
  })

  it('is confirmed without a request by a list that was read since', async () => {
    await here.connected()
    const row = only(await sent('tags.update', [renames], 'accepted'))
    await listed([warm])
    const before = here.asked().length
    expect(take(await store().write('jobs.confirmListed', { now: now() + 2, after: 0 }))).toEqual({
      ...{ confirmed: 1, next: null },
    })
    expect(here.asked()).toHaveLength(before)
    expect(take(await store().read('jobs.row', row.id))?.confirmedAt).not.toBeNull()
  })

  it('is not confirmed by a list that was read before', async () => {
    await here.connected()
    await listed([warm], now() - 1_000)
    await sent('tags.update', [renames], 'accepted')
    expect(take(await store().write('jobs.confirmListed', { now: now(), after: 0 })).confirmed).toBe(0)
  })
})

describe('a row that nobody knows of', () => {
  it('is done where a read shows it; absence never says that it is not', async () => {
    await here.connected()
    const row = only(await sent('tags.update', [renames], 'lost'))
    answerTags()
    expect((await check(row)).state).toBe('unconfirmed')
    answerTags(warm)
    expect(await check(row)).toMatchObject({ state: 'done', evidence: 'read' })
  })

  it('that made something new is done where the list has more of it than before', async () => {
    await here.connected()
    await listed([])
    const row = only(await sent('tags.create', [makesWarm], 'lost'))
    answerTags()
    expect((await check(row)).state).toBe('unconfirmed')
    answerTags(warm)
    expect(await check(row)).toMatchObject({ state: 'done', evidence: 'read' })
  })

  it.each([
    ['was there before', [warm]],
    ['may have been there before, for no list was read', null],
  ] as const)('stays so where what it made %s', async (_, before) => {
    await here.connected()
    if (before !== null) await listed(before)
    const row = only(await sent('tags.create', [makesWarm], 'lost'))
    answerTags(warm)
    expect((await check(row)).state).toBe('unconfirmed')
  })

  it('stays so where another row may have made the same', async () => {
    await here.connected()
    await listed([])
    const one = only(await sent('tags.create', [makesWarm], 'lost'))
    const other = only(await sent('tags.create', [makesWarm], 'accepted'))
    answerTags(warm)
    expect((await check(one)).state).toBe('unconfirmed')
    expect((await check(other)).confirmedAt).toBeNull()
    answerTags(warm, { ...warm, id: 't2' })
    expect((await check(one)).state).toBe('done')
  })

  it('is what its user says, where that is said of what nobody knows', async () => {
    await here.connected()
    const [one, other] = await sent(
      'wallet.addCredit',
      [{ inputs: { amount: 5 } }, { inputs: { amount: 6 } }],
      'lost',
    )
    const say = async (row: JobRow | undefined, verdict: 'done' | 'not-done') =>
      take(await settleRow(here.world.context, row?.id ?? '', verdict))
    expect(await say(one, 'done')).toMatchObject({ state: 'done', evidence: 'user' })
    expect(await say(other, 'not-done')).toMatchObject({ state: 'refused', problem: { kind: 'said-undone' } })
    const counts = take(await store().read('jobs.counts', one?.jobId ?? ''))
    expect(counts).toMatchObject({ done: 1, undone: 1, refused: 0 })
    const listed = async (outcome: 'refused' | 'undone') => {
      const view = { ...wholeActivity, outcomes: [outcome] }
      return take(await store().read('activity.list', { offset: 0, limit: 9, view })).rows.map(({ id }) => id)
    }
    expect([await listed('undone'), await listed('refused')]).toEqual([[other?.id], []])
    expect((await say(one, 'not-done')).state).toBe('done')
  })
})

describe('looking by itself', () => {
  it('asks a list once for all rows that it shows, and again only after a while', async () => {
    const account = await here.connected()
    await sent('tags.update', [renames, { ...renames, inputs: { ...renames.inputs, name: 'Hot' } }], 'lost')
    answerTags(warm)
    const looks = new Map<string, number>()
    const look = async () => {
      const rows = take(await store().read('jobs.doubtful', { now: now() + 10_000, after: 0 }))
      await lookIntoRows(later(10_000), account, rows, looks, () => false)
    }
    await look()
    expect(asked('/tags')).toBe(1)
    expect(take(await store().read('jobs.doubtful', { now: now() + 10_000, after: 0 }))).toHaveLength(1)
    await look()
    expect(asked('/tags')).toBe(1)
  })

  it('asks at most twenty times at once, however many rows there are', async () => {
    const account = await here.connected()
    const rows = Array.from({ length: 30 }, (_, at) => ({
      inputs: { id: `m${at}`, firstName: 'Ada' },
      target: { noun: 'mailbox', serviceId: `m${at}`, name: `m${at}` } as const,
    }))
    await sent('mailboxes.update', rows, 'accepted')
    const doubtful = take(await store().read('jobs.doubtful', { now: now() + 10_000, after: 0 }))
    expect(doubtful).toHaveLength(30)
    const before = here.asked().length
    await lookIntoRows(later(10_000), account, doubtful, new Map(), () => false)
    expect(here.asked().filter((one) => one.startsWith('GET /v1/mailboxes/')).length).toBeLessThanOrEqual(20)
    expect(here.asked().length - before).toBeGreaterThanOrEqual(20)
  })
})

/** The same world so much later. */
const later = (ms: number) => ({
  ...here.world.context,
  clock: { ...here.world.context.clock, now: () => here.world.context.clock.now() + ms },
})

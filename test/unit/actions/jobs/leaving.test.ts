import { afterEach, describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import { endWork } from '../../../../src/main/actions/endWork'
import { recoverJournal } from '../../../../src/main/actions/recoverJournal'
import { PLAN_LASTS_MS } from '../../../../src/shared/job'
import { err } from '../../../../src/shared/result'
import type { Calling } from '../../../support/actions/calling'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

// How a job is left that is stopped, paused or broken off while a row of it is under way.

const here = writingPerTest({ domains: 2, mailboxes: 4 })
const tooSoon = saying(429, { status: 429, message: 'Too Many Requests' })
const waitLong = { ...tooSoon, headers: { ...tooSoon.headers, 'retry-after': '100' } }
afterEach(() => here.litemail.release())

const renaming = (count: number) =>
  here.litemail
    .holdings()
    .mailboxes.slice(0, count)
    .map(({ id, workspaceId }) => ({ workspaceId, inputs: { id, firstName: 'Zoe' } }))

/** What a window shows that waits: the jobs that are open, and how many its user is to look at. */
async function waiting({ call }: Calling) {
  const open = take(await call('jobs.open', {}))
  const { jobs } = take(await call('activity.attention', {}))
  return { rests: open.map(({ job }) => job.rest?.why ?? null), jobs }
}

/** Runs a plan, and has its first write answered when `meanwhile` is over. */
async function under(planId: string, calling: Calling, meanwhile: () => Promise<unknown>): Promise<void> {
  const arrived = here.litemail.when('received', { method: 'PUT' })
  take(await calling.call('operations.run', { planId }))
  await arrived
  await meanwhile()
  here.litemail.release()
}

const held = (answer: ReturnType<typeof saying>) =>
  here.litemail.faults(({ method }) => (method === 'PUT' ? { ...answer, isHeld: true } : undefined))

describe('a job that is stopped while a row is under way', () => {
  it.each([
    ['there is no money', 402, 'refused'],
    ['its key is not taken', 401, 'refused'],
    ['it came too soon', 429, 'dropped'],
  ] as const)('waits for nothing afterwards, though %s', async (_, status, state) => {
    const { plan, calling, ended, jobOf, rowsOf } = await here.ready()
    held(saying(status, { status, message: 'No' }))
    const { id } = take(await plan('mailboxes.update', renaming(3)))
    await under(id, calling, () => calling.call('jobs.stop', { id }))
    await ended(id)
    expect((await jobOf(id)).rest).toBeNull()
    expect((await rowsOf(id)).map((row) => row.state)).toEqual([state, 'dropped', 'dropped'])
    expect(await waiting(calling)).toEqual({ rests: [], jobs: 0 })
    expect(here.writes()).toHaveLength(1)
  })
})

describe('a row that came too soon', () => {
  it('is the last one, and still there after Mailroom ended', async () => {
    const { context, plan, calling } = await here.ready()
    here.litemail.faults(({ method }) => (method === 'PUT' ? waitLong : undefined))
    const { id } = take(await plan('mailboxes.update', renaming(1)))
    const answered = here.litemail.when('answered', { method: 'PUT' })
    take(await calling.call('operations.run', { planId: id }))
    await answered
    await endWork(context)
    take(await recoverJournal(context))
    expect(await waiting(calling)).toEqual({ rests: ['restart'], jobs: 1 })
  })

  it('is the last one, and waits where it was paused meanwhile', async () => {
    const { plan, calling, ended, goOn, rowsOf } = await here.ready()
    held(waitLong)
    const { id } = take(await plan('mailboxes.update', renaming(1)))
    await under(id, calling, () => calling.call('jobs.pause', { id }))
    await ended(id)
    expect(await waiting(calling)).toEqual({ rests: ['user'], jobs: 1 })
    here.litemail.faults(({ method }) => (method === 'PUT' ? saying(200, {}) : undefined))
    take(await calling.call('jobs.stop', { id }))
    await goOn(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['dropped'])
  })
})

describe('a job that cannot be read', () => {
  const STORAGE = { kind: 'storage', problem: 'failed' } as const
  /** Mailroom over a store that fails at some of what it is asked for. */
  function failing(context: Context, fails: (name: string) => boolean): Context {
    const { store } = context
    const read: typeof store.read = async (...asked) =>
      fails(asked[0]) ? err(STORAGE) : store.read(...asked)
    const write: typeof store.write = async (...asked) =>
      fails(asked[0]) ? err(STORAGE) : store.write(...asked)
    return { ...context, store: { ...store, read, write } }
  }

  it.each(['jobs.next', 'jobs.request'])('rests, and says so: %s', async (broken) => {
    const { context, accountId, plan } = await here.ready()
    let isBroken = true
    const { calling, ended, goOn, rowsOf } = here.open(
      failing(context, (name) => isBroken && name === broken),
      accountId,
    )
    here.litemail.faults(({ method }) => (method === 'PUT' ? saying(200, {}) : undefined))
    const { id } = take(await plan('mailboxes.update', renaming(2)))
    take(await calling.call('operations.run', { planId: id }))
    await ended(id)
    isBroken = false
    expect(take(await calling.call('jobs.get', { id }))).toMatchObject({
      ...{ isRunning: false, job: { rest: { why: 'problem', problem: STORAGE } } },
    })
    expect(await waiting(calling)).toEqual({ rests: ['problem'], jobs: 1 })
    await goOn(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('rests where that cannot be written down either, and goes on when its user wants it', async () => {
    const { context, accountId, plan } = await here.ready()
    let isBroken = true
    const { calling, ended, goOn, rowsOf, jobOf } = here.open(
      failing(context, (name) => isBroken && (name === 'jobs.next' || name === 'jobs.rest')),
      accountId,
    )
    here.litemail.faults(({ method }) => (method === 'PUT' ? saying(200, {}) : undefined))
    const { id } = take(await plan('mailboxes.update', renaming(2)))
    take(await calling.call('operations.run', { planId: id }))
    await ended(id)
    isBroken = false
    expect((await jobOf(id)).rest).toEqual({ why: 'problem', problem: STORAGE })
    expect(await waiting(calling)).toEqual({ rests: ['problem'], jobs: 1 })
    await goOn(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'done'])
    expect(await waiting(calling)).toEqual({ rests: [], jobs: 0 })
  })
})

describe('the secrets of a plan', () => {
  const inputs = { app: 'INSTANTLY', email: 'a@x.example', password: 'canary of a login' }

  it('are gone from memory when it can be confirmed no more, whatever is planned next', async () => {
    const ready = await here.ready()
    const { clock } = ready.context
    let lapse = () => {}
    const lapsed = new Promise<void>((resolve) => {
      lapse = resolve
    })
    const sleep = (ms: number) => (ms === PLAN_LASTS_MS ? lapsed : clock.sleep(ms))
    const { plan, context } = here.open({ ...ready.context, clock: { ...clock, sleep } }, ready.accountId)
    take(await plan('exports.addAccount', [{ workspaceId: '', inputs }]))
    expect(context.jobs.secrets.size).toBe(1)
    lapse()
    await expect.poll(() => context.jobs.secrets.size).toBe(0)
  })
})

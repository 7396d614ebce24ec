import { describe, expect, it } from 'vitest'
import { noneFound, readPageContent } from '../../../src/main/store/pageContent'
import type { Written } from '../../../src/shared/activity'
import type { World } from '../../support/actions/world'
import { aLitemailAccount } from '../store/fleetRows'
import { storeWithFleet } from '../store/fleetStore'
import { aJob, jobRows } from '../store/jobRows'
import { databaseIn, NOON, REJECTED } from '../store/testStore'
import { backupPlace, restore, save, write } from './backups'

const account = aLitemailAccount()
const { aWorld: emptyWorld, fileAt } = backupPlace()
const aWorld = async (): Promise<World> => {
  const world = await emptyWorld()
  await write(world.context.store.write('litemail.insertAccount', account))
  return world
}

/** A job of which one row was accepted, one refused, one is under way and one was not sent; and a plan. */
async function begin({ context: { store } }: World) {
  const { job } = await write(store.write('jobs.plan', aJob(account, { rows: jobRows(4) })))
  await write(store.write('jobs.begin', { id: job.id, at: NOON }))
  await write(store.write('jobs.plan', aJob(account)))
  const rows = await write(store.read('jobs.rows', { jobId: job.id, offset: 0, limit: 10 }))
  const send = (request: number) =>
    write(
      store.write('jobs.startSending', {
        ...{ jobId: job.id, request, at: NOON + 1, keyGeneration: account.keyGeneration },
      }),
    )
  for (const request of [0, 1, 2]) await send(request)
  await write(
    store.write('jobs.settle', [
      { id: rows[0]?.id ?? '', settlement: { state: 'done', at: NOON + 2, evidence: 'answer' } },
      { id: rows[1]?.id ?? '', settlement: { state: 'refused', at: NOON + 2, problem: REJECTED } },
    ]),
  )
  await write(store.write('jobs.rest', { id: job.id, rest: { why: 'user', problem: null } }))
  return job
}
const writtenIn = async ({ context: { store } }: World): Promise<Written[]> =>
  (await write(store.read('activity.list', { offset: 0, limit: 100 }))).rows.flatMap((row) =>
    row.kind === 'write' ? [row] : [],
  )

describe('a backup', () => {
  it('brings writes at Litemail as history, which is never sent and asks for nothing', async () => {
    const theirs = await aWorld()
    const job = await begin(theirs)
    const path = fileAt('jobs.mailroom-backup')
    await save(theirs, path)

    const world = await aWorld()
    await restore(world, path)
    const { store } = world.context
    const written = await writtenIn(world)
    expect(written).toMatchObject([
      { number: 0, state: 'done', evidence: 'answer', before: { firstName: 'Anna' }, isRestored: true },
      { number: 1, state: 'refused', problem: REJECTED, isRestored: true },
      { number: 2, state: 'unconfirmed', problem: { kind: 'interrupted' }, isRestored: true },
      { number: 3, state: 'planned', sentAt: null, isRestored: true },
    ])
    expect(written.map(({ inputs }) => inputs)).toEqual((await writtenIn(theirs)).map(({ inputs }) => inputs))
    expect(await write(store.read('jobs.open'))).toEqual([])
    const DAY = 86_400_000
    expect(await write(store.read('activity.attention', NOON + DAY))).toEqual({
      ...{ writes: 0, jobs: 0, addresses: 0 },
    })
    expect(await write(store.read('jobs.doubtful', { now: NOON + DAY, after: 0 }))).toEqual([])
    const about = { jobId: job.id, request: 3, at: NOON, keyGeneration: account.keyGeneration }
    expect(await write(store.write('jobs.startSending', about))).toEqual({ started: false, why: 'unknown' })
  })

  it('changes nothing of a job that is here, and brings nothing twice', async () => {
    const world = await aWorld()
    await begin(world)
    const before = await writtenIn(world)
    const path = fileAt('again.mailroom-backup')
    await save(world, path)
    await restore(world, path)
    expect(await writtenIn(world)).toEqual(before)
  })
})

describe('a damaged file', () => {
  it('still gives jobs and their rows by its pages alone, and no plan', () => {
    const { store } = storeWithFleet()
    const { job } = store.write(
      'jobs.plan',
      aJob(account, { accountId: store.read('litemail.accounts')[0]?.id ?? '', rows: jobRows(3) }),
    )
    store.write('jobs.begin', { id: job.id, at: NOON })
    store.write('jobs.plan', aJob({ ...account, id: job.accountId }))
    const { folder } = store
    store.close()
    const pages = [...readPageContent(databaseIn(folder), noneFound())]
    expect(pages.flatMap(({ jobs }) => jobs)).toMatchObject([{ id: job.id, begunAt: NOON }])
    expect(pages.flatMap((page) => page.jobRows.map(({ number }) => number))).toEqual([0, 1, 2])
  })
})

import { describe, expect, it } from 'vitest'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 4, mailboxes: 12 })

const operation = 'mailboxes.assign'
const newcomers = (domainId: string, workspaceId: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    workspaceId,
    inputs: {
      domainId,
      ...{ 'mailboxes.firstName': 'Ada', 'mailboxes.lastName': 'Lovelace' },
      'mailboxes.username': `ada${at}`,
    },
  }))

/** Unlocked, and never sent from here; fifty new mailboxes of one domain. */
async function readyToAssign(count = 50) {
  const window = await here.ready()
  await window.unlock(operation)
  const [domain] = here.litemail.holdings().domains
  if (domain === undefined) throw new Error('no domain')
  return { ...window, rows: newcomers(domain.id, domain.workspaceId, count) }
}
const sizes = () => here.writes().map(({ body }) => JSON.parse(body ?? '').mailboxes.length)
const accepting = () =>
  here.litemail.faults(({ method }) =>
    method === 'POST' ? saying(200, { status: 200, message: 'OK', data: { jobId: 'j-1' } }) : undefined,
  )

describe('the first row of a guess that spends and has never worked here', () => {
  it('goes alone, and is looked at with its answer before the others go', async () => {
    const { rows, run, goOn, calling, jobOf, rowsOf, plan } = await readyToAssign()
    accepting()
    const { id, isFirstAlone, request } = await run(operation, rows)
    expect(isFirstAlone).toBe(true)
    // What was shown is what left.
    expect(JSON.parse(request.body ?? '')).toEqual(JSON.parse(here.writes()[0]?.body ?? ''))
    expect(sizes()).toEqual([1])
    expect((await jobOf(id)).rest).toEqual({ why: 'first-row', problem: null })
    expect((await rowsOf(id)).slice(0, 2).map(({ state }) => state)).toEqual(['done', 'planned'])
    expect(take(await calling.call('jobs.answer', { id }))).toMatchObject({
      ...{ json: expect.stringContaining('"j-1"'), problem: null, link: null },
    })
    const [first] = await rowsOf(id)
    expect(
      take(await calling.call('operations.settle', { rowId: first?.id ?? '', verdict: 'check' })),
    ).toMatchObject({ id: first?.id })
    await goOn(id)
    expect(sizes()).toEqual([1, 20, 20, 9])
    expect((await rowsOf(id)).every(({ state }) => state === 'done')).toBe(true)
    // It has worked here now.
    expect(take(await plan(operation, rows))).toMatchObject({ isFirstAlone: false, requests: 3 })
  })

  it('keeps the others back where it is refused, or not answered', async () => {
    const { rows, run, jobOf, calling } = await readyToAssign()
    here.litemail.next(saying(422, { status: 422, message: 'No seats left' }), { method: 'POST' })
    const refused = await run(operation, rows)
    expect((await jobOf(refused.id)).rest).toMatchObject({
      ...{ why: 'first-row', problem: { kind: 'rejected', message: 'No seats left' } },
    })
    expect(take(await calling.call('jobs.answer', { id: refused.id }))).toMatchObject({
      json: expect.stringContaining('No seats left'),
    })
    here.litemail.next({ kind: 'drop', when: 'after', how: 'reset' }, { method: 'POST' })
    const lost = await run(operation, rows)
    expect((await jobOf(lost.id)).rest).toMatchObject({
      why: 'first-row',
      problem: { kind: 'connection-lost' },
    })
    expect(sizes()).toEqual([1, 1])
  })

  it('is the only one that is sent where its user stops there', async () => {
    const { rows, run, calling, rowsOf } = await readyToAssign(5)
    accepting()
    const { id } = await run(operation, rows)
    expect(take(await calling.call('jobs.stop', { id }))).toEqual({ dropped: 4 })
    expect(await calling.call('jobs.continue', { id })).toMatchObject({ ok: true })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual([
      'done',
      ...Array.from({ length: 4 }, () => 'dropped'),
    ])
    expect(sizes()).toEqual([1])
  })
})

describe('a job that its account’s key was refused in', () => {
  it('goes on with the key that took its place, with what was not sent', async () => {
    const { accountId, run, goOn, calling, jobOf, rowsOf } = await here.ready()
    const { mailboxes } = here.litemail.holdings()
    const rows = mailboxes.slice(0, 3).map(({ id, workspaceId }) => ({
      ...{ workspaceId, inputs: { id, firstName: 'Ada' } },
    }))
    const [key = ''] = here.litemail.keys
    here.litemail.faults(({ method, path }) => {
      if (method === 'PUT' && path.endsWith(String(rows[1]?.inputs.id))) here.litemail.revokeKey(key)
      return undefined
    })
    const { id } = await run('mailboxes.update', rows)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'refused', 'planned'])
    expect((await jobOf(id)).rest).toMatchObject({ why: 'problem', problem: { kind: 'unauthorized' } })
    here.litemail.clearFaults()
    here.litemail.addKey('cm8u0k4xw0000l508olivia00', 'another-key')
    take(
      await calling.call('litemail.replaceKey', {
        ...{ id: accountId, key: 'another-key', authentication: 'api-key', keyKept: 'keychain' },
        whenUnreached: 'say',
      }),
    )
    await goOn(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(here.writes()).toHaveLength(4)
  })

  it('stops where there is no money for the rest, and says what was done', async () => {
    const { rows, run, workedOnce, jobOf, rowsOf } = await readyToAssign(45)
    await workedOnce(operation)
    accepting()
    here.litemail.next(saying(200, {}), { method: 'POST' })
    here.litemail.next(saying(402, { status: 402, message: 'Insufficient wallet balance' }), {
      method: 'POST',
    })
    const { id } = await run(operation, rows)
    expect(sizes()).toEqual([20, 20])
    expect((await jobOf(id)).rest).toMatchObject({
      ...{ why: 'problem', problem: { status: 402, message: 'Insufficient wallet balance' } },
    })
    const states = (await rowsOf(id)).map(({ state }) => state)
    expect([20, 40, 45].map((to, at) => new Set(states.slice([0, 20, 40][at], to)))).toEqual([
      new Set(['done']),
      new Set(['refused']),
      new Set(['planned']),
    ])
  })
})

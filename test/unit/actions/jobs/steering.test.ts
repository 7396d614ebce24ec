import { describe, expect, it } from 'vitest'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 4, mailboxes: 12 })

/** The first mailboxes of the fleet, each to be called otherwise: one request a row. */
async function readyToRename(count: number) {
  const window = await here.ready()
  const rows = here.litemail
    .holdings()
    .mailboxes.slice(0, count)
    .map(({ id, workspaceId }) => ({ workspaceId, inputs: { id, firstName: 'Ada' } }))
  return { ...window, rows }
}
const renamed = () => here.writes().map(({ path }) => path.split('/').at(-1))
const accepting = () =>
  here.litemail.faults(({ method }) => (method === 'PUT' ? saying(200, { status: 200 }) : undefined))

describe('a job', () => {
  it('that is paused sends nothing more until its user goes on, and nothing twice', async () => {
    const { rows, plan, calling, jobOf, ended, rowsOf } = await readyToRename(4)
    accepting()
    const second = String(rows[1]?.inputs.id)
    here.litemail.next({ kind: 'hold', at: 'received' }, { method: 'PUT', path: `/v1/mailboxes/${second}` })
    const { id } = take(await plan('mailboxes.update', rows))
    take(await calling.call('operations.run', { planId: id }))
    await here.litemail.when('received', { method: 'PUT', path: `/v1/mailboxes/${second}` })
    take(await calling.call('jobs.pause', { id }))
    here.litemail.release()
    await ended(id)
    expect((await jobOf(id)).rest).toEqual({ why: 'user', problem: null })
    expect(renamed()).toHaveLength(2)
    // Two presses go on once.
    await Promise.all([calling.call('jobs.continue', { id }), calling.call('jobs.continue', { id })])
    await ended(id)
    expect(renamed()).toEqual(rows.map(({ inputs }) => inputs.id))
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    // Nothing is left to be paused.
    take(await calling.call('jobs.pause', { id }))
    expect((await jobOf(id)).rest).toBeNull()
  })

  it('keeps why it rests, whatever is pressed', async () => {
    const { rows, run, calling, jobOf } = await readyToRename(3)
    here.litemail.faults(({ method }) =>
      method === 'PUT' ? saying(402, { message: 'No money' }) : undefined,
    )
    const { id } = await run('mailboxes.update', rows)
    take(await calling.call('jobs.pause', { id }))
    expect((await jobOf(id)).rest).toMatchObject({ why: 'problem', problem: { status: 402 } })
  })

  it('goes on behind a row that is not there any more, and stops at a path that is not', async () => {
    const { rows, run, jobOf, rowsOf, workedOnce } = await readyToRename(3)
    const missing = (message: string) =>
      here.litemail.faults(({ method, path }) => {
        if (method !== 'PUT') return undefined
        return path.endsWith(String(rows[1]?.inputs.id))
          ? saying(404, { status: 404, message })
          : saying(200, { status: 200 })
      })
    const states = async (id: string) => (await rowsOf(id)).map(({ state }) => state)
    missing('Mailbox not found')
    const named = await run('mailboxes.update', rows)
    expect(await states(named.id)).toEqual(['done', 'refused', 'done'])
    expect((await rowsOf(named.id))[1]?.problem).toMatchObject({
      ...{ kind: 'rejected', status: 404, message: 'Mailbox not found' },
    })
    // The first row has shown that the path is there.
    missing('Not found')
    const bare = await run('mailboxes.update', rows)
    expect(await states(bare.id)).toEqual(['done', 'refused', 'done'])
    await workedOnce('mailboxes.update')
    here.litemail.faults(({ method }) =>
      method === 'PUT' ? saying(405, { status: 405, message: 'Method not allowed' }) : undefined,
    )
    const lost = await run('mailboxes.update', rows)
    expect((await jobOf(lost.id)).rest).toMatchObject({ problem: { kind: 'no-such-path' } })
    expect(await states(lost.id)).toEqual(['refused', 'planned', 'planned'])
  })

  it('that waits because it was too fast is paused at once', async () => {
    const { rows, plan, calling, ended, jobOf, rowsOf } = await readyToRename(2)
    const tooSoon = saying(429, { status: 429, message: 'Too Many Requests' })
    here.litemail.faults(({ method }) =>
      method === 'PUT' ? { ...tooSoon, headers: { ...tooSoon.headers, 'retry-after': '120' } } : undefined,
    )
    const { id } = take(await plan('mailboxes.update', rows))
    const waits = here.litemail.when('answered', { method: 'PUT' })
    take(await calling.call('operations.run', { planId: id }))
    await waits
    take(await calling.call('jobs.pause', { id }))
    await ended(id)
    expect((await jobOf(id)).rest).toMatchObject({ why: 'user' })
    expect(renamed()).toHaveLength(1)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['refused', 'planned'])
  })

  it('stands behind what somebody presses for', async () => {
    const { rows, accountId, context } = await readyToRename(3)
    accepting()
    const asked: string[] = []
    const { limiter } = context
    const noting: typeof limiter.take = (ask) => {
      asked.push(ask.priority)
      return limiter.take(ask)
    }
    const { run } = here.open({ ...context, limiter: { ...limiter, take: noting } }, accountId)
    await run('mailboxes.update', rows)
    expect(asked).toEqual(['background', 'background', 'background'])
  })

  it('that is told to wait for long rests, and says until when', async () => {
    const { rows, run, jobOf } = await readyToRename(2)
    const tooSoon = saying(429, { status: 429, message: 'Too Many Requests' })
    here.litemail.faults(({ method }) =>
      method === 'PUT' ? { ...tooSoon, headers: { ...tooSoon.headers, 'retry-after': '1800' } } : undefined,
    )
    const { id } = await run('mailboxes.update', rows)
    expect((await jobOf(id)).rest).toMatchObject({
      ...{ why: 'problem', problem: { kind: 'rate-limited', until: expect.any(Number) } },
    })
    expect(renamed()).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 2, mailboxes: 2 })
const row = (inputs: Record<string, string | number>) => [{ workspaceId: '', inputs }]

describe('what the service answered to a job', () => {
  it('leads to the page where it is paid, and stands in no row of the journal', async () => {
    const { run, calling, rowsOf } = await here.ready()
    const page = 'https://checkout.example/pay/cs_live_1'
    here.litemail.next(saying(200, { status: 200, data: { paymentLink: page } }), { method: 'POST' })
    const { id } = await run('wallet.addBalance', row({ amount: 50 }))
    const answer = take(await calling.call('jobs.answer', { id }))
    expect(answer?.link).toMatchObject({ host: 'checkout.example', address: page })
    expect(JSON.stringify(await rowsOf(id))).not.toContain('checkout.example')
  })

  it('is not shown where it says a secret back, and its refusal is kept without it', async () => {
    const { run, calling, rowsOf, context } = await here.ready()
    const password = 'canary "of" a login'
    here.litemail.next(
      saying(422, {
        status: 422,
        message: `No account takes ${password}`,
        errors: [{ path: ['password'], message: `${password} is too short` }],
      }),
      { method: 'POST' },
    )
    const inputs = { app: 'INSTANTLY', email: 'a@x.example', password }
    const { id } = await run('exports.addAccount', row(inputs))
    expect(here.writes()[0]?.body).toContain(JSON.stringify(password))
    expect(take(await calling.call('jobs.answer', { id }))).toBeNull()
    const [refused] = await rowsOf(id)
    expect(refused?.problem).toMatchObject({
      kind: 'rejected',
      message: expect.stringMatching(/^No account takes /),
    })
    expect(JSON.stringify(refused)).not.toContain('canary')
    // The job is over, and what it was sent with is gone.
    expect(context.jobs.secrets.size).toBe(0)
    expect(await calling.call('jobs.retry', { id, requestId: crypto.randomUUID() })).toMatchObject({
      error: { issues: ['secrets: missing'] },
    })
  })

  it.each(['jobs.stop', 'litemail.remove'] as const)(
    'says no secret back after %s meanwhile',
    async (method) => {
      const { plan, calling, ended, accountId, context } = await here.ready()
      const password = 'canary of a login'
      const said = saying(200, { message: `saved ${password}`, data: { note: password } })
      here.litemail.next({ ...said, isHeld: true }, { method: 'POST' })
      const inputs = { app: 'INSTANTLY', email: 'a@x.example', password }
      const { id } = take(await plan('exports.addAccount', row(inputs)))
      const arrived = here.litemail.when('received', { method: 'POST' })
      take(await calling.call('operations.run', { planId: id }))
      await arrived
      take(await calling.call(method, { id: method === 'jobs.stop' ? id : accountId }))
      here.litemail.release()
      await ended(id)
      expect(here.writes()).toHaveLength(1)
      expect(take(await calling.call('jobs.answer', { id }))).toBeNull()
      expect(context.jobs.secrets.size).toBe(0)
    },
  )

  it('is none where nothing was answered, or nobody knows it any more', async () => {
    const { plan, calling } = await here.ready()
    const [mailbox] = here.litemail.holdings().mailboxes
    const rows = [
      { workspaceId: mailbox?.workspaceId ?? '', inputs: { id: mailbox?.id ?? '', firstName: 'A' } },
    ]
    const { id } = take(await plan('mailboxes.update', rows))
    expect(take(await calling.call('jobs.answer', { id }))).toBeNull()
  })
})

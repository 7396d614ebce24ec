import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 2, mailboxes: 2 })

/** Zones that Cloudflare is asked about, all of them refused. */
async function refused(inputs: Record<string, string>) {
  const window = await here.ready()
  here.litemail.faults(({ method }) => (method === 'POST' ? saying(422, { message: 'No' }) : undefined))
  const rows = ['one.example', 'two.example'].map((domainName) => ({
    workspaceId: '',
    inputs: { domainName, ...inputs },
  }))
  const job = await window.run('cloudflare.save', rows)
  return { ...window, job }
}

it('a job that had no key is tried again, though its operation takes one', async () => {
  const { calling, job } = await refused({})
  expect(take(await calling.call('jobs.get', { id: job.id }))).toMatchObject({
    ...{ isSecretGone: false, counts: { refused: 2 }, job: { hasUnwrittenInputs: false } },
  })
  const plan = take(await calling.call('jobs.retry', { id: job.id, requestId: randomUUID() }))
  expect(plan.count).toBe(2)
})

it('a job whose key is gone is said to be so, and is not tried again', async () => {
  const { calling, job } = await refused({ apiKey: 'canary-key-of-cloudflare' })
  expect(take(await calling.call('jobs.get', { id: job.id }))).toMatchObject({
    ...{ isSecretGone: true, job: { hasUnwrittenInputs: true } },
  })
  expect(await calling.call('jobs.retry', { id: job.id, requestId: randomUUID() })).toMatchObject({
    error: { issues: ['secrets: missing'] },
  })
})

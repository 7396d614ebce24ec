import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 2, mailboxes: 3 })

/** A service that refuses a row, for itself or because of the key, until it accepts everything. */
async function refused(status: 401 | 422 = 422) {
  const window = await here.ready()
  const rows = here.litemail
    .holdings()
    .mailboxes.slice(0, 1)
    .map(({ id, workspaceId }) => ({ workspaceId, inputs: { id, firstName: 'Zoe' } }))
  here.litemail.faults(({ method, path }) =>
    method === 'PUT' || (status === 401 && path === '/v1/users')
      ? saying(status, { message: 'no' })
      : undefined,
  )
  const retry = async (id: string) => window.calling.call('jobs.retry', { id, requestId: randomUUID() })
  const begin = async (planId: string) => {
    const begun = await window.calling.call('operations.run', { planId })
    await window.ended(planId)
    return begun
  }
  return { ...window, rows, retry, begin }
}

const accept = () => {
  here.litemail.clearFaults()
  here.litemail.forget()
}
const changed = { ok: false, error: { kind: 'plan', why: 'rows-changed' } }

describe('what is tried again', () => {
  it('is sent by one of two plans that were made of it', async () => {
    const { rows, run, retry, begin } = await refused()
    const { id } = await run('mailboxes.update', rows)
    const [one, other] = [take(await retry(id)), take(await retry(id))]
    accept()
    take(await begin(one.id))
    expect(await begin(other.id)).toEqual(changed)
    expect(here.writes()).toHaveLength(1)
  })

  it('is not sent once more where its own job has gone on meanwhile', async () => {
    const { rows, run, retry, begin, goOn } = await refused(401)
    const { id } = await run('mailboxes.update', rows)
    const again = take(await retry(id))
    accept()
    await goOn(id)
    expect(here.writes()).toHaveLength(1)
    expect(await begin(again.id)).toEqual(changed)
    expect(here.writes()).toHaveLength(1)
  })

  it('is found whatever else was sent in the same words, and takes nothing from it', async () => {
    const { rows, run, retry, begin, rowsOf } = await refused()
    const first = await run('mailboxes.update', rows)
    const second = await run('mailboxes.update', rows)
    const again = take(await retry(first.id))
    expect(again.count).toBe(1)
    accept()
    take(await begin(again.id))
    expect(here.writes()).toHaveLength(1)
    expect(await rowsOf(second.id)).toMatchObject([{ state: 'refused', problem: { kind: 'rejected' } }])
    expect(take(await retry(second.id)).count).toBe(1)
  })

  it('leaves nothing behind that waits for its user', async () => {
    const { rows, run, retry, begin, jobOf, rowsOf } = await refused(401)
    const { id } = await run('mailboxes.update', rows)
    expect((await jobOf(id)).rest).not.toBeNull()
    const again = take(await retry(id))
    accept()
    take(await begin(again.id))
    expect((await jobOf(id)).rest).toBeNull()
    expect(await rowsOf(id)).toMatchObject([{ state: 'dropped', problem: { kind: 'given-up' } }])
  })
})

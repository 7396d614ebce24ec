import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { domainsByName } from '../../../../src/shared/domain'
import { take } from '../../../support/actions/take'
import { writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ workspaces: 1, domains: 3, mailboxes: 6 })

/** The golden fleet, and a domain that only a mailbox shows. */
async function fleet() {
  const [like] = here.litemail.holdings().mailboxes
  if (like === undefined) throw new Error('the service holds no mailbox')
  here.litemail.addMailbox({ ...like, id: 'm-seen', email: 'a@seen.example', domain: 'seen.example' })
  const { calling, context } = await here.ready()
  const { rows } = take(await calling.call('domains.list', { view: domainsByName, offset: 0, limit: 50 }))
  const plan = (ids: readonly string[]) =>
    calling.call('operations.plan', {
      ...{ requestId: randomUUID(), operation: 'domains.remove' },
      of: { list: 'domains', choice: { ids: [...ids] }, inputs: {} },
    })
  const seen = rows.filter(({ serviceId }) => serviceId === null)
  const listed = rows.filter(({ serviceId }) => serviceId !== null)
  return { rows, seen, listed, plan, context }
}

describe('domains that would be removed', () => {
  it('say how many mailboxes each has', async () => {
    const { listed, plan } = await fleet()
    const told = take(await plan(listed.map(({ id }) => id)))
    const { mailboxes } = here.litemail.holdings()
    expect(told.rows).toHaveLength(3)
    for (const { target, mailboxes: count } of told.rows)
      expect(count).toBe(mailboxes.filter(({ domain }) => domain === target?.name).length)
    expect(told.rows.reduce((sum, row) => sum + (row.mailboxes ?? 0), 0)).toBe(6)
  })

  it('are not told as listed no more where only their id is not known', async () => {
    const { rows, seen, plan } = await fleet()
    expect(seen.map(({ name }) => name)).toEqual(['seen.example'])
    const told = take(await plan(rows.map(({ id }) => id)))
    expect([told.count, told.unnamed, told.lost]).toEqual([3, 1, 0])
    expect(await plan(seen.map(({ id }) => id))).toMatchObject({
      error: { kind: 'invalid-input', issues: ['rows: no ids'] },
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ workspaces: 2, domains: 4, mailboxes: 60 })
const MINUTE = 60_000

/** So much later, nothing having been read meanwhile. */
const later = (context: Context, ms: number): Context => ({
  ...context,
  clock: { ...context.clock, now: () => context.clock.now() + ms },
})

/** Rows that rename the first mailboxes of the fleet, as a window plans them after so many minutes. */
async function planned(count: number, minutes: number) {
  const window = await here.ready()
  const rows = here.litemail
    .holdings()
    .mailboxes.slice(0, count)
    .map(({ id, workspaceId }) => ({ workspaceId, inputs: { id, firstName: 'Zoe' } }))
  here.litemail.forget()
  const { accountId } = window
  return { ...here.open(later(window.context, minutes * MINUTE), accountId), rows, accountId }
}
const reads = () => here.litemail.requests.map(({ method, path }) => `${method} ${path.split('/')[2]}`)

describe('a plan of rows', () => {
  it('that were read just now asks for nothing', async () => {
    const { plan, rows } = await planned(3, 9)
    const { stale, changed } = take(await plan('mailboxes.update', rows))
    expect([stale, changed, reads()]).toEqual([0, 0, []])
  })

  it('that were read more than ten minutes ago reads them again, and marks what is not as it was listed', async () => {
    const { plan, rows, context } = await planned(3, 11)
    here.litemail.changeMailbox(rows[1]?.inputs.id ?? '', { firstName: 'Somebody else' })
    const told = take(await plan('mailboxes.update', rows))
    expect(here.litemail.requests.map(({ path }) => path.split('/').at(-1)).toSorted()).toEqual(
      rows.map(({ inputs }) => inputs.id).toSorted(),
    )
    for (const request of here.litemail.requests)
      expect(request.headers['x-workspace-key']).toBe(rows[0]?.workspaceId)
    expect([told.stale, told.changed]).toEqual([0, 1])
    expect(told.rows.map(({ isChanged }) => isChanged)).toEqual([false, true, false])
    expect(told.rows[1]?.before).toMatchObject({ firstName: 'Somebody else' })
    for (const { readAt } of told.rows) expect(context.clock.now() - (readAt ?? 0)).toBeLessThan(MINUTE)
  })

  it('that are many reads their lists, and keeps each row in its workspace', async () => {
    const { plan, rows, context, accountId } = await planned(45, 11)
    const told = take(await plan('mailboxes.update', rows))
    expect(told.stale).toBe(0)
    expect(new Set(reads())).toEqual(new Set(['GET mailboxes']))
    expect(reads().length).toBeLessThan(10)
    const serviceIds = rows.map(({ inputs }) => inputs.id)
    const kept = take(await context.store.read('targets.find', { accountId, noun: 'mailbox', serviceIds }))
    const workspaceOf = new Map(rows.map(({ inputs, workspaceId }) => [inputs.id, workspaceId]))
    for (const target of kept) expect(target.workspaceId).toBe(workspaceOf.get(target.serviceId))
  })

  it('that cannot be read again says how old they are', async () => {
    const { plan, rows } = await planned(3, 11)
    here.litemail.faults(({ path }) => (path.startsWith('/v1/mailboxes') ? saying(500, {}) : undefined))
    expect(take(await plan('mailboxes.update', rows))).toMatchObject({ stale: 3, changed: 0, count: 3 })
  })

  it('that are gone is none', async () => {
    const { plan, rows } = await planned(2, 11)
    here.litemail.configure({ missing: 'named' })
    here.litemail.removeMailboxes([rows[1]?.inputs.id ?? ''])
    expect(await plan('mailboxes.update', rows)).toMatchObject({ error: { issues: ['rows.1: gone'] } })
  })

  it('that are DNS records reads those of their domain again, and judges beside them', async () => {
    const window = await here.ready()
    const { accountId, context } = window
    const [domain] = here.litemail.holdings().domains
    if (domain === undefined) throw new Error('no domain')
    const about = { accountId, domain: domain.domain, at: context.clock.now() }
    const record = { id: 'r-1', type: 'TXT', host: '@', value: 'v=spf1 -all', priority: null, ttl: 300 }
    const other = { ...record, id: 'r-2', value: 'other' }
    const records = [record, other].map((facts) => ({ ...facts, other: {} }))
    take(await context.store.write('dns.takeRecords', { ...about, records }))
    const told = (rows: readonly object[]) =>
      here.litemail.faults(({ path }) =>
        path === '/v1/dns' ? saying(200, { status: 200, data: rows }) : undefined,
      )
    const row = (inputs: Record<string, string>) => [
      { workspaceId: domain.workspaceId, inputs: { domainId: domain.id, ...inputs } },
    ]
    const deleting = (id: string) =>
      here.open(later(context, 11 * MINUTE), accountId).plan('dns.delete', row({ id }))
    here.litemail.forget()
    told([{ ...record, recordType: 'TXT', value: 'v=spf1 ~all' }])
    expect(take(await window.plan('dns.delete', row({ id: 'r-1' })))).toMatchObject({ changed: 0, stale: 0 })
    expect(reads()).toEqual([])
    const changed = take(await deleting('r-1'))
    expect(reads()).toEqual(['GET dns'])
    expect(changed).toMatchObject({ changed: 1, stale: 0 })
    expect(changed.rows[0]?.before).toMatchObject({ value: 'v=spf1 ~all' })
    take(await context.store.write('dns.takeRecords', { ...about, records }))
    expect(await deleting('r-2')).toMatchObject({ error: { issues: ['rows.0: gone'] } })
  })

  it('that a sync changed behind it is shown anew with what changed', async () => {
    const window = await here.ready()
    const { plan, calling, refresh } = window
    const rows = here.litemail
      .holdings()
      .mailboxes.slice(0, 2)
      .map(({ id, workspaceId }) => ({ workspaceId, inputs: { id, firstName: 'Zoe' } }))
    const first = take(await plan('mailboxes.update', rows))
    here.litemail.changeMailbox(rows[0]?.inputs.id ?? '', { firstName: 'Somebody else' })
    await refresh()
    expect(await calling.call('operations.run', { planId: first.id })).toMatchObject({
      error: { kind: 'plan', why: 'rows-changed' },
    })
    const second = take(await plan('mailboxes.update', rows, { replaces: first.id }))
    expect(second.rows.map(({ isChanged }) => isChanged)).toEqual([true, false])
    expect(second.changed).toBe(1)
    expect(here.writes()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { readAboutHealth } from '../../../../src/main/actions/health/askHealth'
import { checkDomain } from '../../../../src/main/actions/health/checkDns'
import {
  checkPropagation,
  copyNameServers,
  readNameServers,
  readRecords,
} from '../../../../src/main/actions/health/readDns'
import { refreshFleet } from '../../../../src/main/sync/fleet'
import { domainsByName } from '../../../../src/shared/domain'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/take'

const here = litemailPerTest()

/** The account is connected, and its domain is known. */
async function aDomain() {
  await here.connected()
  const { context } = here.world
  take(await refreshFleet(context, {}))
  await Promise.all([...context.fleetRuns.byAccount.values()].map(({ ended }) => ended))
  const page = { view: domainsByName, offset: 0, limit: 10, now: Date.now() }
  const [domain] = take(await context.store.read('domains.list', page)).rows
  if (domain === undefined) throw new Error('no domain')
  return { context, domain, id: domain.id }
}

describe('asking about the DNS of a domain', () => {
  it('checks it at once, under its workspace, and keeps what that found', async () => {
    const { context, domain, id } = await aDomain()
    expect(take(await readAboutHealth(context, id)).health.mx.state).toBe('unchecked')
    const { about, unread } = take(await checkDomain(context, id))
    expect(unread).toBeNull()
    expect(about.health).toMatchObject({ mx: { state: 'good' }, dmarc: { state: 'missing' } })
    const [asked] = here.litemail.requests.filter(({ path }) => path.endsWith('/domains/dns/check'))
    expect(asked?.query).toEqual({ domainIds: domain.serviceId })
    expect(asked?.headers['x-workspace-key']).toBe(domain.workspaceId)
    expect(take(await context.store.read('dns.history', id))).toMatchObject([{ checks: 1, dmarc: false }])
  })

  it('reads its records, its name servers, and whether they are known', async () => {
    const { context, id } = await aDomain()
    expect(take(await readRecords(context, id)).about.records?.rows).toMatchObject([
      { type: 'MX', value: 'mx1.litemail.test', priority: 10 },
      { type: 'TXT' },
    ])
    const servers = ['ns1.litemail.test', 'ns2.litemail.test']
    expect(take(await readNameServers(context, id)).about.toldNameServers?.servers).toEqual(servers)
    expect(take(await checkPropagation(context, id)).about.propagation?.isWhole).toBe(true)
    expect(take(await copyNameServers(context, id))).toEqual({ copied: 2 })
    expect(here.world.copied.at(-1)).toBe(servers.join('\n'))
  })

  it('shows an answer that it cannot read as a table, and keeps what it knew', async () => {
    const { context, id } = await aDomain()
    take(await readRecords(context, id))
    const data = { zones: [{ zone: 'acme', lines: 4 }] }
    here.litemail.next({ kind: 'wrong-shape', act: true, body: { status: 200, message: 'OK', data } })
    const { about, unread } = take(await readRecords(context, id))
    expect(unread).toMatchObject({
      problem: { kind: 'bad-response', operation: 'dns.list', problem: 'shape' },
      table: { columns: ['zone', 'lines'], rows: [['"acme"', '4']] },
    })
    expect(about.records?.rows).toHaveLength(2)
  })

  it('says that a path is not there, and keeps that as the reason why nothing is checked', async () => {
    const { context, id } = await aDomain()
    here.litemail.configure({ paths: { 'domains.checkDns': '404' } })
    expect(await checkDomain(context, id)).toMatchObject({ ok: false, error: { kind: 'no-such-path' } })
    expect(take(await readAboutHealth(context, id))).toMatchObject({
      health: { mx: { state: 'unchecked' } },
      problem: { kind: 'no-such-path', operation: 'domains.checkDns' },
    })
  })

  it('does not know a domain that is not listed', async () => {
    const { context } = await aDomain()
    expect(await checkDomain(context, '999')).toEqual({
      ok: false,
      error: { kind: 'not-found', what: 'domain' },
    })
  })
})

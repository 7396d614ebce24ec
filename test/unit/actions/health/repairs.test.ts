import { describe, expect, it } from 'vitest'
import { checkDomain } from '../../../../src/main/actions/health/checkDns'
import { readRecords } from '../../../../src/main/actions/health/readDns'
import { planOperation } from '../../../../src/main/actions/jobs/planOperation'
import { refreshFleet } from '../../../../src/main/sync/fleet'
import { domainsByName } from '../../../../src/shared/domain'
import type { AboutHealth } from '../../../../src/shared/health'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/take'
import { LITEMAIL_KEY } from '../../../support/litemail/server'

const FLEET = { workspaces: ['Acme'], domains: 6, mailboxes: 6 }
const here = litemailPerTest({ users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] })

const allThere = { mx: true, spf: true, dkim: true, dmarc: true }
const DMARC = 'v=DMARC1; p=reject; rua=mailto:reports@example.com'
const KEY = `v=DKIM1; k=rsa; p=${'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB'.repeat(10)}`
const txt = (id: string, host: string, value: string) => ({ id, recordType: 'TXT', host, value, ttl: 3600 })

const listed = async () => {
  const { store } = here.world.context
  const page = { view: domainsByName, offset: 0, limit: 10, now: Date.now() }
  return take(await store.read('domains.list', page)).rows
}

async function refresh() {
  const { context } = here.world
  take(await refreshFleet(context, {}))
  await Promise.all([...context.fleetRuns.byAccount.values()].map(({ ended }) => ended))
}

/** The six domains, by what they miss. */
async function sixBroken() {
  const { litemail } = here
  const six = litemail.holdings().domains
  const [away, elsewhere, dmarcSeen, dmarcTold, dkimSeen, dkimNever] = six
  const set = (at: typeof away, facts: Parameters<typeof litemail.changeDomain>[1]) =>
    litemail.changeDomain(at?.id ?? '', facts)
  for (const domain of six) set(domain, { dmarcEmail: null, records: [] })
  // Both would have something to put back.
  for (const domain of [away, elsewhere])
    set(domain, { nameServers: ['ns1.parking.test'], dmarcEmail: 'reports@example.com' })
  set(dmarcSeen, { records: [txt('r-1', '_dmarc', DMARC)] })
  set(dmarcTold, { dmarcEmail: 'reports@example.com' })
  set(dkimSeen, { records: [txt('r-2', 's1._domainkey', KEY), txt('r-3', 's0._domainkey', 'v=DKIM1; p=')] })
  await here.connected()
  await refresh()
  const rows = await listed()
  for (const { id } of rows) take(await readRecords(here.world.context, id))
  for (const domain of six) set(domain, { records: [] })
  for (const domain of [away, elsewhere, dmarcSeen, dmarcTold])
    set(domain, { dns: { ...allThere, dmarc: false } })
  for (const domain of [dkimSeen, dkimNever]) set(domain, { dns: { ...allThere, dkim: false } })
  const found = new Map<string, AboutHealth>()
  for (const { id, name } of rows) {
    take(await checkDomain(here.world.context, id))
    found.set(name, take(await readRecords(here.world.context, id)).about)
  }
  const of = (domain: typeof away) => found.get(domain?.domain ?? '')
  return {
    ...{ away: of(away), elsewhere: of(elsewhere), dmarcSeen: of(dmarcSeen), dmarcTold: of(dmarcTold) },
    ...{ dkimSeen: of(dkimSeen), dkimNever: of(dkimNever), all: [...found.values()] },
  }
}

describe('six broken domains', () => {
  it('are offered exactly the three repairs whose values have a source; other name servers are the one cause', async () => {
    const { away, elsewhere, dmarcSeen, dmarcTold, dkimSeen, dkimNever, all } = await sixBroken()
    expect(all.map(({ isElsewhere }) => isElsewhere).filter(Boolean)).toHaveLength(2)
    for (const domain of [away, elsewhere]) {
      expect(domain).toMatchObject({
        ...{ isElsewhere: true, repairs: [] },
        nameServers: { expected: ['ns1.litemail.test', 'ns2.litemail.test'] },
      })
    }
    const at = expect.any(Number)
    const seen = { by: 'seen', at }
    const record = { type: 'TXT', ttl: 3600, priority: null }
    expect(dmarcSeen?.repairs).toEqual([
      { ...seen, mark: 'dmarc', record: { ...record, host: '_dmarc', value: DMARC } },
    ])
    expect(dmarcTold?.repairs).toEqual([
      { by: 'dmarc-email', mark: 'dmarc', email: 'reports@example.com', at },
    ])
    // The key that was taken back is none to put back.
    expect(dkimSeen?.repairs).toEqual([
      { ...seen, mark: 'dkim', record: { ...record, host: 's1._domainkey', value: KEY } },
    ])
    expect(dkimNever).toMatchObject({ isElsewhere: false, repairs: [] })
    expect(all.flatMap(({ repairs }) => repairs)).toHaveLength(3)
  })
})

describe('records that are to be written', () => {
  const aDomain = async (records: ReturnType<typeof txt>[]) => {
    const [first] = here.litemail.holdings().domains
    here.litemail.changeDomain(first?.id ?? '', { records })
    const account = await here.connected()
    await refresh()
    const domain = (await listed()).find(({ name }) => name === first?.domain)
    if (domain === undefined) throw new Error('no domain')
    take(await readRecords(here.world.context, domain.id))
    const plan = (operation: string, inputs: Record<string, string | number>) =>
      planOperation(here.world.context, {
        ...{ requestId: crypto.randomUUID(), operation },
        of: {
          accountId: account.id,
          rows: [
            { workspaceId: domain.workspaceId, inputs: { domainId: domain.serviceId ?? '', ...inputs } },
          ],
        },
      })
    return { domain, plan }
  }
  const spf = { recordType: 'TXT', host: '@', value: 'v=spf1 mx -all' }

  it('are judged in main, beside what stands there, whoever asks', async () => {
    const { plan } = await aDomain([txt('r-1', '@', 'v=spf1 include:litemail.test ~all')])
    const issues = (found: Awaited<ReturnType<typeof plan>>) =>
      !found.ok && found.error.kind === 'invalid-input' ? found.error.issues : found
    expect(issues(await plan('dns.create', spf))).toEqual(['rows.0.inputs.value: spf-second'])
    expect(issues(await plan('dns.create', { ...spf, host: 'sub', value: 'v=spf1 ip4:300.0.0.1' }))).toEqual([
      'rows.0.inputs.value: spf-network',
    ])
    expect(issues(await plan('dns.create', { recordType: 'MX', host: '@', value: '192.0.2.1' }))).toEqual([
      'rows.0.inputs.value: target-address',
      'rows.0.inputs.priority: priority-needed',
    ])
  })

  it('show what stood there before, by the name of the record, and may replace it', async () => {
    const { plan, domain } = await aDomain([txt('r-1', '@', 'v=spf1 include:litemail.test ~all')])
    expect(take(await plan('dns.update', { ...spf, id: 'r-1' })).rows).toMatchObject([
      {
        target: { noun: 'record', name: `TXT ${domain.name}` },
        before: { type: 'TXT', host: '@', value: 'v=spf1 include:litemail.test ~all', ttl: '3600' },
      },
    ])
    expect(take(await plan('dns.delete', { id: 'r-1' })).rows[0]?.before?.value).toContain('litemail.test')
  })
})

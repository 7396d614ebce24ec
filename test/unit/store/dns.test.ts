import { describe, expect, it } from 'vitest'
import type { TakenChecks } from '../../../src/main/store/dnsChecks'
import { type DomainView, domainsByName } from '../../../src/shared/domain'
import type { AppErrorOf } from '../../../src/shared/errors'
import type { DnsRecordFacts } from '../../../src/shared/litemail/facts'
import { domainFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON } from './testStore'

const MINUTE = 60_000
const DAY = 86_400_000
const allThere = { mx: true, spf: true, dkim: true, dmarc: true }

const aFleet = (...names: readonly string[]) => {
  const fleet = storeWithFleet()
  const { store, account } = fleet
  fleet.passOfDomains(names.map((name) => domainFacts(name)))
  const rows = (view: Partial<DomainView> = {}) =>
    store.read('domains.list', {
      ...{ view: { ...domainsByName, ...view }, offset: 0, limit: 500, now: NOON },
    }).rows
  return {
    ...fleet,
    rows,
    names: (view?: Partial<DomainView>) => rows(view).map(({ name }) => name),
    idOf: (name: string) => rows().find((row) => row.name === name)?.id ?? '',
    check: (name: string, found: Partial<typeof allThere> | null, at = NOON) => {
      const checks: TakenChecks['checks'] = found === null ? [] : [{ domain: name, ...allThere, ...found }]
      store.write('dns.takeChecks', { accountId: account.id, at, tried: [name], checks })
    },
    due: (now: number) =>
      store.read('dns.due', { accountId: account.id, now, most: 100 }).map(({ name }) => name),
    losses: (now: number) => store.write('dns.takeLosses', { id: `at ${now}`, now }),
    takeRecords: (name: string, at: number, ...records: DnsRecordFacts[]) =>
      store.write('dns.takeRecords', { accountId: account.id, domain: name, at, records }),
  }
}

const record = (given: Partial<DnsRecordFacts> = {}): DnsRecordFacts => ({
  ...{ id: 'r-1', type: 'TXT', host: '@', value: 'v=spf1 -all', priority: null, ttl: 300 },
  ...given,
})

describe('what is known of a domain’s DNS', () => {
  it('is nothing before it was checked, and then how it stands and since when that is known', () => {
    const { rows, check } = aFleet('a')
    expect(rows()[0]?.health.dmarc).toEqual({ state: 'unchecked', at: null })
    check('a.example', { dmarc: false })
    check('a.example', { dmarc: false }, NOON + DAY)
    expect(rows()[0]?.health).toMatchObject({
      mx: { state: 'good', at: NOON + DAY },
      dmarc: { state: 'missing', at: NOON + DAY },
    })
  })

  it('says of name servers what the list of domains says, and nothing where that says nothing', () => {
    const { passOfDomains, rows } = aFleet()
    const ours = ['ns1.litemail.example', 'ns2.litemail.example']
    passOfDomains([
      domainFacts('ours', { nameServers: [...ours].reverse(), expectedNameServers: ours }),
      domainFacts('theirs', { nameServers: ['ns.elsewhere.example'], expectedNameServers: ours }),
      domainFacts('unknown', { nameServers: [], expectedNameServers: ours }),
    ])
    expect(rows().map(({ name, health }) => [name, health.ns.state])).toEqual([
      ['ours.example', 'good'],
      ['theirs.example', 'missing'],
      ['unknown.example', 'unchecked'],
    ])
  })

  it('narrows and orders the list, and is counted beside the other filters', () => {
    const { store, check, names } = aFleet('a', 'b', 'c', 'd')
    check('a.example', {})
    check('b.example', { dmarc: false, mx: false })
    check('c.example', { dmarc: false })
    expect(names({ health: ['dmarc'] })).toEqual(['b.example', 'c.example'])
    expect(names({ health: ['mx', 'good'] })).toEqual(['a.example', 'b.example'])
    expect(names({ health: ['unchecked'] })).toEqual(['d.example'])
    expect(names({ sort: { by: 'dmarc-record', isDescending: false } })).toEqual([
      ...['b.example', 'c.example', 'a.example', 'd.example'],
    ])
    const counts = () => store.read('domains.facets', { view: domainsByName, now: NOON }).health
    expect(counts()).toEqual([
      { name: 'mx', count: 1 },
      { name: 'dmarc', count: 2 },
      { name: 'good', count: 1 },
      { name: 'unchecked', count: 1 },
    ])
    check('c.example', {}, NOON + 1)
    expect(names({ health: ['dmarc'] })).toEqual(['b.example'])
    expect(counts()).toContainEqual({ name: 'good', count: 2 })
  })

  it('keeps checks that said the same as one, and others apart', () => {
    const { store, check, idOf } = aFleet('a')
    check('a.example', {})
    check('a.example', {}, NOON + DAY)
    check('a.example', { spf: false }, NOON + 2 * DAY)
    expect(store.read('dns.history', idOf('a.example'))).toMatchObject([
      { spf: false, checks: 1, firstAt: NOON + 2 * DAY },
      { spf: true, checks: 2, firstAt: NOON, lastAt: NOON + DAY },
    ])
  })

  it('is of the account and the name: it is gone with the account, and with the domain', () => {
    const { store, account, check, takeRecords, query } = aFleet('a')
    check('a.example', {})
    takeRecords('a.example', NOON, record())
    while (store.write('fleet.forget', account.id) > 0);
    const tables = ['dns_marks', 'dns_checks', 'dns_records', 'dns_domains']
    for (const table of tables) expect(query(`SELECT 1 FROM ${table}`)).toEqual([])
  })

  it('is not kept of an account that was removed meanwhile', () => {
    const { store, account, check, query } = aFleet('a')
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    check('a.example', {})
    expect(query("SELECT 1 FROM dns_marks WHERE mark = 'mx'")).toEqual([])
  })
})

describe('domains that are due', () => {
  it('are those that were not asked about for a day, what misses most and then the oldest first', () => {
    const { due, check } = aFleet('a', 'b', 'c', 'd')
    expect(due(NOON)).toEqual(['a.example', 'b.example', 'c.example', 'd.example'])
    check('a.example', {}, NOON + 2)
    check('b.example', {}, NOON + 1)
    check('c.example', { mx: false }, NOON + 3)
    check('d.example', { mx: false, spf: false }, NOON + 4)
    expect(due(NOON + MINUTE)).toEqual([])
    expect(due(NOON + DAY + 4)).toEqual(['d.example', 'c.example', 'b.example', 'a.example'])
  })

  it('are once more, ten minutes later, those that were found to miss something', () => {
    const { due, check } = aFleet('a', 'b')
    check('a.example', {})
    check('b.example', { dkim: false })
    expect(due(NOON + 9 * MINUTE)).toEqual([])
    expect(due(NOON + 10 * MINUTE)).toEqual(['b.example'])
    check('b.example', { dkim: false }, NOON + 10 * MINUTE)
    expect(due(NOON + 20 * MINUTE)).toEqual([])
  })

  it('are not asked about every ten minutes because nothing is told of them any more', () => {
    const { check, due } = aFleet('a')
    check('a.example', { dmarc: false })
    expect(due(NOON + 10 * MINUTE)).toEqual(['a.example'])
    check('a.example', null, NOON + 10 * MINUTE)
    expect(due(NOON + 30 * MINUTE)).toEqual([])
    expect(due(NOON + DAY + 10 * MINUTE)).toEqual(['a.example'])
  })
  it('leave out one that the service told nothing of, and one that only mailboxes show', () => {
    const { due, check, store, account } = aFleet('a')
    check('a.example', null)
    expect(due(NOON + MINUTE)).toEqual([])
    store.write('fleet.markGone', { accountId: account.id, noun: 'domains', serviceId: 'a', at: NOON })
    expect(due(NOON + 2 * DAY)).toEqual([])
  })
})

describe('that domains cannot be checked', () => {
  const refusal: AppErrorOf<'rejected'> = {
    kind: 'rejected',
    operation: 'domains.checkDns',
    status: 400,
    message: 'No such zone',
    remarks: [],
  }
  const problemOf = (...answers: readonly { at: number; isRefused: boolean }[]) => {
    const { store, account, idOf } = aFleet('a')
    for (const { at, isRefused } of answers) {
      store.write('operations.noteAnswer', {
        ...{ accountId: account.id, operation: 'domains.checkDns', changedAt: null, shape: null },
        ...{ at, problem: isRefused ? refusal : null },
      })
    }
    const told = store.read('fleet.overview', NOON).domains?.health.problem
    expect(store.read('dns.about', idOf('a.example'))?.problem).toEqual(told?.error ?? null)
    return told
  }
  it('is said of an account by its name, where none of them could be', () => {
    expect(problemOf({ at: NOON, isRefused: true })).toMatchObject({
      ...{ accountName: 'Fleet', error: { kind: 'rejected' } },
    })
  })
  it('is not said of an account because of one that was refused, as long as others are not', () => {
    const worked = { at: NOON, isRefused: false }
    expect(problemOf(worked, { at: NOON + DAY + MINUTE, isRefused: true })).toBeNull()
    expect(problemOf(worked, { at: NOON + 2 * DAY, isRefused: true })).toMatchObject({
      error: { kind: 'rejected' },
    })
  })
})

describe('losses', () => {
  it('are told once, when two checks ten minutes apart found them, and again only after it was good between', () => {
    const { check, losses } = aFleet('a')
    check('a.example', {})
    check('a.example', { dmarc: false }, NOON + DAY)
    expect(losses(NOON + DAY + 16 * MINUTE)).toEqual([])
    check('a.example', { dmarc: false }, NOON + DAY + 10 * MINUTE)
    const lost = [{ mark: 'dmarc', isLost: true, domains: ['a.example'] }]
    expect(losses(NOON + DAY + 10 * MINUTE)).toEqual(lost)
    expect(losses(NOON + DAY + 11 * MINUTE)).toEqual([])
    check('a.example', {}, NOON + 2 * DAY)
    check('a.example', { dmarc: false }, NOON + 3 * DAY)
    check('a.example', { dmarc: false }, NOON + 4 * DAY)
    expect(losses(NOON + 4 * DAY)).toEqual(lost)
  })

  it('wait a while for others that are about to be sure, so that all are told together', () => {
    const { check, losses } = aFleet('a', 'b')
    check('a.example', { mx: false })
    check('a.example', { mx: false }, NOON + 10 * MINUTE)
    check('b.example', { mx: false }, NOON + 5 * MINUTE)
    expect(losses(NOON + 11 * MINUTE)).toEqual([])
    check('b.example', { mx: false }, NOON + 15 * MINUTE)
    expect(losses(NOON + 16 * MINUTE)).toEqual([
      { mark: 'mx', isLost: false, domains: ['a.example', 'b.example'] },
    ])
  })

  it('do not wait for ever', () => {
    const { check, losses } = aFleet('a', 'b')
    check('a.example', { mx: false })
    check('a.example', { mx: false }, NOON + 10 * MINUTE)
    check('b.example', { mx: false }, NOON + 20 * MINUTE)
    expect(losses(NOON + 25 * MINUTE)).toHaveLength(1)
  })

  it('stand in Activity', () => {
    const { store, check, losses } = aFleet('a')
    check('a.example', { spf: false })
    check('a.example', { spf: false }, NOON + DAY)
    losses(NOON + DAY)
    expect(store.read('activity.list', { offset: 0, limit: 10 })).toMatchObject({
      rows: [{ kind: 'domains.lost', at: NOON + DAY, losses: [{ mark: 'spf', domains: ['a.example'] }] }],
      total: 1,
    })
  })
})

describe('DNS records', () => {
  it('are not loaded before they were read, and none where none is', () => {
    const { store, idOf, takeRecords } = aFleet('a')
    expect(store.read('dns.about', idOf('a.example'))?.records).toBeNull()
    takeRecords('a.example', NOON)
    expect(store.read('dns.about', idOf('a.example'))?.records).toEqual({ rows: [], at: NOON })
  })

  it('stay when they are no longer there, with when they were last seen, and come back as what they were', () => {
    const { store, idOf, takeRecords } = aFleet('a')
    const mx = record({ id: 'r-2', type: 'MX', value: 'mx.a.example', priority: 10 })
    const rows = () => store.read('dns.about', idOf('a.example'))?.records?.rows
    takeRecords('a.example', NOON, record(), mx)
    takeRecords('a.example', NOON + DAY, mx)
    expect(rows()).toMatchObject([
      { type: 'MX', isGone: false, firstSeenAt: NOON, lastSeenAt: NOON + DAY },
      { type: 'TXT', isGone: true, lastSeenAt: NOON },
    ])
    takeRecords('a.example', NOON + 2 * DAY, mx, record({ id: 'r-3' }))
    expect(rows()).toMatchObject([
      { type: 'TXT', isGone: false, firstSeenAt: NOON, lastSeenAt: NOON + 2 * DAY },
      { type: 'MX', isGone: false },
    ])
  })

  it('that differ in their priority alone are two', () => {
    const { store, idOf, takeRecords } = aFleet('a')
    const mx = (priority: number) => record({ type: 'MX', value: 'mx.a.example', priority })
    takeRecords('a.example', NOON, mx(10), mx(20))
    expect(store.read('dns.about', idOf('a.example'))?.records?.rows).toHaveLength(2)
  })
})

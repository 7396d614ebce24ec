import { describe, expect, it } from 'vitest'
import { readContent } from '../../../src/main/store/contentReading'
import { connect } from '../../../src/main/store/sql'
import type { DnsRecordFacts } from '../../../src/shared/litemail/facts'
import { aLitemailAccount, aPart, domainFacts } from './fleetRows'
import { databaseIn, NOON, openDirectly } from './testStore'

const MINUTE = 60_000
const DAY = 86_400_000
const DOMAIN = 'acme.example'
const account = aLitemailAccount()
const accountId = account.id

const spf: DnsRecordFacts = {
  ...{ id: 'r-1', type: 'TXT', host: '@', value: 'v=spf1 -all', priority: null, ttl: 300 },
}
const mx: DnsRecordFacts = { ...spf, id: 'r-2', type: 'MX', value: 'mx.acme.example', priority: 10 }

type Store = ReturnType<typeof openDirectly>

const aStore = (): Store => {
  const store = openDirectly()
  store.write('litemail.insertAccount', account)
  return store
}
const readDomains = (store: Store) =>
  store.write('fleet.take', {
    ...{ part: aPart({ accountId, noun: 'domains', workspaceId: 'w' }), pass: 1, at: NOON },
    taken: { noun: 'domains', rows: [domainFacts('acme', { name: DOMAIN })] },
  })
const takeRecords = (store: Store, at: number, ...records: DnsRecordFacts[]) =>
  store.write('dns.takeRecords', { accountId, domain: DOMAIN, at, records })
const check = (store: Store, at: number, dmarc: boolean) =>
  store.write('dns.takeChecks', {
    ...{ accountId, at, tried: [DOMAIN] },
    checks: [{ domain: DOMAIN, mx: true, spf: null, dkim: true, dmarc }],
  })

const known = (store: Store) => {
  const about = store.read('dns.about', '1')
  return {
    // By which id a service knows a record is read again before it is written by it.
    records: about?.records?.rows.map(({ serviceId: _, ...record }) => record),
    readAt: about?.records?.at,
    history: store.read('dns.history', '1'),
  }
}

/** An SPF record that was there on the first day only, and DMARC that was lost on the third. */
function aStoreWithHistory(): Store {
  const store = aStore()
  readDomains(store)
  takeRecords(store, NOON, mx, spf)
  takeRecords(store, NOON + DAY, mx)
  check(store, NOON, true)
  check(store, NOON + DAY, true)
  check(store, NOON + 2 * DAY, false)
  check(store, NOON + 2 * DAY + 10 * MINUTE, false)
  return store
}

/** What is in one comes to another, as from a backup. */
function restore(from: Store, to: Store): void {
  const sql = connect(databaseIn(from.folder), { isReadOnly: true, busyTimeoutMs: 100 })
  try {
    for (const page of readContent(sql, { isTolerant: false }))
      to.write('restore.stage', { token: 'one', page })
  } finally {
    sql.close()
  }
  to.write('restore.merge', { token: 'one', at: NOON, keys: 'elsewhere' })
}

describe('what a backup brings about DNS', () => {
  it('comes once, however often it is restored', () => {
    const [theirs, store] = [aStoreWithHistory(), aStore()]
    restore(theirs, store)
    restore(theirs, store)
    readDomains(store)
    expect(known(store)).toEqual(known(theirs))
  })

  it('lets a loss be told as one: it knows that it was there', () => {
    const [theirs, store] = [aStore(), aStore()]
    readDomains(theirs)
    check(theirs, NOON, true)
    restore(theirs, store)
    readDomains(store)
    check(store, NOON + DAY, false)
    check(store, NOON + 2 * DAY, false)
    expect(store.write('dns.takeLosses', { id: 'l', now: NOON + 2 * DAY })).toEqual([
      { mark: 'dmarc', isLost: true, domains: [DOMAIN] },
    ])
  })

  it('joins what is here: the last reading says what is there, and older checks come before those that are here', () => {
    const store = aStore()
    readDomains(store)
    takeRecords(store, NOON + 5 * DAY, spf)
    check(store, NOON + 5 * DAY, true)
    restore(aStoreWithHistory(), store)
    const { records, readAt, history } = known(store)
    expect(readAt).toBe(NOON + 5 * DAY)
    expect(records).toMatchObject([
      { type: 'TXT', isGone: false, firstSeenAt: NOON, lastSeenAt: NOON + 5 * DAY },
      { type: 'MX', isGone: true, lastSeenAt: NOON + DAY },
    ])
    expect(history.map(({ lastAt, dmarc }) => [lastAt, dmarc])).toEqual([
      [NOON + 5 * DAY, true],
      [NOON + 2 * DAY + 10 * MINUTE, false],
      [NOON + DAY, true],
    ])
    // What comes later follows what is the latest, not what came in last.
    check(store, NOON + 6 * DAY, true)
    expect(known(store).history).toHaveLength(3)
  })

  it('that is newer than what is here says what is there no longer', () => {
    const store = aStore()
    readDomains(store)
    takeRecords(store, NOON - DAY, spf, { ...mx, value: 'old.acme.example' })
    restore(aStoreWithHistory(), store)
    expect(known(store).records).toMatchObject([
      { type: 'MX', value: 'mx.acme.example', isGone: false },
      { type: 'TXT', isGone: true, firstSeenAt: NOON - DAY, lastSeenAt: NOON },
      { value: 'old.acme.example', isGone: true, lastSeenAt: NOON - DAY },
    ])
  })
})

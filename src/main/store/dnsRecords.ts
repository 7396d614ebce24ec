import type { DnsRecord } from '../../shared/health'
import type { DnsRecordFacts } from '../../shared/litemail/facts'
import { numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { markKeeping } from './dnsMarks'
import { accountStanding } from './fleetParts'
import { domainKey, jsonText, whole } from './fleetTables'
import { asBytes, type Sql } from './sql'

/** So many records that are no longer there are kept of a domain, the last ones. */
const MOST_GONE = 200

interface OfDomain {
  readonly accountId: string
  readonly domain: string
  readonly at: number
}

/** The records of a domain, those that are there first, in the order in which the service first listed them. */
export const recordReading = (sql: Sql): ((accountId: string, domain: string) => DnsRecord[]) => {
  const all = sql.prepare(`
    SELECT ${asBytes('r', ['service_id', 'type', 'host', 'value'])}, r.priority, r.ttl, r.first_seen_at, r.last_seen_at, r.gone_at
    FROM dns_records AS r WHERE r.account_id = ? AND r.domain = ?
    ORDER BY r.gone_at IS NOT NULL, r.gone_at DESC, r.place`)
  return (accountId, domain) =>
    all.all(accountId, domain).map((row) => ({
      serviceId: textOrNull(row.service_id),
      type: textIn(row.type),
      host: textIn(row.host),
      value: textIn(row.value),
      priority: numberOrNull(row.priority),
      ttl: numberOrNull(row.ttl),
      firstSeenAt: numberIn(row.first_seen_at),
      lastSeenAt: numberIn(row.last_seen_at),
      isGone: row.gone_at !== null,
    }))
}

export const dnsRecordReads = (sql: Sql) => {
  const recordsOf = recordReading(sql)
  const find = sql.prepare(`
    SELECT ${asBytes('d', ['name'])} FROM domains AS d
    WHERE d.account_id = ? AND d.service_id = ? AND d.gone_at IS NULL`)
  return {
    /** A domain by the id of its service, with the records that it has as far as they were read; null: no list shows it. */
    'dns.records': (about: {
      readonly accountId: string
      readonly domainId: string
    }): { readonly domain: string; readonly records: DnsRecord[] } | null => {
      const row = find.get(about.accountId, about.domainId)
      if (row === undefined) return null
      const domain = textIn(row.name)
      const records = recordsOf(about.accountId, domainKey(domain)).filter(({ isGone }) => !isGone)
      return { domain, records }
    },
  }
}

/** What tells records of a domain apart. */
export type RecordName = Pick<DnsRecordFacts, 'type' | 'host' | 'value' | 'priority'> & {
  readonly accountId: string
  readonly domain: string
}

/** Finds the place of a record, be it there or gone; null: there never was one. */
export const recordFinding = (sql: Sql): ((name: RecordName) => number | null) => {
  const find = sql.prepare(`
    SELECT r.place FROM dns_records AS r
    WHERE r.account_id = ? AND r.domain = ? AND r.type = ? AND r.host = ? AND r.value = ? AND r.priority IS ?
    ORDER BY r.gone_at IS NOT NULL LIMIT 1`)
  return ({ accountId, domain, type, host, value, priority }) =>
    numberOrNull(find.get(accountId, domain, type, host, value, whole(priority))?.place)
}

/** What of a domain's DNS was read, but for checks. Of an account that was removed meanwhile nothing is kept. */
export const dnsRecordWrites = (sql: Sql) => {
  const isStanding = accountStanding(sql)
  const keepMarks = markKeeping(sql)
  const find = recordFinding(sql)
  const insert = sql.prepare(`
    INSERT INTO dns_records (account_id, domain, service_id, type, host, value, priority, ttl, first_seen_at, last_seen_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)`)
  const meet = sql.prepare(`
    UPDATE dns_records AS r SET service_id = ?2, ttl = ?3, last_seen_at = ?4, gone_at = NULL WHERE r.place = ?1`)
  const lose = sql.prepare(`
    UPDATE dns_records AS r SET gone_at = ?3
    WHERE r.account_id = ?1 AND r.domain = ?2 AND r.gone_at IS NULL AND r.place NOT IN (SELECT e.value FROM json_each(?4) AS e)`)
  const forget = sql.prepare(`
    DELETE FROM dns_records AS r WHERE r.place IN (SELECT o.place FROM dns_records AS o
      WHERE o.account_id = ?1 AND o.domain = ?2 AND o.gone_at IS NOT NULL
      ORDER BY o.gone_at DESC, o.place DESC LIMIT -1 OFFSET ${MOST_GONE})`)
  const noteRecords = sql.prepare(`
    INSERT INTO dns_domains (account_id, domain, records_at) VALUES (?, ?, ?)
    ON CONFLICT (account_id, domain) DO UPDATE SET records_at = excluded.records_at`)
  const noteServers = sql.prepare(`
    INSERT INTO dns_domains (account_id, domain, name_servers, name_servers_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id, domain) DO UPDATE SET name_servers = excluded.name_servers,
      name_servers_at = excluded.name_servers_at`)
  const notePropagation = sql.prepare(`
    INSERT INTO dns_domains (account_id, domain, is_propagated, propagated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id, domain) DO UPDATE SET is_propagated = excluded.is_propagated,
      propagated_at = excluded.propagated_at`)

  /** Answers the place of the record. */
  const keepRecord = (accountId: string, domain: string, at: number, facts: DnsRecordFacts): number => {
    const { id, type, host, value, ttl } = facts
    const name = { accountId, domain, type, host, value, priority: facts.priority }
    const place = find(name)
    if (place !== null) {
      meet.run(place, id, whole(ttl), at)
      return place
    }
    insert.run(accountId, domain, id, type, host, value, whole(facts.priority), whole(ttl), at)
    return numberIn(find(name))
  }

  return {
    /** All records that a domain has now: a known one that is not among them is gone, and stays as what there once was. */
    'dns.takeRecords': ({
      accountId,
      domain: name,
      at,
      records,
    }: OfDomain & { readonly records: readonly DnsRecordFacts[] }): void => {
      if (!isStanding(accountId)) return
      const domain = domainKey(name)
      const places = records.map((facts) => keepRecord(accountId, domain, at, facts))
      lose.run(accountId, domain, at, JSON.stringify(places))
      forget.run(accountId, domain)
      noteRecords.run(accountId, domain, at)
    },

    /** The name servers that the service says a domain is to have. */
    'dns.takeNameServers': ({
      accountId,
      domain,
      at,
      nameServers,
    }: OfDomain & { readonly nameServers: readonly string[] }): void => {
      if (!isStanding(accountId)) return
      noteServers.run(accountId, domainKey(domain), jsonText(nameServers), at)
    },

    /** Whether a domain's name servers have come to be known everywhere; whether they are the expected ones, if told. */
    'dns.takePropagation': ({
      accountId,
      domain,
      at,
      isWhole,
      areExpected,
    }: OfDomain & { readonly isWhole: boolean; readonly areExpected: boolean | null }): void => {
      if (!isStanding(accountId)) return
      notePropagation.run(accountId, domainKey(domain), isWhole ? 1 : 0, at)
      keepMarks([{ accountId, domain, mark: 'ns', isGood: areExpected, at }])
    },
  }
}

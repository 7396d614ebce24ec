import { numberOrNull, toClaimOrNull } from './columns'
import type { ContentDnsCheck, ContentDnsRecord, ContentLoss } from './content'
import { recordFinding } from './dnsRecords'
import { accountStanding } from './fleetParts'
import { domainKey } from './fleetTables'
import type { Sql } from './sql'

/**
 * Takes over what was found out about the DNS of domains elsewhere: no service could tell it again. What is here stays; a
 * record was first seen by whoever saw it first, and last by whoever saw it last. Of checks those are taken that were made
 * before all that are here. `accountIdOf`: the account here that it is of; null: none.
 */
export const dnsMerging = (sql: Sql, accountIdOf: (id: string) => string | null) => {
  const isStanding = accountStanding(sql)
  const find = recordFinding(sql)
  const insert = sql.prepare(`
    INSERT INTO dns_records (account_id, domain, type, host, value, priority, ttl, first_seen_at, last_seen_at, gone_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`)
  const meet = sql.prepare(`
    UPDATE dns_records AS r SET first_seen_at = min(r.first_seen_at, ?2), last_seen_at = max(r.last_seen_at, ?3),
      gone_at = iif(?3 > r.gone_at, ?4, r.gone_at) WHERE r.place = ?1`)
  const noteReading = sql.prepare(`
    INSERT INTO dns_domains (account_id, domain, records_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (account_id, domain) DO UPDATE SET
      records_at = max(coalesce(dns_domains.records_at, excluded.records_at), excluded.records_at)`)
  // The last reading, wherever it was made, shows all that there is.
  const loseUnread = sql.prepare(`
    UPDATE dns_records AS r SET gone_at = t.records_at FROM dns_domains AS t
    WHERE t.account_id = r.account_id AND t.domain = r.domain AND r.gone_at IS NULL AND r.last_seen_at < t.records_at`)

  const earliest = sql.prepare(
    'SELECT min(k.first_at) AS at FROM dns_checks AS k WHERE k.account_id = ? AND k.domain = ?',
  )
  const insertCheck = sql.prepare(`
    INSERT INTO dns_checks (account_id, domain, mx, spf, dkim, dmarc, first_at, last_at, checks)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  /** When the checks began that were here before, by account and domain; null: there were none. */
  const beginnings = new Map<string, number | null>()
  const beginningOf = (accountId: string, domain: string): number | null => {
    const name = JSON.stringify([accountId, domain])
    const known = beginnings.get(name)
    if (known !== undefined) return known
    const at = numberOrNull(earliest.get(accountId, domain)?.at)
    beginnings.set(name, at)
    return at
  }

  const insertLoss = sql.prepare(
    'INSERT OR IGNORE INTO dns_losses (id, at, losses, is_restored) VALUES (?, ?, ?, 1)',
  )

  const standingIdOf = (id: string): string | null => {
    const here = accountIdOf(id)
    return here !== null && isStanding(here) ? here : null
  }

  return {
    takeRecord(record: ContentDnsRecord): void {
      const accountId = standingIdOf(record.accountId)
      if (accountId === null) return
      const domain = domainKey(record.domain)
      const { type, host, value, priority, ttl, firstSeenAt, lastSeenAt, goneAt } = record
      const place = find({ accountId, domain, type, host, value, priority })
      if (place !== null) meet.run(place, firstSeenAt, lastSeenAt, goneAt)
      else insert.run(accountId, domain, type, host, value, priority, ttl, firstSeenAt, lastSeenAt, goneAt)
      noteReading.run(accountId, domain, Math.max(lastSeenAt, goneAt ?? lastSeenAt))
    },

    takeCheck(check: ContentDnsCheck): void {
      const accountId = standingIdOf(check.accountId)
      if (accountId === null) return
      const domain = domainKey(check.domain)
      const { mx, spf, dkim, dmarc, firstAt, lastAt, checks } = check
      const begun = beginningOf(accountId, domain)
      if (begun !== null && lastAt >= begun) return
      const said = [mx, spf, dkim, dmarc].map(toClaimOrNull)
      insertCheck.run(accountId, domain, ...said, firstAt, lastAt, checks)
    },

    takeLoss({ id, at, losses }: ContentLoss): void {
      insertLoss.run(id, at, JSON.stringify(losses))
    },

    /** To be called after the last record. */
    finish(): void {
      loseUnread.run()
    },
  }
}

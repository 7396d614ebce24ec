import type { HealthCheck } from '../../shared/health'
import type { DnsCheckFacts } from '../../shared/litemail/facts'
import { CHECK_EVERY_MS, SURE_AFTER_MS } from '../rules/domainHealth'
import { claimOrNull, numberIn, numberOrNull, textIn, toClaimOrNull } from './columns'
import { type Finding, markKeeping } from './dnsMarks'
import { accountStanding } from './fleetParts'
import { placeIn } from './fleetPlace'
import { domainKey } from './fleetTables'
import { asBytes, type Sql } from './sql'

/** So many runs of checks that said the same are kept of a domain. */
const MOST_RUNS = 200

/** What one request told of domains of an account, by their names. */
export interface TakenChecks {
  readonly accountId: string
  readonly at: number
  /** Domains that were asked about; one without an answer is asked about again no sooner than the others. */
  readonly tried: readonly string[]
  readonly checks: readonly (Pick<DnsCheckFacts, 'mx' | 'spf' | 'dkim' | 'dmarc'> & {
    readonly domain: string
  })[]
}

/** A domain that is to be checked now. */
export interface DueDomain {
  readonly workspaceId: string
  readonly serviceId: string
  readonly name: string
}

const four = ['mx', 'spf', 'dkim', 'dmarc'] as const

export const dnsCheckReads = (sql: Sql) => {
  // What was found missing once is looked at again as soon as that makes it sure, where nobody tried since; the others once a
  // day.
  const due = sql.prepare(`
    SELECT ${asBytes('d', ['workspace_id', 'service_id', 'name'])},
      (SELECT count(*) FROM dns_marks AS m
        WHERE m.account_id = d.account_id AND m.domain = d.name AND m.is_good = 0) AS missing
    FROM domains AS d LEFT JOIN dns_domains AS t ON t.account_id = d.account_id AND t.domain = d.name
    WHERE d.account_id = ?1 AND d.service_id IS NOT NULL AND d.gone_at IS NULL AND (
      t.tried_at IS NULL OR abs(?2 - t.tried_at) >= ${CHECK_EVERY_MS}
      OR (?2 - t.tried_at >= ${SURE_AFTER_MS} AND EXISTS (SELECT 1 FROM dns_marks AS m
        WHERE m.account_id = d.account_id AND m.domain = d.name AND m.is_good = 0 AND m.mark <> 'ns'
          AND m.at - m.since < ${SURE_AFTER_MS} AND m.at >= t.tried_at)))
    ORDER BY missing DESC, t.tried_at ASC, d.name ASC LIMIT ?3`)
  const history = sql.prepare(`
    SELECT k.mx, k.spf, k.dkim, k.dmarc, k.first_at, k.last_at, k.checks
    FROM dns_checks AS k JOIN domains AS d ON d.account_id = k.account_id AND d.name = k.domain
    WHERE d.place = ? ORDER BY k.last_at DESC, k.place DESC LIMIT ${MOST_RUNS}`)
  return {
    /** Domains of an account that are to be checked now, those that miss most and were checked longest ago first. */
    'dns.due': ({ accountId, now, most }: { accountId: string; now: number; most: number }): DueDomain[] =>
      due.all(accountId, now, most).map((row) => ({
        workspaceId: textIn(row.workspace_id),
        serviceId: textIn(row.service_id),
        name: textIn(row.name),
      })),

    /** The checks of a domain, the newest first. */
    'dns.history': (id: string): HealthCheck[] =>
      history.all(placeIn(id)).map((row) => ({
        firstAt: numberIn(row.first_at),
        lastAt: numberIn(row.last_at),
        checks: numberIn(row.checks),
        mx: claimOrNull(row.mx),
        spf: claimOrNull(row.spf),
        dkim: claimOrNull(row.dkim),
        dmarc: claimOrNull(row.dmarc),
      })),
  }
}

/** When a domain was last asked about. */
const tryKeeping = (sql: Sql) => {
  const save = sql.prepare(`
    INSERT INTO dns_domains (account_id, domain, tried_at) VALUES (?, ?, ?)
    ON CONFLICT (account_id, domain) DO UPDATE SET tried_at = excluded.tried_at`)
  return (accountId: string, domain: string, at: number): void => {
    save.run(accountId, domainKey(domain), at)
  }
}

export const dnsCheckWrites = (sql: Sql) => {
  const isStanding = accountStanding(sql)
  const noteTry = tryKeeping(sql)
  const keepMarks = markKeeping(sql)
  // By time: a backup brings older ones later.
  const last = sql.prepare(`
    SELECT k.place, k.mx IS ?3 AND k.spf IS ?4 AND k.dkim IS ?5 AND k.dmarc IS ?6 AS is_same
    FROM dns_checks AS k WHERE k.account_id = ?1 AND k.domain = ?2
    ORDER BY k.last_at DESC, k.place DESC LIMIT 1`)
  const again = sql.prepare(
    'UPDATE dns_checks AS k SET last_at = max(k.last_at, ?2), checks = k.checks + 1 WHERE k.place = ?1',
  )
  const insert = sql.prepare(`
    INSERT INTO dns_checks (account_id, domain, mx, spf, dkim, dmarc, first_at, last_at, checks)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 1)`)
  const forget = sql.prepare(`
    DELETE FROM dns_checks AS k WHERE k.account_id = ?1 AND k.domain = ?2 AND k.place NOT IN (
      SELECT o.place FROM dns_checks AS o WHERE o.account_id = ?1 AND o.domain = ?2
      ORDER BY o.last_at DESC, o.place DESC LIMIT ${MOST_RUNS})`)

  const keepCheck = (accountId: string, at: number, check: TakenChecks['checks'][number]): Finding[] => {
    const domain = domainKey(check.domain)
    const said = four.map((mark) => toClaimOrNull(check[mark]))
    const before = last.get(accountId, domain, ...said)
    const place = numberOrNull(before?.place)
    if (place !== null && before?.is_same === 1) again.run(place, at)
    else {
      insert.run(accountId, domain, ...said, at)
      forget.run(accountId, domain)
    }
    return four.map((mark) => ({ accountId, domain, mark, isGood: check[mark], at }))
  }

  return {
    /** Keeps what a check found. Of an account that was removed meanwhile nothing is kept. */
    'dns.takeChecks': ({ accountId, at, tried, checks }: TakenChecks): void => {
      if (!isStanding(accountId)) return
      for (const domain of tried) noteTry(accountId, domain, at)
      keepMarks(checks.flatMap((check) => keepCheck(accountId, at, check)))
    },
  }
}

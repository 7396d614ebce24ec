import * as z from 'zod'
import { type DomainHealth, type HealthMark, healthMark } from '../../shared/health'
import { judgeNameServers } from '../rules/domainHealth'
import { claimIn, jsonIn, numberIn, toClaim } from './columns'
import { domainKey } from './fleetTables'
import { keptReads, keptWrites } from './kept'
import type { Sql, SqlRow } from './sql'

/** What was found of one mark of a domain. Null: it was not said. */
export interface Finding {
  readonly accountId: string
  readonly domain: string
  readonly mark: HealthMark
  readonly isGood: boolean | null
  readonly at: number
}

const REVISION = 'dns'

/** Another one whenever some mark stands otherwise than before, in SQL. */
export const MARKS_REVISION = `SELECT k.value FROM kept AS k WHERE k.kind = 'index' AND k.name = '${REVISION}'`

/** Keeps how marks stand, since when, and when they were last good. Answers whether any stands otherwise than before. */
export const markKeeping = (sql: Sql): ((findings: readonly Finding[]) => boolean) => {
  const find = sql.prepare(
    'SELECT m.is_good FROM dns_marks AS m WHERE m.account_id = ? AND m.domain = ? AND m.mark = ?',
  )
  // Of one that is new here a backup may know that it was good.
  const change = sql.prepare(`
    INSERT INTO dns_marks (account_id, domain, mark, is_good, since, at, good_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?5, iif(?4 = 1, ?5, (SELECT max(k.last_at) FROM dns_checks AS k
      WHERE k.account_id = ?1 AND k.domain = ?2 AND 1 = CASE ?3
        WHEN 'mx' THEN k.mx WHEN 'spf' THEN k.spf WHEN 'dkim' THEN k.dkim WHEN 'dmarc' THEN k.dmarc END)))
    ON CONFLICT (account_id, domain, mark) DO UPDATE SET is_good = excluded.is_good, since = excluded.since,
      at = excluded.at, good_at = coalesce(excluded.good_at, dns_marks.good_at), told_at = NULL`)
  const again = sql.prepare(`
    UPDATE dns_marks AS m SET at = max(m.at, ?4), good_at = iif(m.is_good = 1, max(m.at, ?4), m.good_at)
    WHERE m.account_id = ?1 AND m.domain = ?2 AND m.mark = ?3`)
  const { load } = keptReads(sql, 'index')
  const { save } = keptWrites(sql, 'index')

  return (findings) => {
    let isOther = false
    for (const { accountId, domain, mark, isGood, at } of findings) {
      if (isGood === null) continue
      const name = domainKey(domain)
      const known = find.get(accountId, name, mark)
      if (known !== undefined && claimIn(known.is_good) === isGood) again.run(accountId, name, mark, at)
      else {
        change.run(accountId, name, mark, toClaim(isGood), at)
        isOther = true
      }
    }
    if (isOther) save(REVISION, String(Number(load(REVISION) ?? '0') + 1))
    return isOther
  }
}

interface Listed {
  readonly name: string
  readonly nameServers: readonly string[]
  readonly expectedNameServers: readonly string[]
}

/** What a list of domains says of their name servers. */
export const findServers = (accountId: string, at: number, domains: readonly Listed[]): readonly Finding[] =>
  domains.map(({ name, nameServers, expectedNameServers }) => ({
    accountId,
    domain: name,
    mark: 'ns',
    isGood: judgeNameServers(nameServers, expectedNameServers),
    at,
  }))

/** How the marks of a domain `d` stand, as `healthIn` reads them. */
export const markColumns = `
  (SELECT json_group_object(m.mark, json_array(m.is_good, m.at)) FROM dns_marks AS m
    WHERE m.account_id = d.account_id AND m.domain = d.name) AS marks`

const marks = z.partialRecord(healthMark, z.tuple([z.number(), z.number()]))
const UNCHECKED = { state: 'unchecked', at: null } as const

/** How the marks of a row with `markColumns` stand. */
export function healthIn(row: SqlRow): DomainHealth {
  const known = jsonIn(marks, row.marks, {})
  const of = (mark: HealthMark): DomainHealth[HealthMark] => {
    const found = known[mark]
    return found === undefined ? UNCHECKED : { state: found[0] === 1 ? 'good' : 'missing', at: found[1] }
  }
  return { mx: of('mx'), spf: of('spf'), dkim: of('dkim'), dmarc: of('dmarc'), ns: of('ns') }
}

/** Domains that miss something, each mark apart; and how many there are of which no check is known. */
export interface HealthCounts {
  readonly missing: { readonly mark: HealthMark; readonly count: number }[]
  readonly unchecked: number
}

/** `standing`: the accounts that count, in SQL. */
export const countingHealth = (sql: Sql, standing: string): (() => HealthCounts) => {
  const missing = sql.prepare(`
    SELECT count(*) AS count, CAST(m.mark AS BLOB) AS mark
    FROM dns_marks AS m CROSS JOIN domain_index AS x ON x.account_id = m.account_id AND x.domain = m.domain
    WHERE m.is_good = 0 AND m.account_id IN ${standing} GROUP BY m.mark`)
  const unchecked = sql.prepare(`
    SELECT count(*) AS count FROM domain_index AS x WHERE x.account_id IN ${standing} AND ${isUnchecked('x')}`)
  return () => {
    const counts = new Map(missing.all().map((row) => [row.mark, numberIn(row.count)]))
    return {
      missing: healthMark.options.flatMap((mark) => {
        const count = counts.get(mark) ?? 0
        return count === 0 ? [] : [{ mark, count }]
      }),
      unchecked: numberIn(unchecked.get()?.count),
    }
  }
}

const marksOf = (x: string): string =>
  `SELECT 1 FROM dns_marks AS m WHERE m.account_id = ${x}.account_id AND m.domain = ${x}.domain`

/** No check of the domain of a row of the index is known; that its name servers are is none. */
export const isUnchecked = (x: string): string => `NOT EXISTS (${marksOf(x)} AND m.mark <> 'ns')`
/** It was checked, and nothing that is known is missing. */
export const isAllGood = (x: string): string =>
  `EXISTS (${marksOf(x)} AND m.mark <> 'ns') AND NOT EXISTS (${marksOf(x)} AND m.is_good = 0)`

/** What a list of domains is ordered by: missing first, then good, then what is not known. */
export const markOrder = (mark: HealthMark) => ({
  key: `(SELECT m.is_good FROM dns_marks AS m
    WHERE m.account_id = x.account_id AND m.domain = x.domain AND m.mark = '${mark}')`,
  until: MARKS_REVISION,
})

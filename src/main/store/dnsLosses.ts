import * as z from 'zod'
import type { LossTold } from '../../shared/activity'
import { type HealthMark, healthMark, type Loss, loss } from '../../shared/health'
import { SURE_AFTER_MS, TOGETHER_MS } from '../rules/domainHealth'
import { claimIn, jsonIn, knownIn, numberIn, textIn } from './columns'
import { asBytes, type Sql, type SqlRow } from './sql'

/** More names than anybody reads are counted, and not kept. */
const MOST_NAMES = 1_000

const standing = `m.is_good = 0 AND m.told_at IS NULL AND EXISTS (SELECT 1 FROM domain_index AS x
  JOIN accounts AS a ON a.id = x.account_id AND a.removed_at IS NULL
  WHERE x.account_id = m.account_id AND x.domain = m.domain)`
/** That name servers are not yet the expected ones is how a domain begins: only that they no longer are is told. */
const telling = `${standing} AND (m.mark <> 'ns' OR m.good_at IS NOT NULL)`

interface Found {
  readonly mark: HealthMark
  readonly isLost: boolean
  readonly domain: string
}

const toFound = (row: SqlRow): Found => ({
  mark: knownIn(healthMark, row.mark, 'mx'),
  isLost: claimIn(row.is_lost),
  domain: textIn(row.domain),
})

/** By what is missing, and whether it was there: in the order of the marks, what was lost first. */
const gather = (found: readonly Found[]): Loss[] =>
  healthMark.options.flatMap((mark) =>
    [true, false].flatMap((isLost) => {
      const domains = found.filter((one) => one.mark === mark && one.isLost === isLost)
      const names = [...new Set(domains.map(({ domain }) => domain))].slice(0, MOST_NAMES)
      return names.length === 0 ? [] : [{ mark, isLost, domains: names }]
    }),
  )

/** Of `dns_losses AS l`, as `toLossTold` reads them. */
export const lossColumns = `
  CAST(l.id AS BLOB) AS loss_id, l.at AS loss_at, CAST(l.losses AS BLOB) AS losses, l.is_restored AS loss_is_restored`

export const toLossTold = (row: SqlRow): LossTold => ({
  id: textIn(row.loss_id),
  kind: 'domains.lost',
  losses: jsonIn(z.array(loss), row.losses, []),
  at: numberIn(row.loss_at),
  isRestored: claimIn(row.loss_is_restored),
})

export const dnsLossWrites = (sql: Sql) => {
  const sure = sql.prepare(`
    SELECT ${asBytes('m', ['mark', 'domain'])}, m.good_at IS NOT NULL AS is_lost, m.at
    FROM dns_marks AS m WHERE ${telling} AND m.at - m.since >= ${SURE_AFTER_MS} ORDER BY m.domain`)
  const isAwaited = sql.prepare(`
    SELECT 1 FROM dns_marks AS m WHERE ${telling} AND m.mark <> 'ns' AND m.at - m.since < ${SURE_AFTER_MS} LIMIT 1`)
  const tell = sql.prepare(`
    UPDATE dns_marks AS m SET told_at = ?1 WHERE ${telling} AND m.at - m.since >= ${SURE_AFTER_MS}`)
  const insert = sql.prepare('INSERT INTO dns_losses (id, at, losses) VALUES (?, ?, ?)')

  return {
    /**
     * What is missing for sure and was not told yet: from now on it is, and stands in Activity. While others are about to
     * become sure, nothing for a while, so that all are told together; [] where there is nothing to tell.
     */
    'dns.takeLosses': ({ id, now }: { id: string; now: number }): Loss[] => {
      const rows = sure.all()
      const oldest = rows.reduce((least, row) => Math.min(least, numberIn(row.at)), now)
      const isWaiting = isAwaited.get() !== undefined && now - oldest < TOGETHER_MS
      if (rows.length === 0 || isWaiting) return []
      const losses = gather(rows.map(toFound))
      tell.run(now)
      insert.run(id, now, JSON.stringify(losses))
      return losses
    },
  }
}

import type { Renewals } from '../../shared/billing'
import { inCents } from '../../shared/text/money'
import { daysAhead } from '../rules/daysAhead'
import { numberIn } from './columns'
import type { Sql } from './sql'

/** The accounts of Litemail's that count, in SQL. */
export const STANDING = `(SELECT a.id FROM accounts AS a WHERE a.service = 'litemail' AND a.removed_at IS NULL)`

/**
 * What the status of a subscription `s` says of it, in SQL. Statuses are free words: one that does not tell its own may
 * renew, and of a word that nobody knows it is not known.
 */
export const RENEWAL = `(CASE
  WHEN upper(trim(coalesce(s.status, ''))) IN ('', 'ACTIVE') THEN 'may'
  WHEN upper(trim(s.status)) IN ('CANCELLED', 'CANCELED', 'EXPIRED', 'ENDED', 'TERMINATED') THEN 'over'
  ELSE 'unclear' END)`

/** Counts what renews from today on, of one account or of all (null). `now` in epoch milliseconds. */
export const countingRenewals = (
  sql: Sql,
): ((now: number, days: number, accountId?: string | null) => Renewals) => {
  const subscriptions = sql.prepare(`
    SELECT count(*) FILTER (WHERE r.renewal = 'may' AND r.is_due) AS total,
      total(r.price) FILTER (WHERE r.renewal = 'may' AND r.is_due) AS price,
      count(*) FILTER (WHERE r.renewal = 'may' AND r.is_due AND r.price IS NULL) AS unpriced,
      count(*) FILTER (WHERE NOT r.is_dated OR (r.renewal = 'unclear' AND r.is_due)) AS unclear
    FROM (
      SELECT s.price, ${RENEWAL} AS renewal, coalesce(s.period_end >= ?1, 0) AS is_dated,
        coalesce(s.period_end >= ?1 AND s.period_end < ?2, 0) AS is_due
      FROM subscriptions AS s
      WHERE s.account_id IN ${STANDING} AND (?3 IS NULL OR s.account_id = ?3) AND s.gone_at IS NULL
    ) AS r WHERE r.renewal <> 'over'`)
  // The plus keeps SQLite from going by accounts, as in the overview.
  const mailboxes = sql.prepare(`
    SELECT count(*) AS total FROM mailbox_index AS x
    WHERE x.ends_at >= ?1 AND x.ends_at < ?2 AND +x.account_id IN ${STANDING}
      AND (?3 IS NULL OR +x.account_id = ?3)`)
  return (now, days, accountId = null) => {
    const { from, to } = daysAhead(now, days)
    const row = subscriptions.get(from, to, accountId)
    return {
      count: numberIn(row?.total),
      atLeast: inCents(numberIn(row?.price)),
      unpriced: numberIn(row?.unpriced),
      unclear: numberIn(row?.unclear),
      mailboxes: numberIn(mailboxes.get(from, to, accountId)?.total),
    }
  }
}

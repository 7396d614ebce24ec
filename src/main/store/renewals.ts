import type { Renewals } from '../../shared/billing'
import { daysAhead } from '../rules/daysAhead'
import { numberIn } from './columns'
import type { Sql } from './sql'

/** The accounts of Litemail's that count, in SQL. */
export const STANDING = `(SELECT a.id FROM accounts AS a WHERE a.service = 'litemail' AND a.removed_at IS NULL)`

/** Whether a subscription `s` renews, in SQL: one that does not tell its status may. */
export const MAY_RENEW = `(s.status IS NULL OR upper(s.status) = 'ACTIVE')`

/** Cents are whole, sums of them in binary are not. */
const inCents = (amount: number): number => Math.round(amount * 100) / 100

/** Counts what renews from today on, of one account or of all (null). `now` in epoch milliseconds. */
export const countingRenewals = (
  sql: Sql,
): ((now: number, days: number, accountId?: string | null) => Renewals) => {
  const subscriptions = sql.prepare(`
    SELECT count(*) AS total, total(s.price) AS price, count(*) - count(s.price) AS unpriced
    FROM subscriptions AS s
    WHERE s.account_id IN ${STANDING} AND (?3 IS NULL OR s.account_id = ?3) AND s.gone_at IS NULL AND ${MAY_RENEW}
      AND s.period_end >= ?1 AND s.period_end < ?2`)
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
      mailboxes: numberIn(mailboxes.get(from, to, accountId)?.total),
    }
  }
}

import { type AccountBilling, type Subscription, subscription, type Wallet } from '../../shared/billing'
import { daysAhead } from '../rules/daysAhead'
import { claimIn, claimOrNull, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { READ_AT } from './fleetParts'
import { countingRenewals, RENEWAL, STANDING } from './renewals'
import type { Sql, SqlRow } from './sql'

/** So many subscriptions of an account are shown. */
const MOST_SHOWN = 500

const { renewal: renewalWord } = subscription.shape

const walletIn = (row: SqlRow): Wallet | null => {
  const at = numberOrNull(row.seen_at)
  if (at === null) return null
  return {
    balance: numberOrNull(row.balance),
    isAutoRecharging: claimOrNull(row.is_auto_recharging),
    rechargeBelow: numberOrNull(row.recharge_below),
    rechargeBy: numberOrNull(row.recharge_by),
    at,
  }
}

const subscriptionIn = (row: SqlRow): Subscription => ({
  id: String(numberIn(row.place)),
  serviceId: textIn(row.service_id),
  workspaceId: textIn(row.workspace_id),
  workspaceName: textOrNull(row.workspace_name),
  plan: textOrNull(row.plan),
  status: textOrNull(row.status),
  price: numberOrNull(row.price),
  mailboxCount: numberOrNull(row.mailbox_count),
  endsAt: numberOrNull(row.period_end),
  renewal: renewalWord.parse(textIn(row.renewal)),
  isUnseen: row.missed_at !== null,
  readAt: numberIn(row.seen_at),
})

export const billingReads = (sql: Sql) => {
  const wallets = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS account_id, CAST(a.name AS BLOB) AS name,
      w.balance, w.is_auto_recharging, w.recharge_below, w.recharge_by, w.seen_at,
      EXISTS (SELECT 1 FROM fleet_parts AS p WHERE p.account_id = a.id AND p.noun = 'subscriptions'
        AND ${READ_AT} IS NOT NULL) AS is_loaded
    FROM accounts AS a LEFT JOIN wallets AS w ON w.account_id = a.id
    WHERE a.id IN ${STANDING} ORDER BY a.created_at, a.id`)
  const counted = sql.prepare(`
    SELECT count(*) AS total,
      count(*) FILTER (WHERE ${RENEWAL} = 'may' AND (s.period_end IS NULL OR s.period_end < ?2)) AS undated,
      count(*) FILTER (WHERE ${RENEWAL} = 'unclear') AS unclear
    FROM subscriptions AS s WHERE s.account_id = ?1 AND s.gone_at IS NULL`)
  const subscriptions = sql.prepare(`
    SELECT s.place, CAST(s.service_id AS BLOB) AS service_id, CAST(s.workspace_id AS BLOB) AS workspace_id,
      CAST(w.name AS BLOB) AS workspace_name, CAST(s.plan AS BLOB) AS plan,
      CAST(s.status AS BLOB) AS status, s.price, s.mailbox_count, s.period_end, CAST(${RENEWAL} AS BLOB) AS renewal,
      s.missed_at, s.seen_at
    FROM subscriptions AS s
    LEFT JOIN workspaces AS w ON w.account_id = s.account_id AND w.service_id = s.workspace_id
    WHERE s.account_id = ?1 AND s.gone_at IS NULL
    ORDER BY ${RENEWAL} = 'over', s.period_end IS NULL OR s.period_end < ?2, s.period_end, s.place LIMIT ${MOST_SHOWN}`)
  const countRenewals = countingRenewals(sql)

  return {
    /** What each account pays, and with what, as it was last read. `now` in epoch milliseconds. */
    'billing.get': (now: number): AccountBilling[] =>
      wallets.all().map((row) => {
        const accountId = textIn(row.account_id)
        const isLoaded = claimIn(row.is_loaded)
        const { from } = daysAhead(now, 0)
        const counts = counted.get(accountId, from)
        return {
          accountId,
          accountName: textIn(row.name),
          wallet: walletIn(row),
          forecast: isLoaded
            ? { within7: countRenewals(now, 7, accountId), within30: countRenewals(now, 30, accountId) }
            : null,
          subscriptions: isLoaded
            ? {
                rows: subscriptions.all(accountId, from).map(subscriptionIn),
                total: numberIn(counts?.total),
                undated: numberIn(counts?.undated),
                unclear: numberIn(counts?.unclear),
              }
            : null,
        }
      }),
  }
}

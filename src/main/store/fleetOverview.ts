import type { Overview } from '../../shared/litemail/fleet'
import { claimOrNull, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { checkProblemFinding } from './dnsAbout'
import { countingHealth } from './dnsMarks'
import { READ_AT } from './fleetParts'
import { countingRenewals, STANDING } from './renewals'
import type { Sql } from './sql'

type Counted = NonNullable<Overview['mailboxes']>['byStatus']

/** The largest first; what was not said comes last among equals. */
const inOrder = (counts: Counted): Counted =>
  [...counts].sort(
    (one, other) =>
      other.count - one.count || ((one.status ?? '\uffff') < (other.status ?? '\uffff') ? -1 : 1),
  )

export const overviewReads = (sql: Sql) => {
  // The plus keeps SQLite from going by accounts (SQLite, "The SQLite Query Optimizer Overview", 4.1): the other index has all
  // that is asked for.
  const loaded = sql.prepare(`
    SELECT DISTINCT CAST(p.noun AS BLOB) AS noun FROM fleet_parts AS p
    WHERE p.account_id IN ${STANDING} AND ${READ_AT} IS NOT NULL`)
  const statuses = (noun: 'mailbox' | 'domain') =>
    sql.prepare(`
      SELECT CAST(x.status AS BLOB) AS status, count(*) AS total, sum(x.is_unseen) AS unseen
      FROM ${noun}_index AS x WHERE +x.account_id IN ${STANDING} GROUP BY x.status`)
  const mailboxStatuses = statuses('mailbox')
  const domainStatuses = statuses('domain')
  const wallets = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS account_id, CAST(a.name AS BLOB) AS name, w.balance, w.is_auto_recharging, w.seen_at
    FROM accounts AS a LEFT JOIN wallets AS w ON w.account_id = a.id
    WHERE a.id IN ${STANDING} ORDER BY a.created_at, a.id`)

  const countHealth = countingHealth(sql, STANDING)
  const findProblem = checkProblemFinding(sql)
  const countRenewals = countingRenewals(sql)

  const countStatuses = (statement: typeof mailboxStatuses) => {
    const rows = statement.all()
    const sum = (column: 'total' | 'unseen') => rows.reduce((all, row) => all + numberIn(row[column]), 0)
    return {
      total: sum('total'),
      byStatus: inOrder(rows.map((row) => ({ status: textOrNull(row.status), count: numberIn(row.total) }))),
      unseen: sum('unseen'),
    }
  }

  return {
    /** What stands how with the fleet of all accounts. Null: of that nothing was read yet. `now` in epoch milliseconds. */
    'fleet.overview': (now: number): Overview => {
      const isLoaded = new Set(loaded.all().map((row) => textIn(row.noun)))
      const domains = countStatuses(domainStatuses)
      const isOnlySeen = !isLoaded.has('domains')
      return {
        mailboxes: isLoaded.has('mailboxes') ? countStatuses(mailboxStatuses) : null,
        domains:
          isOnlySeen && domains.total === 0
            ? null
            : {
                total: domains.total,
                byStatus: domains.byStatus,
                isOnlySeen,
                health: { ...countHealth(), problem: findProblem() },
              },
        renewals: isLoaded.has('subscriptions')
          ? { within7: countRenewals(now, 7), within30: countRenewals(now, 30) }
          : null,
        wallets: wallets.all().map((row) => ({
          accountId: textIn(row.account_id),
          accountName: textIn(row.name),
          balance: numberOrNull(row.balance),
          isAutoRecharging: claimOrNull(row.is_auto_recharging),
          at: numberOrNull(row.seen_at),
        })),
      }
    },
  }
}

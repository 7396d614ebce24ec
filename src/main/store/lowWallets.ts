import type { LowWallet } from '../../shared/billing'
import { isWalletLow, TOLD_AGAIN_MS } from '../rules/lowWallet'
import { claimOrNull, numberIn, numberOrNull, textIn } from './columns'
import { accountStanding } from './fleetParts'
import { keptReads, keptWrites } from './kept'
import { countingRenewals, STANDING } from './renewals'
import type { Sql } from './sql'

export const lowWalletReads = (sql: Sql) => {
  const wallets = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS account_id, CAST(a.name AS BLOB) AS name, w.balance, w.is_auto_recharging, w.seen_at
    FROM wallets AS w JOIN accounts AS a ON a.id = w.account_id
    WHERE a.id IN ${STANDING} ORDER BY a.created_at, a.id`)
  const countRenewals = countingRenewals(sql)
  const { load } = keptReads(sql, 'low-wallet')
  const wasTold = (accountId: string, now: number): boolean => {
    const at = Number(load(accountId) ?? Number.NaN)
    // A clock that was set back keeps nothing quiet for longer than a day.
    return Number.isFinite(at) && Math.abs(now - at) < TOLD_AGAIN_MS
  }
  return {
    /** Wallets that are low and of which nothing was told for a day. `now` in epoch milliseconds. */
    'wallets.low': (now: number): LowWallet[] =>
      wallets.all().flatMap((row) => {
        const accountId = textIn(row.account_id)
        const wallet = {
          balance: numberOrNull(row.balance),
          isAutoRecharging: claimOrNull(row.is_auto_recharging),
          at: numberIn(row.seen_at),
        }
        if (!isWalletLow(wallet, countRenewals(now, 7, accountId), now) || wasTold(accountId, now)) return []
        return [{ accountId, accountName: textIn(row.name) }]
      }),
  }
}

export const lowWalletWrites = (sql: Sql) => {
  const { save } = keptWrites(sql, 'low-wallet')
  const isStanding = accountStanding(sql)
  return {
    /** It was told that they are low. `at` in epoch milliseconds. */
    'wallets.markTold': ({ accountIds, at }: { accountIds: readonly string[]; at: number }): void => {
      for (const id of accountIds) if (isStanding(id)) save(id, String(at))
    },
  }
}

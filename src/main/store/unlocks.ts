import { operationOf } from '../../shared/litemail/operations'
import { isGrave, isWritingId, type WritingId } from '../../shared/litemail/writing'
import { isConfirmed } from '../rules/apiMap'
import { apiMapReads } from './apiMaps'
import { claimIn, numberOrNull } from './columns'
import { accountPresence, mapSince } from './operationAnswers'
import type { Sql } from './sql'

interface About {
  readonly accountId: string
  readonly operation: string
}

/**
 * Whether an operation may be sent: one that spends or destroys, and whose request is only guessed, may once its user has
 * pasted the documentation's sample of it, or says to have read its page. Another path is another guess, also where the
 * table's own is documented. One that was locked since may not, whatever was known of it.
 */
export const operationUnlocks = (sql: Sql): ((about: About) => boolean) => {
  const since = mapSince(sql)
  const { 'apiMaps.get': mapOf } = apiMapReads(sql)
  const one = sql.prepare(
    'SELECT u.asked_since, u.is_locked FROM operation_unlocks AS u WHERE u.account_id = ? AND u.operation = ?',
  )
  const isKnown = (accountId: string, operation: WritingId): boolean => {
    const { kept } = mapOf({ accountId, operation })
    return kept === null ? operationOf(operation).evidence === 'documented' : isConfirmed(kept.source)
  }
  return ({ accountId, operation }) => {
    if (!isWritingId(operation) || !isGrave(operation)) return true
    const row = one.get(accountId, operation)
    const isAsThen = row !== undefined && numberOrNull(row.asked_since) === since(accountId, operation)
    return isAsThen ? !claimIn(row.is_locked) : isKnown(accountId, operation)
  }
}

export const unlockReads = (sql: Sql) => ({
  /** Whether an operation may be sent, as it is asked now. */
  'operations.isUnlocked': operationUnlocks(sql),
})

export const unlockWrites = (sql: Sql) => {
  const since = mapSince(sql)
  const isPresent = accountPresence(sql)
  const save = sql.prepare(`
    INSERT INTO operation_unlocks (account_id, operation, asked_since, at, is_locked) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (account_id, operation)
      DO UPDATE SET asked_since = excluded.asked_since, at = excluded.at, is_locked = excluded.is_locked`)
  return {
    'operations.unlock': ({ accountId, operation, at }: About & { at: number }): void => {
      if (isPresent(accountId)) save.run(accountId, operation, since(accountId, operation), at, 0)
    },
    /** It did what nobody expected of it: its user is to read the page once more. */
    'operations.lock': ({ accountId, operation, at }: About & { at: number }): void => {
      if (isPresent(accountId)) save.run(accountId, operation, since(accountId, operation), at, 1)
    },
  }
}

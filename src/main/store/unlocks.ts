import { numberOrNull } from './columns'
import { accountPresence, mapSince } from './operationAnswers'
import type { Sql } from './sql'

interface About {
  readonly accountId: string
  readonly operation: string
}

export const unlockReads = (sql: Sql) => {
  const since = mapSince(sql)
  const one = sql.prepare(
    'SELECT u.asked_since FROM operation_unlocks AS u WHERE u.account_id = ? AND u.operation = ?',
  )
  return {
    /** Whether its user has read the service's page of an operation as it is asked now. */
    'operations.isUnlocked': ({ accountId, operation }: About): boolean => {
      const row = one.get(accountId, operation)
      return row !== undefined && numberOrNull(row.asked_since) === since(accountId, operation)
    },
  }
}

export const unlockWrites = (sql: Sql) => {
  const since = mapSince(sql)
  const isPresent = accountPresence(sql)
  const save = sql.prepare(`
    INSERT INTO operation_unlocks (account_id, operation, asked_since, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id, operation) DO UPDATE SET asked_since = excluded.asked_since, at = excluded.at`)
  const drop = sql.prepare('DELETE FROM operation_unlocks AS u WHERE u.account_id = ? AND u.operation = ?')
  return {
    'operations.unlock': ({ accountId, operation, at }: About & { at: number }): void => {
      if (isPresent(accountId)) save.run(accountId, operation, since(accountId, operation), at)
    },
    /** It did what nobody expected of it: its user is to read the page once more. */
    'operations.lock': ({ accountId, operation }: About): void => {
      drop.run(accountId, operation)
    },
  }
}

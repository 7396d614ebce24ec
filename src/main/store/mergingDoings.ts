import type { ContentDoing } from './content'
import type { Sql } from './sql'

/**
 * Takes over what was done elsewhere, as history; one that is here stays as it is. `accountIdOf`: the account here that it
 * is of; null: none.
 */
export const doingMerging = (sql: Sql, accountIdOf: (id: string) => string | null) => {
  const insert = sql.prepare(`
    INSERT OR IGNORE INTO doings (id, kind, what, account_id, email, count, at, is_restored)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1)`)
  return ({ id, kind, what, accountId, email, count, at }: ContentDoing): void => {
    insert.run(id, kind, what, accountId === null ? null : accountIdOf(accountId), email, count, at)
  }
}

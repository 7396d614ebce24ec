import { keptReads, keptWrites } from './kept'
import type { Sql } from './sql'

export const limitReads = (sql: Sql) => {
  const { load } = keptReads(sql, 'limit')
  return {
    /** What the limiter saved under that key, unread; null where it has saved nothing. */
    'limits.load': (key: string): string | null => load(key),
  }
}

export const limitWrites = (sql: Sql) => {
  const { save } = keptWrites(sql, 'limit')
  return {
    /** `value`: JSON of at most 65,536 characters. */
    'limits.save': ({ key, value }: { key: string; value: string }): void => save(key, value),
  }
}

import { keptReads, keptWrites } from './kept'
import type { Sql } from './sql'

/** What is said to a user only once. */
export type Hint = 'no-tray'

export const hintReads = (sql: Sql) => {
  const { load } = keptReads(sql, 'hint')
  return { 'hints.isSaid': (hint: Hint): boolean => load(hint) !== null }
}

export const hintWrites = (sql: Sql) => {
  const { save } = keptWrites(sql, 'hint')
  return { 'hints.say': (hint: Hint): void => save(hint, 'true') }
}

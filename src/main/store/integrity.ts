import type { Soundness } from './rows'
import type { Sql } from './sql'

const MOST_REMARKS = 20

/** SQLite's own check of every page, index and constraint (SQLite, "PRAGMA quick_check"). */
export const checkSoundness = (sql: Sql): Soundness => {
  const found = sql
    .prepare(`PRAGMA quick_check(${MOST_REMARKS})`)
    .all()
    .flatMap((row) => Object.values(row))
    .map(String)
  return { isSound: found.length === 1 && found[0] === 'ok', remarks: found[0] === 'ok' ? [] : found }
}

export const integrityReads = (sql: Sql) => ({
  /** Reads the whole file: not on the way to a first window. */
  'integrity.check': (): Soundness => checkSoundness(sql),
})

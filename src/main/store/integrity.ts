import { isCorruption } from './failures'
import type { Soundness } from './rows'
import type { Sql } from './sql'

const MOST_REMARKS = 20

const remarksOn = (sql: Sql): string[] => {
  try {
    return sql
      .prepare(`PRAGMA quick_check(${MOST_REMARKS})`)
      .all()
      .flatMap((row) => Object.values(row))
      .map(String)
  } catch (error) {
    // Some damage ends the check itself.
    if (isCorruption(error) && error instanceof Error) return [error.message]
    throw error
  }
}

/** SQLite's own check of every page, index and constraint (SQLite, "PRAGMA quick_check"). */
export const checkSoundness = (sql: Sql): Soundness => {
  const found = remarksOn(sql)
  const isSound = found.length === 1 && found[0] === 'ok'
  return { isSound, remarks: isSound ? [] : found }
}

export const integrityReads = (sql: Sql) => ({
  /** Reads the whole file: not on the way to a first window. */
  'integrity.check': (): Soundness => checkSoundness(sql),
})

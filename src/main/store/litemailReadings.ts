import { type TriedReads, triedReads } from '../../shared/litemail/fleet'
import { jsonIn } from './columns'
import { accountStanding } from './fleetParts'
import { keptReads, keptWrites } from './kept'
import type { Sql } from './sql'

/** What an account's service was found to answer. */
export const litemailReadingReads = (sql: Sql) => {
  const tried = keptReads(sql, 'tried')
  return {
    /** What came of trying every read; null: not tried yet. */
    'litemail.tried': (accountId: string): TriedReads | null =>
      jsonIn(triedReads.nullable(), tried.load(accountId), null),
  }
}

export const litemailReadingWrites = (sql: Sql) => {
  const tried = keptWrites(sql, 'tried')
  const isStanding = accountStanding(sql)
  return {
    /** Replaces what was tried before. */
    'litemail.saveTried': (input: { accountId: string; tried: TriedReads }): void => {
      if (isStanding(input.accountId)) tried.save(input.accountId, JSON.stringify(input.tried))
    },
  }
}

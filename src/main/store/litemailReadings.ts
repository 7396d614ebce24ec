import * as z from 'zod'
import { type TriedReads, triedReads } from '../../shared/litemail/fleet'
import { jsonIn } from './columns'
import { accountStanding } from './fleetParts'
import { keptReads, keptWrites } from './kept'
import type { Sql } from './sql'

/** By the ids of operations: when each last worked, in epoch milliseconds. */
export type WorkedOperations = Readonly<Record<string, number>>

const worked = z.record(z.string(), z.number())

/** What an account's service was found to answer. */
export const litemailReadingReads = (sql: Sql) => {
  const tried = keptReads(sql, 'tried')
  const works = keptReads(sql, 'worked')
  return {
    /** What came of trying every read; null: not tried yet. */
    'litemail.tried': (accountId: string): TriedReads | null =>
      jsonIn(triedReads.nullable(), tried.load(accountId), null),
    'litemail.worked': (accountId: string): WorkedOperations => jsonIn(worked, works.load(accountId), {}),
  }
}

export const litemailReadingWrites = (sql: Sql) => {
  const { 'litemail.worked': readWorked } = litemailReadingReads(sql)
  const tried = keptWrites(sql, 'tried')
  const works = keptWrites(sql, 'worked')
  const isStanding = accountStanding(sql)
  return {
    /** Replaces what was tried before. */
    'litemail.saveTried': (input: { accountId: string; tried: TriedReads }): void => {
      if (isStanding(input.accountId)) tried.save(input.accountId, JSON.stringify(input.tried))
    },
    'litemail.noteWorked': (input: { accountId: string; operation: string; at: number }): void => {
      if (!isStanding(input.accountId)) return
      const { accountId, operation, at } = input
      works.save(accountId, JSON.stringify({ ...readWorked(accountId), [operation]: at }))
    },
  }
}

import * as z from 'zod'
import { appErrorSchema } from '../../shared/errors'
import { jsonIn } from './columns'
import { keptReads, keptWrites } from './kept'
import type { Sql } from './sql'

const generation = z.number().nullable()

const keptListing = z.object({
  /** When the newest addresses were last read and taken over, in epoch milliseconds. */
  at: z.number().nullable(),
  /** When the whole list was last read to its end. */
  wholeAt: z.number().nullable(),
  /** When it was last tried, whatever came of it. */
  triedAt: z.number().nullable(),
  problem: appErrorSchema.nullable(),
  /** Of the list of the key of this generation; see `Listing`. */
  doubt: z.object({ listed: z.number(), known: z.number(), keyGeneration: z.number() }).nullable(),
  /** Of the key whose list was taken over last, or that the user has said to be the same user's. */
  takenGeneration: generation,
  /** Of the key whose list the user has said to be another user's. */
  othersGeneration: generation,
})

/** What is known of an account's list, kept over restarts: how old it is, and why it is not newer. */
export type KeptListing = z.infer<typeof keptListing>

/** Of a list that was never read. */
const neverRead: KeptListing = {
  at: null,
  wholeAt: null,
  triedAt: null,
  problem: null,
  doubt: null,
  takenGeneration: null,
  othersGeneration: null,
}

export const listingReads = (sql: Sql) => {
  const { load } = keptReads(sql, 'listing')
  return {
    /** Of the account of this id; one that cannot be read counts as never read. */
    'listings.get': (accountId: string): KeptListing => jsonIn(keptListing, load(accountId), neverRead),
  }
}

export const listingWrites = (sql: Sql) => {
  const { 'listings.get': get } = listingReads(sql)
  const { save } = keptWrites(sql, 'listing')
  return {
    /** Changes what is known of an account's list, and answers all of it. */
    'listings.update': (input: { accountId: string; patch: Partial<KeptListing> }): KeptListing => {
      const listing = { ...get(input.accountId), ...input.patch }
      save(input.accountId, JSON.stringify(listing))
      return listing
    },
  }
}

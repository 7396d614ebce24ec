import * as z from 'zod'
import { appErrorSchema } from './errors'

/** How an account's addresses were last read from its service. */
export const listing = z.object({
  accountId: z.string(),
  accountName: z.string(),
  /** Null: not known yet whether this server can list; false: it cannot. */
  canList: z.boolean().nullable(),
  isReading: z.boolean(),
  /** When the newest addresses were last read, in epoch milliseconds; null: never. */
  at: z.number().nullable(),
  /** When the whole list was last read to its end; null: never. */
  wholeAt: z.number().nullable(),
  /** Why the last reading did not come to its end. */
  problem: appErrorSchema.nullable(),
  /** After a key was replaced, the list shows none of the newest addresses that are known here: is it the same user's? */
  doubt: z.object({ listed: z.number(), known: z.number() }).nullable(),
  /** The user has said that this key's list is another user's: it is not read by itself. */
  isOtherUser: z.boolean().optional(),
  /** About so many requests would read the whole list. */
  cost: z.number(),
  /** About so many are left in this hour. */
  requestsLeft: z.number(),
})
export type Listing = z.infer<typeof listing>

/** What one reading brought. */
export const listingReport = z.object({
  accountId: z.string(),
  added: z.number(),
  settled: z.number(),
  pages: z.number(),
  isWhole: z.boolean(),
})
export type ListingReport = z.infer<typeof listingReport>

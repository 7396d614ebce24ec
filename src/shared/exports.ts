import * as z from 'zod'
import { accountId } from './account'
import { jobCounts } from './job'
import { mailbox } from './mailbox'

/** One export that was begun here. */
export const begunExport = z.object({
  jobId: z.string(),
  operation: z.string(),
  /** As they were sent: others than Mailroom knows may be among them. */
  platforms: z.array(z.string()),
  /** When its user confirmed it, in epoch milliseconds. */
  at: z.number(),
  counts: jobCounts,
  /** From a restored backup. */
  isRestored: z.boolean(),
})
export type BegunExport = z.infer<typeof begunExport>

/** Mailboxes of an account that no accepted export from here had: to any platform or to this one, ever or since a moment. */
export const notExportedWish = z.strictObject({
  accountId,
  platform: z.string().max(100).nullable(),
  since: z.int().min(0).nullable(),
})
export type NotExportedWish = z.infer<typeof notExportedWish>

/** How many these are, and the first of them. */
export const notExported = z.object({
  count: z.number(),
  /** Of how many that are listed. */
  of: z.number(),
  /** Those that an export had whose end is not known; they are among the counted. */
  unconfirmed: z.number(),
  rows: z.array(mailbox),
})
export type NotExported = z.infer<typeof notExported>

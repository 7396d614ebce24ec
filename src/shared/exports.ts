import * as z from 'zod'
import { jobCounts } from './job'
import { mailbox } from './mailbox'

/** What an export may be sent to, as Litemail's documentation names it. */
export const platforms = [
  'REACHINBOX',
  'INSTANTLY',
  'SMARTLEAD',
  'REPLY_IO',
  'EMAILBISON',
  'PIPL',
  'MANUAL',
] as const
export type Platform = (typeof platforms)[number]

/** The operations that hand mailboxes to a platform. */
export const exportingOperations = ['exports.connectInboxes', 'exports.mailboxes'] as const
export type ExportingOperation = (typeof exportingOperations)[number]

/** One export that was begun here. */
export const begunExport = z.object({
  jobId: z.string(),
  operation: z.string(),
  /** As they were sent: others than ours may be among them. */
  platforms: z.array(z.string()),
  /** When its user confirmed it, in epoch milliseconds. */
  at: z.number(),
  counts: jobCounts,
  /** From a restored backup. */
  isRestored: z.boolean(),
})
export type BegunExport = z.infer<typeof begunExport>

/** Mailboxes that no accepted export of ours had, and the snapshot that holds exactly these. */
export const notExported = z.object({
  snapshot: z.uuid(),
  count: z.number(),
  /** Of how many that are listed. */
  of: z.number(),
  /** Those that an export had whose end is not known; they are among the counted. */
  unconfirmed: z.number(),
  /** The first of them. */
  rows: z.array(mailbox),
})
export type NotExported = z.infer<typeof notExported>

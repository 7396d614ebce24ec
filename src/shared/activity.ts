import * as z from 'zod'
import { accountId } from './account'
import { via } from './address'
import { credential } from './credentials'
import { appErrorSchema } from './errors'
import { loss } from './health'
import { job, jobRow } from './job'
import { journalState } from './journalState'
import { askedOperation } from './operationAnswer'

export { type JournalState, journalState } from './journalState'

/** What showed how a write ended: the answer itself, the service's list, a second sending, or the user. */
export const evidence = z.enum(['answer', 'list', 'second-sending', 'user'])
export type Evidence = z.infer<typeof evidence>

/** One creation of an address. Times are epoch milliseconds. */
export const creation = z.object({
  id: z.string(),
  kind: z.literal('address.create'),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  state: journalState,
  email: z.string().nullable(),
  via,
  plannedAt: z.number(),
  sentAt: z.number().nullable(),
  settledAt: z.number().nullable(),
  sends: z.number(),
  /** Names that were drawn before and that the service already held. */
  takenNames: z.array(z.string()),
  evidence: evidence.nullable(),
  problem: appErrorSchema.nullable(),
  /** From a restored backup: history, never sent. */
  isRestored: z.boolean(),
})
export type Creation = z.infer<typeof creation>

/** Something that was shown, copied, or written to a file. No secret is ever in it. */
export const doing = z.object({
  id: z.string(),
  kind: z.enum(['credentials.show', 'credentials.copy', 'credentials.export']),
  /** What was copied; null: all was shown, or written. */
  what: credential.nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  /** Of which mailbox; null: of several. */
  email: z.string().nullable(),
  /** Of how many, where they were written to a file. */
  count: z.number().nullable(),
  at: z.number(),
  /** From a restored backup. */
  isRestored: z.boolean(),
})
export type Doing = z.infer<typeof doing>

/** What checks found missing of domains, and what was told of it. */
export const lossTold = z.object({
  id: z.string(),
  kind: z.literal('domains.lost'),
  losses: z.array(loss),
  at: z.number(),
  isRestored: z.boolean(),
})
export type LossTold = z.infer<typeof lossTold>

/** One write at Litemail: a row of a job that its user has begun. */
export const written = z.object({
  ...jobRow.omit({ request: true }).shape,
  kind: z.literal('write'),
  operation: z.string(),
  accountId: z.string(),
  accountName: z.string().nullable(),
  /** When its job was begun. */
  at: z.number(),
  /** Its user is asked to look: nobody could find out for too long, or its job waits here. */
  isAttention: z.boolean(),
  isRestored: z.boolean(),
})
export type Written = z.infer<typeof written>

/** One row of Activity. */
export const activity = z.discriminatedUnion('kind', [creation, doing, lossTold, written])
export type Activity = z.infer<typeof activity>

export const activityKind = z.enum([
  'address.create',
  'write',
  'credentials.show',
  'credentials.copy',
  'credentials.export',
  'domains.lost',
])

/**
 * How a row stands for its reader: `accepted` by the service, which nothing has shown since, or `done`; `undone`: its user said
 * so of what nobody knew.
 */
export const activityOutcome = z.enum([...journalState.options, 'accepted', 'undone'])
export type ActivityOutcome = z.infer<typeof activityOutcome>

/** Which rows of Activity are wanted; nothing narrows it where it is empty. */
export const activityView = z.strictObject({
  search: z.string().max(200),
  kinds: z.array(activityKind).max(10),
  outcomes: z.array(activityOutcome).max(10),
  accountIds: z.array(accountId).max(100),
  /** Only what its user is asked to look at. */
  isAttention: z.boolean(),
})
export type ActivityView = z.infer<typeof activityView>

/** What waits for its user's eye. */
export const attention = z.object({
  /** Writes that nobody could find out about for too long. */
  writes: z.number(),
  /** Jobs of which something was not sent and that do not go on by themselves. */
  jobs: z.number(),
  /** Addresses that are not confirmed for too long. */
  addresses: z.number(),
})
export type Attention = z.infer<typeof attention>

/** What is known of a write beside its row. */
export const writeAbout = z.object({
  job,
  /** A read of Litemail's can show what became of it. */
  isReadable: z.boolean(),
  /** The write that puts back what stood before; null: none is known. */
  putBack: askedOperation.nullable(),
})
/** A row of Activity, to be looked at closely. */
export const activityAbout = z.object({ row: activity, write: writeAbout.nullable() })
export type ActivityAbout = z.infer<typeof activityAbout>

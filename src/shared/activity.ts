import * as z from 'zod'
import { via } from './address'
import { credential } from './credentials'
import { appErrorSchema } from './errors'
import { loss } from './health'

/** The life of a write; see ARCHITECTURE.md, "Writes". */
export const journalState = z.enum(['planned', 'sending', 'done', 'refused', 'unconfirmed', 'dropped'])
export type JournalState = z.infer<typeof journalState>

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

/** Something that was shown or copied. No secret is ever in it. */
export const doing = z.object({
  id: z.string(),
  kind: z.enum(['credentials.show', 'credentials.copy']),
  /** What was copied; null: all was shown. */
  what: credential.nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  /** Of which mailbox. */
  email: z.string(),
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

/** One row of Activity. */
export const activity = z.discriminatedUnion('kind', [creation, doing, lossTold])
export type Activity = z.infer<typeof activity>

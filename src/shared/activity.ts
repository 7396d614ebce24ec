import * as z from 'zod'
import { via } from './address'
import { appErrorSchema } from './errors'

/** The life of a write; see ARCHITECTURE.md, "Writes". */
export const journalState = z.enum(['planned', 'sending', 'done', 'refused', 'unconfirmed', 'dropped'])
export type JournalState = z.infer<typeof journalState>

/** What showed how a write ended: the answer itself, the service's list, a second sending, or the user. */
export const evidence = z.enum(['answer', 'list', 'second-sending', 'user'])
export type Evidence = z.infer<typeof evidence>

/** One row of Activity. Times are epoch milliseconds. */
export const activity = z.object({
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
export type Activity = z.infer<typeof activity>

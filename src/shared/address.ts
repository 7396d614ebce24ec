import * as z from 'zod'
import { appErrorSchema } from './errors'

/** RFC 1035 host name with at least two labels, in ASCII. */
export const hostname = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/)

/**
 * The part before the @: 4 to 64 characters (LikeDo, "Create email"), the unquoted characters of
 * RFC 5321 that every form on the web takes, no dot at an end or twice in a row.
 */
export const localPart = z
  .string()
  .trim()
  .toLowerCase()
  .min(4)
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])$/)
  .refine((text) => !text.includes('..'))

export const note = z.string().trim().max(4000)
/** Sent to LikeDo once, at creation. */
export const likeDoTag = z.string().trim().min(1).max(50)

export const addressStyle = z.enum(['words', 'random', 'prefix'])
export type AddressStyle = z.infer<typeof addressStyle>
/** The start of a drawn local part; room is left for its random end. */
export const ownPrefix = z
  .string()
  .trim()
  .toLowerCase()
  .max(48)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/)

/**
 * From where an address came: how it was asked for, or `service`: found in the service's list; `import`: read
 * from a file.
 */
export const via = z.enum(['window', 'command', 'menu', 'tray', 'quick-create', 'list', 'service', 'import'])
export type Via = z.infer<typeof via>

/** A word of the user's own for addresses; case makes no difference. */
export const label = z.string().trim().min(1).max(40)
export const labels = z.array(label).max(20)

/**
 * `waiting`: written down, not sent. `sending`: under way. `unconfirmed`: the service may hold it.
 * `created`: the service holds it. `imported`: a file names it; no service has shown it.
 */
export const addressState = z.enum(['waiting', 'sending', 'unconfirmed', 'created', 'imported'])
export type AddressState = z.infer<typeof addressState>

export const address = z.object({
  id: z.string(),
  /** Null: imported, and of no account of Mailroom's. */
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  email: z.string(),
  note: z.string(),
  labels: z.array(z.string()),
  tag: z.string().nullable(),
  state: addressState,
  /** Why it is not confirmed; null in every other state. */
  problem: appErrorSchema.nullable(),
  /** In doubt, and from a backup: history, which Mailroom never sends again. */
  isRestored: z.boolean(),
  via,
  /** Epoch milliseconds: created at the service where known, else written down here. */
  at: z.number(),
  /** Hidden here at this moment, in epoch milliseconds. It still exists at the service and still receives mail. */
  hiddenAt: z.number().nullable(),
})
export type Address = z.infer<typeof address>

/** What one press came to, where the press reached the service. Refusals are errors. */
export const created = z.object({
  id: z.string(),
  email: z.string(),
  accountId: z.string(),
  state: z.enum(['created', 'unconfirmed']),
  /** Another program can now read the address from the clipboard. */
  isCopied: z.boolean(),
  /**
   * Why it is not on the clipboard. `late`: it was used for something else meanwhile, or the answer took too long.
   * `focus`: this desktop lets Mailroom copy only from a focused window.
   */
  notCopied: z.enum(['late', 'focus', 'failed', 'not-asked']).optional(),
})
export type Created = z.infer<typeof created>

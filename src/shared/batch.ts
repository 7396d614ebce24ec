import * as z from 'zod'
import { created, hostname, likeDoTag, localPart, note } from './address'
import { appErrorSchema } from './errors'

/** So many addresses are asked for at once from a form, and so many from a pasted list. */
export const MOST_AT_ONCE = 50
export const MOST_IN_A_LIST = 500

/** One address of several; what is left out is drawn, or comes from the settings. */
export const batchItem = z.strictObject({
  localPart: localPart.optional(),
  domain: hostname.optional(),
  tag: likeDoTag.optional(),
  note: note.optional(),
})
export type BatchItem = z.infer<typeof batchItem>

/** One line of a pasted list, as it was understood. */
export const listedLine = z.object({
  /** From 1, as in the pasted text; empty lines are counted and not listed. */
  line: z.number(),
  text: z.string(),
  item: batchItem.nullable(),
  /** What stands against sending it; null: nothing that is known here. */
  problem: z
    .enum(['name', 'domain', 'twice', 'reserved-likely', 'reserved', 'known', 'too-many', 'note', 'tag'])
    .nullable(),
  /** A problem that only warns: it can be sent all the same. */
  isSendable: z.boolean(),
})
export type ListedLine = z.infer<typeof listedLine>

/** How far several addresses have come that were asked for at once. */
export const batch = z.object({
  id: z.string(),
  at: z.number(),
  accountId: z.string(),
  items: z.array(
    z.object({
      /** Of its row in the journal. */
      id: z.string(),
      email: z.string(),
      note: z.string(),
      state: z.enum(['waiting', 'sending', 'created', 'unconfirmed', 'not-created']),
      problem: appErrorSchema.nullable(),
    }),
  ),
  /** Nothing more will be sent by itself. */
  isEnded: z.boolean(),
  /** The addresses that were created are on the clipboard, one a line. */
  isCopied: z.boolean(),
  /** Why they are not on the clipboard; see `created`. */
  notCopied: created.shape.notCopied,
})
export type Batch = z.infer<typeof batch>

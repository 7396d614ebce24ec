import * as z from 'zod'

const list = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    /** When the part of it that was read longest ago was, in epoch milliseconds; null: not loaded. */
    readAt: z.number().nullable(),
  })

/** A tag as the service's list has it. */
export const knownTag = z.object({
  serviceId: z.string(),
  /** The workspace that it was read with; '': without a header. */
  workspaceId: z.string(),
  workspaceName: z.string().nullable(),
  name: z.string(),
  /** As `#rrggbb`; null: none that can be drawn. */
  color: z.string().nullable(),
  /** So many mailboxes say that they have it; null: nothing is known of that. */
  mailboxes: z.number().nullable(),
  /** The last whole pass did not meet it. */
  isUnseen: z.boolean(),
})
export type KnownTag = z.infer<typeof knownTag>

/** A workspace as the service's list has it. Null: the service did not say. */
export const knownWorkspace = z.object({
  serviceId: z.string(),
  name: z.string().nullable(),
  isPrimary: z.boolean().nullable(),
  domainCount: z.number().nullable(),
  mailboxCount: z.number().nullable(),
  isUnseen: z.boolean(),
})
export type KnownWorkspace = z.infer<typeof knownWorkspace>

export const knownTags = list(knownTag)
export const knownWorkspaces = list(knownWorkspace)

import * as z from 'zod'
import { accountId } from './account'

export const mailboxColumn = z.enum([
  'address',
  'name',
  'domain',
  'workspace',
  'status',
  'tags',
  'note',
  'assigned',
  'renews',
  'read',
])
export type MailboxColumn = z.infer<typeof mailboxColumn>
export const mailboxSort = z.strictObject({ by: mailboxColumn, isDescending: z.boolean() })
export type MailboxSort = z.infer<typeof mailboxSort>

/** One workspace of one account. */
export const workspaceKey = z.strictObject({ accountId, workspaceId: z.string().max(4096) })
export type WorkspaceKey = z.infer<typeof workspaceKey>

/** What a service calls something; hostile until drawn. Null: what it did not say. */
const word = z.string().max(4096)
const words = z.array(word.nullable()).max(200)

/** Which mailboxes a list shows, and in which order. What is left empty or null leaves nothing out. */
export const mailboxView = z.strictObject({
  /** As typed: every word must be somewhere in address, name, domain, tags or note. */
  search: z.string().max(200),
  workspaces: z.array(workspaceKey).max(200),
  domains: words,
  statuses: words,
  tags: z.array(word).max(200),
  /** Renewing within so many days. */
  renewsWithin: z.union([z.literal(7), z.literal(30)]).nullable(),
  /** Only those that the last whole pass did not meet. */
  isUnseen: z.boolean(),
  sort: mailboxSort,
})
export type MailboxView = z.infer<typeof mailboxView>

export const mailboxesByAddress: MailboxView = {
  search: '',
  workspaces: [],
  domains: [],
  statuses: [],
  tags: [],
  renewsWithin: null,
  isUnseen: false,
  sort: { by: 'address', isDescending: false },
}

/** A mailbox as lists show it. Null: the service did not say. */
export const mailbox = z.object({
  /** Mailroom's own, a decimal number. */
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  workspaceId: z.string(),
  workspaceName: z.string().nullable(),
  /** The service's own. */
  serviceId: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  domain: z.string().nullable(),
  status: z.string().nullable(),
  tags: z.array(z.string()),
  assignedAt: z.number().nullable(),
  renewsAt: z.number().nullable(),
  createdAt: z.number().nullable(),
  note: z.string(),
  /** When the service last showed it, in epoch milliseconds. */
  readAt: z.number(),
  /** The last whole pass did not meet it: when it was last seen is `readAt`. */
  isUnseen: z.boolean(),
})
export type Mailbox = z.infer<typeof mailbox>

/** A choice, and how many rows it shows beside the other filters that are on. */
const counted = z.object({ name: z.string().nullable(), count: z.number() })

export const mailboxFacets = z.object({
  workspaces: z.array(
    workspaceKey.extend({ name: z.string().nullable(), accountName: z.string(), count: z.number() }),
  ),
  /** The largest first; at most 1,000. */
  domains: z.array(counted),
  statuses: z.array(counted),
  tags: z.array(
    z.object({
      name: z.string(),
      count: z.number(),
      /** Its name in the service's list of tags, where rows have only its id. */
      title: z.string().optional(),
      /** As `#rrggbb` or `#rgb`; absent where that list tells none. */
      color: z.string().optional(),
    }),
  ),
  renewing: z.object({ within7: z.number(), within30: z.number() }),
  unseen: z.number(),
})
export type MailboxFacets = z.infer<typeof mailboxFacets>

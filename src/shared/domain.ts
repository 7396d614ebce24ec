import * as z from 'zod'
import { checkProblem, domainHealth, healthChoice } from './health'
import { workspaceKey } from './mailbox'

export const domainColumn = z.enum([
  'domain',
  'mailboxes',
  'workspace',
  'status',
  'mx',
  'spf',
  'dkim',
  'dmarc-record',
  'ns',
  'registered',
  'expires',
  'forwarding',
  'catch-all',
  'dmarc',
  'note',
  'read',
])
export type DomainColumn = z.infer<typeof domainColumn>
export const domainSort = z.strictObject({ by: domainColumn, isDescending: z.boolean() })
export type DomainSort = z.infer<typeof domainSort>

/** Which domains a list shows, and in which order. What is left empty or null leaves nothing out. */
export const domainView = z.strictObject({
  /** As typed: every word must be somewhere in name, tags or note. */
  search: z.string().max(200),
  workspaces: z.array(workspaceKey).max(200),
  statuses: z.array(z.string().max(4096).nullable()).max(200),
  tags: z.array(z.string().max(4096)).max(200),
  /** Views that were saved before there were checks narrow nothing down by them. */
  health: z.array(healthChoice).max(20).default([]),
  /** Expiring within so many days. */
  expiresWithin: z.union([z.literal(7), z.literal(30)]).nullable(),
  isUnseen: z.boolean(),
  sort: domainSort,
})
export type DomainView = z.infer<typeof domainView>

export const domainsByName: DomainView = {
  search: '',
  workspaces: [],
  statuses: [],
  tags: [],
  health: [],
  expiresWithin: null,
  isUnseen: false,
  sort: { by: 'domain', isDescending: false },
}

/** A domain as lists show it. Null: the service did not say; '' where it says: none. */
export const domain = z.object({
  /** Mailroom's own. */
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  workspaceId: z.string(),
  workspaceName: z.string().nullable(),
  /** Null: no list of domains showed it, it was seen in mailboxes. */
  serviceId: z.string().nullable(),
  name: z.string(),
  status: z.string().nullable(),
  /** Those that Mailroom has read; null: mailboxes are not loaded. */
  mailboxes: z.number().nullable(),
  /** How many the service says there are. */
  saidMailboxes: z.number().nullable(),
  registeredAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
  isAutoRenewing: z.boolean().nullable(),
  forwardTo: z.string().nullable(),
  catchAllEmail: z.string().nullable(),
  dmarcEmail: z.string().nullable(),
  tags: z.array(z.string()),
  note: z.string(),
  health: domainHealth,
  readAt: z.number(),
  isUnseen: z.boolean(),
})
export type Domain = z.infer<typeof domain>

const counted = z.object({ name: z.string().nullable(), count: z.number() })

export const domainFacets = z.object({
  workspaces: z.array(
    workspaceKey.extend({ name: z.string().nullable(), accountName: z.string(), count: z.number() }),
  ),
  statuses: z.array(counted),
  tags: z.array(z.object({ name: z.string(), count: z.number() })),
  health: z.array(z.object({ name: healthChoice, count: z.number() })),
  checkProblem,
  expiring: z.object({ within7: z.number(), within30: z.number() }),
  unseen: z.number(),
})
export type DomainFacets = z.infer<typeof domainFacets>

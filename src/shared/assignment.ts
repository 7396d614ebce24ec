import * as z from 'zod'
import { accountId } from './account'
import { choice, file } from './contract/parts'

/** So many new mailboxes one list may have; of those with nothing to say of them only the first are shown. */
export const MOST_ASSIGNED = 5_000
export const MOST_ASSIGNED_SHOWN = 500
/** As much text is taken from the clipboard; a longer list comes as a file. */
export const LONGEST_ASSIGNMENT = 60_000

/** What a column of a list of new mailboxes is read as. `name`: first and last name in one. */
export const assignmentField = z.enum([
  'address',
  'firstName',
  'lastName',
  'name',
  'username',
  'domain',
  'workspace',
])
export type AssignmentField = z.infer<typeof assignmentField>

/** How a list of new mailboxes is read. */
export const assignmentReading = z.strictObject({
  separator: z.enum([',', ';', '\t', '|']),
  hasHeader: z.boolean(),
  /** For each column, first to last, what it is read as; null: left out. [] has them found anew. */
  columns: z.array(assignmentField.nullable()).max(200),
})
export type AssignmentReading = z.infer<typeof assignmentReading>

/** Whom one new mailbox is for, as a form has it. What is left empty is as in a list. */
const typedMailbox = z.strictObject({
  firstName: z.string().max(200),
  lastName: z.string().max(200),
  username: z.string().max(200),
})
export type TypedMailbox = z.infer<typeof typedMailbox>

/** What new mailboxes are read from, and what makes them of it. */
export const assignmentWish = z.strictObject({
  accountId,
  from: z.union([
    z.strictObject({ text: z.string().max(LONGEST_ASSIGNMENT) }),
    z.strictObject({ file }),
    z.strictObject({ typed: typedMailbox }),
  ]),
  /** Null: found out. */
  reading: assignmentReading.nullable(),
  /** `{first}.{last}`: what a user name is where the list has none. */
  pattern: z.string().max(100),
  /** Of rows that name none; '' where there is none. */
  domain: z.string().max(253),
})
export type AssignmentWish = z.infer<typeof assignmentWish>

/** Why a mailbox is not assigned. */
export const assignmentProblem = z.enum([
  'broken-quotes',
  'too-long',
  'too-many',
  'no-first-name',
  'no-last-name',
  'no-username',
  'not-latin',
  'username',
  'no-domain',
  'unknown-domain',
  'domain-without-id',
  'several-workspaces',
  'twice',
  'known',
  'sent',
])
export type AssignmentProblem = z.infer<typeof assignmentProblem>

/** What its user may want to know before it is assigned all the same. */
export const assignmentWarning = z.enum(['latinised', 'role', 'crowded', 'unread'])
export type AssignmentWarning = z.infer<typeof assignmentWarning>

/** One new mailbox as it would be assigned. */
export const assignedRow = z.object({
  /** Where it stands in its list, from 1. */
  line: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  domain: z.string(),
  workspaceName: z.string().nullable(),
  problems: z.array(assignmentProblem),
  warnings: z.array(assignmentWarning),
})
export type AssignedRow = z.infer<typeof assignedRow>

/** A list as it was read. Nothing of it is sent. */
export const assignment = z.object({
  /** Null: nothing was read that has columns. */
  reading: assignmentReading.nullable(),
  titles: z.array(z.string()),
  /** The first rows, as they stand there, cut. */
  examples: z.array(z.array(z.string())),
  /** First those with problems, then those with warnings, at most 500 of the others; each in the order of the list. */
  rows: z.array(assignedRow),
  total: z.number(),
  sendable: z.number(),
  /** Domains that would have more than five mailboxes, with how many. */
  crowded: z.array(z.object({ domain: z.string(), count: z.number() })),
  /** The sendable ones, for `operations.plan`; null: there is none. */
  prepared: z.uuid().nullable(),
  operation: z.enum(['mailboxes.create', 'mailboxes.assign']),
})
export type Assignment = z.infer<typeof assignment>

/** A mailbox as what can be changed of it. Null: not known. */
export const editableMailbox = z.object({
  id: z.string(),
  accountId: z.string(),
  workspaceId: z.string(),
  serviceId: z.string(),
  email: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  username: z.string().nullable(),
})
export type EditableMailbox = z.infer<typeof editableMailbox>

/** Tags to be given to mailboxes and taken from them, by their ids at the service. */
export const taggingWish = z.strictObject({
  choice,
  give: z.array(z.string().max(4_096)).max(100),
  take: z.array(z.string().max(4_096)).max(100),
})

/** A tag of an account, and how many of the chosen mailboxes have it. */
const chosenTag = z.object({
  id: z.string(),
  name: z.string(),
  color: z.string().nullable(),
  count: z.number(),
})

/** What giving and taking tags would change. */
export const tagging = z.object({
  /** How many mailboxes were chosen that are listed. */
  chosen: z.number(),
  /** Of how many accounts: tags are those of one. */
  accounts: z.number(),
  tags: z.array(chosenTag),
  /** Those that would have other tags. */
  changed: z.number(),
  /** Those with tags that the account's list does not have: what to send of them is not known. */
  unknown: z.number(),
  /** Those that would have none left: an empty list is never sent. */
  emptied: z.number(),
  prepared: z.uuid().nullable(),
})
export type Tagging = z.infer<typeof tagging>

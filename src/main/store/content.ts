import * as z from 'zod'
import { account, accountId, serverUrl } from '../../shared/account'
import { doing, evidence, journalState } from '../../shared/activity'
import { label, via } from '../../shared/address'
import { apiMap, apiMapSource } from '../../shared/apiMap'
import { appErrorSchema } from '../../shared/errors'
import { healthCheck, loss } from '../../shared/health'
import { job, jobRow } from '../../shared/job'
import { litemailAccount } from '../../shared/litemail/account'
import { attachment } from '../../shared/message'
import { operationView } from '../../shared/operationAnswer'
import { savedView } from '../../shared/savedView'

/** No moment of a calendar lies further from 1970, in milliseconds (ECMA-262, "Time Values"). */
const moment = z.number().int().min(-8.64e15).max(8.64e15)
const rowId = z.string().min(1).max(64)
const emailText = z
  .string()
  .min(3)
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/)
const noteText = z.string().max(65_536)
const tagText = z.string().max(1_000).nullable()

/** An account as a backup has it: no key, and nothing of where one is. */
export const contentAccount = z.object({
  ...account.omit({ keyKept: true, keyStanding: true }).shape,
  origin: serverUrl,
  createdAt: moment,
  removedAt: moment.nullable(),
  /** Where addresses were created, as until version 4 of the schema; since then that is a map. */
  createPath: z.string().max(2048).optional(),
})
export type ContentAccount = z.infer<typeof contentAccount>

/** An account of Litemail's as a backup has it: no key, and nothing of where one is. */
export const contentLitemailAccount = z.object({
  ...litemailAccount.omit({ keyKept: true, keyStanding: true }).shape,
  origin: serverUrl,
  keyEndsAt: moment.nullable(),
  createdAt: moment,
  removedAt: moment.nullable(),
})
export type ContentLitemailAccount = z.infer<typeof contentLitemailAccount>

/** How an operation of an account is asked. */
export const contentApiMap = z.object({
  accountId,
  operation: z.string().min(1).max(100),
  map: apiMap,
  source: apiMapSource,
  at: moment,
})
export type ContentApiMap = z.infer<typeof contentApiMap>

const saidText = z.string().max(2_000).nullable()
/** A message that its user keeps. */
export const contentMessage = z.object({
  id: rowId,
  addressId: rowId,
  from: saidText,
  fromName: saidText,
  to: saidText,
  cc: saidText,
  replyTo: saidText,
  subject: saidText,
  text: z.string().max(200_000).nullable(),
  /** There was more of it. */
  isCut: z.boolean(),
  html: z.string().max(500_000).nullable(),
  at: moment.nullable(),
  attachments: z.array(attachment).max(1_000),
  keptAt: moment,
})
export type ContentMessage = z.infer<typeof contentMessage>

/** What an operation was asked under a name; its id is each database's own. */
export const contentOperationView = operationView.omit({ id: true })
export type ContentOperationView = z.infer<typeof contentOperationView>

/** A note about a mailbox, by the service's id, or about a domain, by its name. */
export const contentFleetNote = z.object({
  accountId,
  kind: z.enum(['mailbox', 'domain']),
  key: z.string().min(1).max(65_536),
  note: noteText,
})
export type ContentFleetNote = z.infer<typeof contentFleetNote>

const [viewOfMailboxes, viewOfDomains] = savedView.options
/** A saved view; its id is each database's own. */
export const contentView = z.discriminatedUnion('list', [
  viewOfMailboxes.omit({ id: true }),
  viewOfDomains.omit({ id: true }),
])
export type ContentView = z.infer<typeof contentView>

/** From where an address is known: how its creation was seen, or that a file names it. */
export const knownBy = z.enum([...evidence.options, 'import'])

export const contentAddress = z.object({
  id: rowId,
  accountId: accountId.nullable(),
  email: emailText,
  note: noteText,
  tag: tagText,
  via,
  knownBy,
  serviceId: z.string().max(1_000).nullable(),
  at: moment,
  hiddenAt: moment.nullable(),
  listedAt: moment.nullable(),
  labels: z.array(label).max(1_000),
})
export type ContentAddress = z.infer<typeof contentAddress>

/** A row of the journal. `labels`: of one that has no address yet. */
export const contentActivity = z.object({
  id: rowId,
  requestId: z.string().min(1).max(200),
  accountId: accountId.nullable(),
  keyGeneration: z.number().int().nullable(),
  email: emailText.nullable(),
  drawnBits: z.number(),
  tag: tagText,
  note: noteText,
  via,
  plannedAt: moment,
  state: journalState,
  sentAt: moment.nullable(),
  settledAt: moment.nullable(),
  sends: z.number().int().min(0).max(1_000_000),
  mayBeHeld: z.boolean(),
  takenNames: z.array(z.string().max(320)).max(1_000),
  evidence: evidence.nullable(),
  problem: appErrorSchema.nullable(),
  batchId: z.string().max(64).nullable(),
  batchPlace: z.number().int().nullable(),
  labels: z.array(label).max(1_000),
})
export type ContentActivity = z.infer<typeof contentActivity>

/** What was shown or copied, or written to a file. */
export const contentDoing = z.object({
  ...doing.pick({ kind: true, what: true }).shape,
  id: rowId,
  accountId: accountId.nullable(),
  /** As a service called its mailbox. */
  email: z.string().max(4_096).nullable(),
  /** Earlier versions wrote no files. */
  count: z.number().int().min(0).nullable().default(null),
  at: moment,
})
export type ContentDoing = z.infer<typeof contentDoing>

const domainName = z.string().min(1).max(65_536)
/** A record that a domain has, or had. */
export const contentDnsRecord = z.object({
  accountId,
  domain: domainName,
  type: z.string().min(1).max(4_096),
  host: z.string().min(1).max(4_096),
  value: z.string().min(1).max(65_535),
  priority: z.number().int().nullable(),
  ttl: z.number().int().nullable(),
  firstSeenAt: moment,
  lastSeenAt: moment,
  goneAt: moment.nullable(),
})
export type ContentDnsRecord = z.infer<typeof contentDnsRecord>

/** Checks of a domain in succession that said the same. */
export const contentDnsCheck = z.object({
  ...healthCheck.shape,
  accountId,
  domain: domainName,
  firstAt: moment,
  lastAt: moment,
  checks: z.number().int().min(1),
})
export type ContentDnsCheck = z.infer<typeof contentDnsCheck>

/** What domains lost, as it was told. */
export const contentLoss = z.object({ id: rowId, at: moment, losses: z.array(loss).max(100) })
export type ContentLoss = z.infer<typeof contentLoss>

/** Writes at Litemail that its user has begun together. */
export const contentJob = z.object({
  ...job.pick({ id: true, requestId: true, operation: true, keyGeneration: true, askedSince: true }).shape,
  accountId,
  plannedAt: moment,
  begunAt: moment,
})
export type ContentJob = z.infer<typeof contentJob>

/** One of them. No secret is in it. */
export const contentJobRow = z.object({
  ...jobRow.omit({ sentAt: true, settledAt: true, confirmedAt: true }).shape,
  id: rowId,
  jobId: rowId,
  sentAt: moment.nullable(),
  settledAt: moment.nullable(),
  confirmedAt: moment.nullable(),
})
export type ContentJobRow = z.infer<typeof contentJobRow>

/** Settings by name, each as it is kept; what is none is left out where they are taken over. */
export const contentSettings = z.record(z.string().max(100), z.unknown())
export type ContentSettings = z.infer<typeof contentSettings>

/** A part of what Mailroom keeps that no service could tell it again: of a backup, of a copy, or of what a damaged file still gives. */
export interface ContentPage {
  readonly accounts: readonly ContentAccount[]
  readonly addresses: readonly ContentAddress[]
  readonly activity: readonly ContentActivity[]
  readonly litemailAccounts: readonly ContentLitemailAccount[]
  readonly fleetNotes: readonly ContentFleetNote[]
  readonly views: readonly ContentView[]
  readonly apiMaps: readonly ContentApiMap[]
  readonly messages: readonly ContentMessage[]
  readonly operationViews: readonly ContentOperationView[]
  readonly doings: readonly ContentDoing[]
  readonly dnsRecords: readonly ContentDnsRecord[]
  readonly dnsChecks: readonly ContentDnsCheck[]
  readonly losses: readonly ContentLoss[]
  readonly jobs: readonly ContentJob[]
  readonly jobRows: readonly ContentJobRow[]
  /** Null in pages that say nothing of them. */
  readonly settings: ContentSettings | null
}

export const emptyPage: ContentPage = {
  accounts: [],
  addresses: [],
  activity: [],
  litemailAccounts: [],
  fleetNotes: [],
  views: [],
  apiMaps: [],
  messages: [],
  operationViews: [],
  doings: [],
  dnsRecords: [],
  dnsChecks: [],
  losses: [],
  jobs: [],
  jobRows: [],
  settings: null,
}

/** How much of it there is. */
export interface ContentCounts {
  readonly addresses: number
  /** About addresses, mailboxes and domains. */
  readonly notes: number
  readonly labels: number
  /** Of any service. */
  readonly accounts: number
  readonly activity: number
  /** Saved ones, of lists and of operations. */
  readonly views: number
  /** Operations that are asked otherwise than the table says. */
  readonly apiMaps: number
  /** Kept ones. */
  readonly messages: number
}

/** Whether lists show a row without an ending once it is history: what was never sent never will be. */
export const isListedAsHistory = (row: ContentActivity): boolean =>
  (row.state === 'sending' || row.state === 'unconfirmed') && row.email !== null && row.accountId !== null

/** How many addresses lists show of a page once it is merged. */
export const addressesIn = ({ addresses, activity }: ContentPage): number =>
  addresses.length + activity.filter(isListedAsHistory).length

import type { JobTarget } from '../job'
import { isReading, type OperationId, operationOf, operations } from './operations'

/** The operations that change something at Litemail, or answer a POST with a page to pay at. */
export type WritingId = keyof typeof writings

/** What Mailroom knows of a write beside its row of the table of operations. */
export interface Writing {
  /** What it is about, and the input that names it; null: the account, the workspace, or something new. */
  readonly about: { readonly noun: JobTarget['noun']; readonly input: string } | null
  /** The input of which several values travel in one request; null: one request a row. */
  readonly many: string | null
  /** Facts of what it is about that it changes, and the input that they become; null: they become something else, or nothing. */
  readonly touches: Readonly<Record<string, string | null>>
  /** Which operation puts back what stood before; null: none does. */
  readonly takenBackBy: OperationId | null
  /** Which read can show what became of it; null: only its user can tell. */
  readonly shownBy: OperationId | null
}

const about = (noun: JobTarget['noun'], input = 'id') => ({ noun, input })
const ofDomains = {
  about: about('domain', 'domainIds'),
  many: 'domainIds',
  shownBy: 'domains.get',
} as const
const alone = { about: null, many: null, touches: {}, takenBackBy: null, shownBy: null } as const
const record = { type: 'recordType', host: 'host', value: 'value', ttl: 'ttl', priority: 'priority' } as const

/**
 * The writes of the table. Of none of them the documentation tells what takes it back or where its effect shows; this follows
 * from titles and from the fields of what is read.
 */
export const writings = {
  'workspaces.create': { ...alone, shownBy: 'workspaces.list' },
  'workspaces.update': {
    ...alone,
    touches: { name: 'name' },
    about: about('workspace'),
    takenBackBy: 'workspaces.update',
    shownBy: 'workspaces.list',
  },
  'billing.addDetails': alone,
  'mailboxes.create': { ...alone, about: about('domain', 'domainId'), shownBy: 'mailboxes.list' },
  'mailboxes.assign': {
    ...alone,
    about: about('domain', 'domainId'),
    many: 'mailboxes',
    shownBy: 'mailboxes.list',
  },
  'mailboxes.update': {
    ...alone,
    touches: { username: 'username', firstName: 'firstName', lastName: 'lastName', tags: 'tagIds' },
    about: about('mailbox'),
    takenBackBy: 'mailboxes.update',
    shownBy: 'mailboxes.get',
  },
  'mailboxes.remove': {
    ...alone,
    touches: { status: null },
    about: about('mailbox'),
    shownBy: 'mailboxes.get',
  },
  'wallet.addBalance': alone,
  'wallet.autoRecharge': { ...alone, takenBackBy: 'wallet.autoRecharge', shownBy: 'wallet.balance' },
  'wallet.addCredit': alone,
  'exports.mailboxes': { ...alone, about: about('mailbox', 'ids'), many: 'ids' },
  'exports.addAccount': alone,
  'exports.updateAccount': alone,
  'exports.connectInboxes': { ...alone, about: about('mailbox', 'ids'), many: 'ids' },
  'exportHistory.create': { ...alone, about: about('mailbox', 'mailboxIds'), many: 'mailboxIds' },
  'subscriptions.cancel': {
    ...alone,
    touches: { status: null },
    about: about('subscription'),
    shownBy: 'subscriptions.list',
  },
  'subscriptions.upgrade': {
    ...alone,
    touches: { plan: 'newPlan' },
    about: about('subscription'),
    shownBy: 'subscriptions.list',
  },
  'domains.register': { ...alone, shownBy: 'domains.list' },
  'domains.connect': { ...alone, many: 'domainNames', shownBy: 'domains.list' },
  'domains.addDmarc': { ...ofDomains, touches: { dmarcEmail: 'email' }, takenBackBy: null },
  'domains.addForwarding': {
    ...ofDomains,
    touches: { forwardTo: 'forwardTo' },
    takenBackBy: 'domains.removeForwarding',
  },
  'domains.removeForwarding': {
    ...ofDomains,
    touches: { forwardTo: null },
    takenBackBy: 'domains.addForwarding',
  },
  'domains.enableEmailForwarding': {
    ...ofDomains,
    touches: { forwardingEmail: 'email' },
    takenBackBy: 'domains.removeEmailForwarding',
  },
  'domains.removeEmailForwarding': {
    ...ofDomains,
    touches: { forwardingEmail: null },
    takenBackBy: 'domains.enableEmailForwarding',
  },
  'domains.enableCatchAll': {
    ...ofDomains,
    touches: { catchAllEmail: 'email' },
    takenBackBy: 'domains.removeCatchAll',
  },
  'domains.removeCatchAll': {
    ...ofDomains,
    touches: { catchAllEmail: null },
    takenBackBy: 'domains.enableCatchAll',
  },
  'domains.remove': { ...alone, touches: { status: null }, about: about('domain'), shownBy: 'domains.get' },
  'dns.create': {
    ...alone,
    about: about('domain', 'domainId'),
    takenBackBy: 'dns.delete',
    shownBy: 'dns.list',
  },
  'dns.update': {
    ...alone,
    touches: record,
    about: about('record'),
    takenBackBy: 'dns.update',
    shownBy: 'dns.list',
  },
  'dns.delete': {
    ...alone,
    touches: { type: null, host: null, value: null, ttl: null, priority: null },
    about: about('record'),
    takenBackBy: 'dns.create',
    shownBy: 'dns.list',
  },
  'tags.create': { ...alone, takenBackBy: 'tags.delete', shownBy: 'tags.list' },
  'tags.update': {
    ...alone,
    touches: { name: 'name', color: 'color' },
    about: about('tag'),
    takenBackBy: 'tags.update',
    shownBy: 'tags.list',
  },
  'tags.delete': {
    ...alone,
    touches: { name: null, color: null },
    about: about('tag'),
    shownBy: 'tags.list',
  },
  // One test of all its mailboxes.
  'placement.create': alone,
  'cloudflare.save': alone,
  'webhooks.register': { ...alone, takenBackBy: 'webhooks.delete' },
  'webhooks.delete': { ...alone, about: about('webhook') },
} as const satisfies Readonly<Partial<Record<OperationId, Writing>>>

/** Whether a word names an operation that writes. */
export const isWritingId = (word: string): word is WritingId => Object.hasOwn(writings, word)

export const writingOf = (id: WritingId): Writing => writings[id]

/** The writes, in the order of the table. */
export const writingIds: readonly WritingId[] = operations
  .filter((operation) => !isReading(operation))
  .map(({ id }) => id)
  .filter(isWritingId)

/** Nothing that Litemail's table has takes it back. */
export const isFinal = (id: WritingId): boolean => writingOf(id).takenBackBy === null

/** It costs money, or takes something away that its users do not get back by themselves. */
export const isGrave = (id: WritingId): boolean => ['spends', 'destructive'].includes(operationOf(id).effect)

const HOUR_MS = 3_600_000

/** What shows only once name servers everywhere have heard of it. */
const isOfDns = (id: WritingId): boolean =>
  operationOf(id).group === 'DNS' || (operationOf(id).group === 'Domains' && id !== 'domains.remove')

/** How long Mailroom looks by itself before its user is asked what became of a write, in milliseconds. */
export const patienceOf = (id: WritingId): number => (isOfDns(id) ? 48 : 1) * HOUR_MS

/** What makes something new: only what was not listed before shows that it was done. */
export const isCreating = (id: WritingId): boolean => creating.has(id)

const creating: ReadonlySet<WritingId> = new Set([
  'workspaces.create',
  'mailboxes.create',
  'mailboxes.assign',
  'domains.register',
  'domains.connect',
  'dns.create',
  'tags.create',
])

import type { FleetNoun } from '../../shared/litemail/fleet'
import { toClaimOrNull } from './columns'
import type { Taken } from './fleetRows'
import type { SqlValue } from './sql'

/** A noun of which the service has a list. */
export type ListedNoun = Exclude<FleetNoun, 'user' | 'wallet'>

/** The facts of a row of a noun. */
export type FactsOf<N extends FleetNoun> = Extract<Taken, { noun: N }>['rows'][number]

/** A whole number, as columns hold them; null for what is none. */
export const whole = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value)
export const amount = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
/** The same text for the same facts, in whichever order a service names them. */
export const jsonText = (value: unknown): string => JSON.stringify(value, inOrder)
const jsonOrNull = (value: unknown): string | null => (value === null ? null : jsonText(value))

/** Case makes no difference to the name of a domain (RFC 4343). */
export const domainKey = (name: string): string => name.toLowerCase()

export interface Table<N extends ListedNoun> {
  readonly noun: N
  readonly table: N
  /** Whether a list of the service showed it, in SQL of its row `t`. */
  readonly listed: string
  /** What the service tells of a row, beside its id and its workspace. */
  readonly columns: readonly string[]
  readonly valuesOf: (facts: FactsOf<N>) => readonly SqlValue[]
}

const ALL = '1'

export const workspaceTable: Table<'workspaces'> = {
  noun: 'workspaces',
  table: 'workspaces',
  listed: ALL,
  columns: ['name', 'is_primary', 'domain_count', 'mailbox_count', 'other'],
  valuesOf: (facts) => [
    facts.name,
    toClaimOrNull(facts.isPrimary),
    whole(facts.domainCount),
    whole(facts.mailboxCount),
    jsonText(facts.other),
  ],
}

export const mailboxTable: Table<'mailboxes'> = {
  noun: 'mailboxes',
  table: 'mailboxes',
  listed: ALL,
  columns: [
    ...[
      'email',
      'username',
      'domain',
      'domain_id',
      'first_name',
      'last_name',
      'status',
      'tags',
      'assigned_at',
    ],
    ...['renews_at', 'created_at', 'other'],
  ],
  valuesOf: (facts) => [
    facts.email,
    facts.username,
    facts.domain === null ? null : domainKey(facts.domain),
    facts.domainId,
    facts.firstName,
    facts.lastName,
    facts.status,
    jsonOrNull(facts.tags),
    whole(facts.assignedAt),
    whole(facts.renewsAt),
    whole(facts.createdAt),
    jsonText(facts.other),
  ],
}

export const domainTable: Table<'domains'> = {
  noun: 'domains',
  table: 'domains',
  listed: 't.service_id IS NOT NULL',
  columns: [
    ...['name', 'status', 'mailbox_count', 'registered_at', 'expires_at', 'is_auto_renewing', 'forward_to'],
    ...[
      'forwarding_email',
      'catch_all_email',
      'dmarc_email',
      'tags',
      'name_servers',
      'expected_name_servers',
    ],
    'other',
  ],
  valuesOf: (facts) => [
    domainKey(facts.name),
    facts.status,
    whole(facts.mailboxCount),
    whole(facts.registeredAt),
    whole(facts.expiresAt),
    toClaimOrNull(facts.isAutoRenewing),
    facts.forwardTo,
    facts.forwardingEmail,
    facts.catchAllEmail,
    facts.dmarcEmail,
    jsonOrNull(facts.tags),
    jsonText(facts.nameServers),
    jsonText(facts.expectedNameServers),
    jsonText(facts.other),
  ],
}

export const subscriptionTable: Table<'subscriptions'> = {
  noun: 'subscriptions',
  table: 'subscriptions',
  listed: ALL,
  columns: ['status', 'plan', 'price', 'mailbox_count', 'period_start', 'period_end', 'other'],
  valuesOf: (facts) => [
    facts.status,
    facts.plan,
    amount(facts.price),
    whole(facts.mailboxCount),
    whole(facts.periodStart),
    whole(facts.periodEnd),
    jsonText(facts.other),
  ],
}

export const tagTable: Table<'tags'> = {
  noun: 'tags',
  table: 'tags',
  listed: ALL,
  columns: ['name', 'color'],
  valuesOf: (facts) => [facts.name, facts.color],
}

export const fleetTables = [workspaceTable, mailboxTable, domainTable, subscriptionTable, tagTable] as const

export type FleetTable = (typeof fleetTables)[number]

/** Where the rows of a noun are; null for what an account has one of. */
export const tableOf = (noun: FleetNoun): FleetTable | null =>
  fleetTables.find((list) => list.noun === noun) ?? null

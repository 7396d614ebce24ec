import * as z from 'zod'
import {
  claimIn,
  claimOrNull,
  jsonIn,
  namesIn,
  numberIn,
  numberOrNull,
  problemIn,
  textIn,
  textOrNull,
} from './columns'
import type { SqlRow } from './sql'

/** The columns of the tables that have content, in the order in which the newest schema lays them down. */
export const columnsIn = {
  accounts: [
    ...['id', 'service', 'name', 'origin', 'plan', 'requests_per_hour', 'key_ends_on', 'is_default'],
    ...['key_generation', 'key_kept', 'key_standing', 'can_list', 'create_path', 'created_at', 'removed_at'],
    ...['base_path', 'authentication', 'user_id', 'user_email', 'key_ends_at'],
  ],
  addresses: [
    ...['id', 'account_id', 'email', 'note', 'tag', 'via', 'known_by', 'service_id', 'at', 'hidden_at'],
    'listed_at',
  ],
  journal: [
    ...[
      'id',
      'request_id',
      'kind',
      'account_id',
      'key_generation',
      'email',
      'drawn_bits',
      'tag',
      'note',
      'via',
    ],
    ...['planned_at', 'state', 'sent_at', 'settled_at', 'sends', 'may_be_held', 'taken_names', 'evidence'],
    ...['problem', 'is_restored', 'batch_id', 'batch_place'],
  ],
  fleet_notes: ['place', 'account_id', 'kind', 'key', 'note'],
  saved_views: ['id', 'list', 'name', 'folded_name', 'view'],
  api_maps: ['place', 'account_id', 'operation', 'map', 'source', 'at'],
  kept_messages: [
    ...['place', 'id', 'address_id', 'sender', 'sender_name', 'recipient', 'copy_to', 'reply_to', 'subject'],
    ...['text', 'is_cut', 'html', 'at', 'attachments', 'kept_at'],
  ],
  doings: ['place', 'id', 'kind', 'what', 'account_id', 'email', 'at', 'is_restored', 'count'],
  dns_records: [
    ...['place', 'account_id', 'domain', 'service_id', 'type', 'host', 'value', 'priority', 'ttl'],
    ...['first_seen_at', 'last_seen_at', 'gone_at'],
  ],
  dns_checks: [
    ...['place', 'account_id', 'domain', 'mx', 'spf', 'dkim', 'dmarc', 'first_at', 'last_at', 'checks'],
  ],
  dns_losses: ['place', 'id', 'at', 'losses', 'is_restored'],
  jobs: [
    ...[
      'place',
      'id',
      'request_id',
      'account_id',
      'operation',
      'key_generation',
      'asked_since',
      'planned_at',
    ],
    ...['begun_at', 'rest', 'is_restored', 'has_unwritten_inputs', 'watching'],
  ],
  job_rows: [
    ...['place', 'id', 'job_id', 'number', 'request', 'workspace_id', 'noun', 'service_id', 'name', 'inputs'],
    ...['before', 'planned_at', 'begun_at', 'state', 'sent_at', 'settled_at', 'evidence', 'problem'],
    ...['confirmed_at', 'is_doubtful', 'creates', 'equals_before', 'listed_at', 'retry_of'],
  ],
  operation_views: ['place', 'account_id', 'name', 'folded_name', 'operation', 'workspace_id', 'inputs'],
} as const satisfies Record<string, readonly string[]>

/** Those of them that hold numbers. */
export const numbersIn: ReadonlySet<string> = new Set([
  ...[
    'requests_per_hour',
    'is_default',
    'key_generation',
    'can_list',
    'created_at',
    'removed_at',
    'at',
    'count',
  ],
  ...['hidden_at', 'listed_at', 'drawn_bits', 'planned_at', 'sent_at', 'settled_at', 'sends', 'may_be_held'],
  ...['number', 'request', 'asked_since', 'begun_at', 'confirmed_at', 'is_doubtful', 'equals_before'],
  ...[
    'is_restored',
    'has_unwritten_inputs',
    'batch_place',
    'key_ends_at',
    'place',
    'is_cut',
    'kept_at',
    'priority',
    'ttl',
  ],
  ...[
    'first_seen_at',
    'last_seen_at',
    'gone_at',
    'mx',
    'spf',
    'dkim',
    'dmarc',
    'first_at',
    'last_at',
    'checks',
  ],
])

export const toAccount = (row: SqlRow) => ({
  id: textIn(row.id),
  service: textIn(row.service),
  name: textIn(row.name),
  origin: textIn(row.origin),
  plan: textIn(row.plan),
  requestsPerHour: numberOrNull(row.requests_per_hour),
  keyEndsOn: textOrNull(row.key_ends_on),
  isDefault: claimIn(row.is_default),
  keyGeneration: numberIn(row.key_generation),
  canList: claimOrNull(row.can_list),
  createdAt: numberIn(row.created_at),
  removedAt: numberOrNull(row.removed_at),
  // Empty since where that is stands among the maps.
  ...(textIn(row.create_path) === '' ? {} : { createPath: textIn(row.create_path) }),
})

export const toLitemailAccount = (row: SqlRow) => ({
  id: textIn(row.id),
  service: textIn(row.service),
  name: textIn(row.name),
  origin: textIn(row.origin),
  basePath: textIn(row.base_path),
  authentication: textIn(row.authentication),
  userId: textOrNull(row.user_id),
  userEmail: textOrNull(row.user_email),
  keyEndsAt: numberOrNull(row.key_ends_at),
  keyGeneration: numberIn(row.key_generation),
  createdAt: numberIn(row.created_at),
  removedAt: numberOrNull(row.removed_at),
})

export const toFleetNote = (row: SqlRow) => ({
  accountId: textIn(row.account_id),
  kind: textIn(row.kind),
  key: textIn(row.key),
  note: textIn(row.note),
})

export const toApiMap = (row: SqlRow) => ({
  accountId: textIn(row.account_id),
  operation: textIn(row.operation),
  map: jsonIn<unknown>(z.unknown(), row.map, null),
  source: textIn(row.source),
  at: numberIn(row.at),
})

export const toDoing = (row: SqlRow) => ({
  id: textIn(row.id),
  kind: textIn(row.kind),
  what: textOrNull(row.what),
  accountId: textOrNull(row.account_id),
  email: textOrNull(row.email),
  count: numberOrNull(row.count),
  at: numberIn(row.at),
})

export const toDnsRecord = (row: SqlRow) => ({
  accountId: textIn(row.account_id),
  domain: textIn(row.domain),
  type: textIn(row.type),
  host: textIn(row.host),
  value: textIn(row.value),
  priority: numberOrNull(row.priority),
  ttl: numberOrNull(row.ttl),
  firstSeenAt: numberIn(row.first_seen_at),
  lastSeenAt: numberIn(row.last_seen_at),
  goneAt: numberOrNull(row.gone_at),
})

export const toDnsCheck = (row: SqlRow) => ({
  accountId: textIn(row.account_id),
  domain: textIn(row.domain),
  mx: claimOrNull(row.mx),
  spf: claimOrNull(row.spf),
  dkim: claimOrNull(row.dkim),
  dmarc: claimOrNull(row.dmarc),
  firstAt: numberIn(row.first_at),
  lastAt: numberIn(row.last_at),
  checks: numberIn(row.checks),
})

export const toLoss = (row: SqlRow) => ({
  id: textIn(row.id),
  at: numberIn(row.at),
  losses: jsonIn<unknown>(z.unknown(), row.losses, null),
})

export const toJob = (row: SqlRow) => ({
  id: textIn(row.id),
  requestId: textIn(row.request_id),
  accountId: textIn(row.account_id),
  operation: textIn(row.operation),
  keyGeneration: numberIn(row.key_generation),
  askedSince: numberOrNull(row.asked_since),
  plannedAt: numberIn(row.planned_at),
  begunAt: numberIn(row.begun_at),
})

/** Of a plan that nobody confirmed nothing is kept. */
export const isBegun = (row: SqlRow): boolean => row.begun_at !== null

export const toOperationView = (row: SqlRow) => ({
  accountId: textIn(row.account_id),
  name: textIn(row.name),
  operation: textIn(row.operation),
  workspaceId: textIn(row.workspace_id),
  inputs: jsonIn<unknown>(z.unknown(), row.inputs, null),
})

export const toView = (row: SqlRow) => ({
  list: textIn(row.list),
  name: textIn(row.name),
  view: jsonIn<unknown>(z.unknown(), row.view, null),
})

export const toMessage = (row: SqlRow) => ({
  id: textIn(row.id),
  addressId: textIn(row.address_id),
  from: textOrNull(row.sender),
  fromName: textOrNull(row.sender_name),
  to: textOrNull(row.recipient),
  cc: textOrNull(row.copy_to),
  replyTo: textOrNull(row.reply_to),
  subject: textOrNull(row.subject),
  text: textOrNull(row.text),
  isCut: claimIn(row.is_cut),
  html: textOrNull(row.html),
  at: numberOrNull(row.at),
  attachments: jsonIn<unknown>(z.unknown(), row.attachments, []),
  keptAt: numberIn(row.kept_at),
})

export const toAddress = (row: SqlRow, labels: readonly string[]) => ({
  id: textIn(row.id),
  accountId: textOrNull(row.account_id),
  email: textIn(row.email),
  note: textIn(row.note),
  tag: textOrNull(row.tag),
  via: textIn(row.via),
  knownBy: textOrNull(row.known_by) ?? 'answer',
  serviceId: textOrNull(row.service_id),
  at: numberIn(row.at),
  hiddenAt: numberOrNull(row.hidden_at),
  listedAt: numberOrNull(row.listed_at),
  labels,
})

export const toActivity = (row: SqlRow, labels: readonly string[]) => ({
  id: textIn(row.id),
  requestId: textIn(row.request_id),
  accountId: textOrNull(row.account_id),
  keyGeneration: numberOrNull(row.key_generation),
  email: textOrNull(row.email),
  drawnBits: numberIn(row.drawn_bits),
  tag: textOrNull(row.tag),
  note: textIn(row.note),
  via: textIn(row.via),
  plannedAt: numberIn(row.planned_at),
  state: textIn(row.state),
  sentAt: numberOrNull(row.sent_at),
  settledAt: numberOrNull(row.settled_at),
  sends: numberIn(row.sends),
  mayBeHeld: claimIn(row.may_be_held),
  takenNames: namesIn(row.taken_names),
  evidence: textOrNull(row.evidence),
  problem: problemIn(row.problem, textIn(row.id)),
  batchId: textOrNull(row.batch_id),
  batchPlace: numberOrNull(row.batch_place),
  labels,
})

/** Those that are what the schema says. */
export const known = <T>(schema: z.ZodType<T>, values: readonly unknown[]): T[] =>
  values.flatMap((value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })

import { doing } from '../../shared/activity'
import { apiMapSource } from '../../shared/apiMap'
import {
  type ContentPage,
  contentAccount,
  contentActivity,
  contentAddress,
  contentApiMap,
  contentDnsCheck,
  contentDnsRecord,
  contentDoing,
  contentFleetNote,
  contentJob,
  contentJobRow,
  contentLitemailAccount,
  contentLoss,
  contentMessage,
  contentOperationView,
  contentView,
  emptyPage,
} from './content'
import {
  columnsIn,
  isBegun,
  known,
  toAccount,
  toActivity,
  toAddress,
  toApiMap,
  toDnsCheck,
  toDnsRecord,
  toDoing,
  toFleetNote,
  toJob,
  toLitemailAccount,
  toLoss,
  toMessage,
  toOperationView,
  toView,
} from './contentRows'
import type { RecordName } from './dnsRecords'
import { toJobRow } from './jobs'
import { type PageRecord, readRecords } from './pageRecords'
import type { SqlRow } from './sql'

/** So many rows make a page. */
const PAGE_ROWS = 200
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Table = keyof typeof columnsIn

/** Columns as each version of the schema lays them down, first to last. */
const layouts: readonly { readonly table: Table; readonly columns: readonly string[] }[] = [
  { table: 'accounts', columns: columnsIn.accounts },
  // Until version 3 there was nothing of Litemail's.
  { table: 'accounts', columns: columnsIn.accounts.slice(0, -5) },
  { table: 'addresses', columns: columnsIn.addresses },
  // Version 1 knew neither where an address is known from, nor hidden and listed ones.
  {
    table: 'addresses',
    columns: columnsIn.addresses.filter((column) => !['known_by', 'hidden_at', 'listed_at'].includes(column)),
  },
  { table: 'journal', columns: columnsIn.journal },
  { table: 'journal', columns: columnsIn.journal.slice(0, -2) },
  { table: 'fleet_notes', columns: columnsIn.fleet_notes },
  { table: 'saved_views', columns: columnsIn.saved_views },
  { table: 'api_maps', columns: columnsIn.api_maps },
  { table: 'kept_messages', columns: columnsIn.kept_messages },
  { table: 'doings', columns: columnsIn.doings },
  { table: 'doings', columns: columnsIn.doings.slice(0, -1) },
  { table: 'dns_records', columns: columnsIn.dns_records },
  { table: 'dns_checks', columns: columnsIn.dns_checks },
  { table: 'dns_losses', columns: columnsIn.dns_losses },
  { table: 'jobs', columns: columnsIn.jobs },
  { table: 'job_rows', columns: columnsIn.job_rows },
  { table: 'operation_views', columns: columnsIn.operation_views },
]

/** What tells a row of a table from rows of others that have as many columns. */
const isOf: { readonly [T in Table]: (row: SqlRow) => boolean } = {
  accounts: (row) => typeof row.id === 'string' && (row.service === 'likedo' || row.service === 'litemail'),
  addresses: (row) => typeof row.id === 'string' && String(row.email).includes('@'),
  journal: (row) => typeof row.id === 'string' && row.kind === 'address.create',
  fleet_notes: (row) =>
    uuid.test(String(row.account_id)) && (row.kind === 'mailbox' || row.kind === 'domain'),
  kept_messages: (row) => uuid.test(String(row.id)) && uuid.test(String(row.address_id)),
  saved_views: (row) => row.list === 'mailboxes' || row.list === 'domains',
  api_maps: (row) => uuid.test(String(row.account_id)) && apiMapSource.safeParse(row.source).success,
  doings: (row) => typeof row.id === 'string' && doing.shape.kind.safeParse(row.kind).success,
  dns_records: (row) => uuid.test(String(row.account_id)) && Number(row.last_seen_at) > 0,
  dns_checks: (row) => uuid.test(String(row.account_id)) && Number(row.checks) > 0,
  dns_losses: (row) => uuid.test(String(row.id)) && String(row.losses).startsWith('['),
  jobs: (row) => [row.id, row.request_id, row.account_id].every((id) => uuid.test(String(id))),
  job_rows: (row) =>
    [row.id, row.job_id].every((id) => uuid.test(String(id))) && String(row.inputs).startsWith('{'),
  operation_views: (row) => uuid.test(String(row.account_id)) && String(row.inputs).startsWith('{'),
}

const noteName = (accountId: unknown, kind: unknown, key: unknown): string =>
  JSON.stringify([accountId, kind, key])
const mapName = (accountId: unknown, operation: unknown): string => JSON.stringify([accountId, operation])
const recordName = ({ accountId, domain, type, host, value, priority }: RecordName): string =>
  JSON.stringify([accountId, domain, type, host, value, priority])
const checkName = (accountId: unknown, domain: unknown, firstAt: unknown): string =>
  JSON.stringify([accountId, domain, firstAt])
const viewName = (list: unknown, name: unknown): string => JSON.stringify([list, name])

/** What no two rows of a table have in common. */
const nameIn = (table: Table, row: SqlRow): string => {
  if (table === 'fleet_notes') return noteName(row.account_id, row.kind, row.key)
  if (table === 'api_maps') return mapName(row.account_id, row.operation)
  if (table === 'dns_records') return recordName(toDnsRecord(row))
  if (table === 'dns_checks') return checkName(row.account_id, row.domain, row.first_at)
  if (table === 'operation_views') return viewName(row.account_id, row.name)
  return table === 'saved_views' ? viewName(row.list, row.name) : String(row.id)
}

const placeRow = ({ kind, values }: PageRecord): { table: Table; row: SqlRow } | null => {
  if (kind !== 'row') return null
  for (const { table, columns } of layouts) {
    if (columns.length !== values.length) continue
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
    if (isOf[table](row)) return { table, row }
  }
  return null
}

/** The labels that lie in the file, by the id that they are of. */
const readLabels = (file: string): Map<string, string[]> => {
  const labels = new Map<string, string[]>()
  for (const { kind, values } of readRecords(file)) {
    const [id, label] = values
    if (kind !== 'entry' || values.length !== 2 || typeof id !== 'string' || !uuid.test(id)) continue
    if (typeof label === 'string' && label !== '') labels.set(id, [...(labels.get(id) ?? []), label])
  }
  return labels
}

/** The rows that are known already, by table. */
export type FoundRows = Readonly<Record<Table, Set<string>>>

export const noneFound = (): FoundRows => ({
  accounts: new Set(),
  addresses: new Set(),
  journal: new Set(),
  fleet_notes: new Set(),
  saved_views: new Set(),
  api_maps: new Set(),
  kept_messages: new Set(),
  operation_views: new Set(),
  doings: new Set(),
  dns_records: new Set(),
  dns_checks: new Set(),
  dns_losses: new Set(),
  jobs: new Set(),
  job_rows: new Set(),
})

/** The rows of a page are known from now on. */
export const noteFound = (found: FoundRows, page: ContentPage): void => {
  for (const { id } of [...page.accounts, ...page.litemailAccounts]) found.accounts.add(id)
  for (const { id } of page.addresses) found.addresses.add(id)
  for (const { id } of page.activity) found.journal.add(id)
  for (const note of page.fleetNotes) found.fleet_notes.add(noteName(note.accountId, note.kind, note.key))
  for (const { list, name } of page.views) found.saved_views.add(viewName(list, name))
  for (const { id } of page.messages) found.kept_messages.add(id)
  for (const { accountId, operation } of page.apiMaps) found.api_maps.add(mapName(accountId, operation))
  for (const { id } of page.doings) found.doings.add(id)
  for (const { id } of page.losses) found.dns_losses.add(id)
  for (const { id } of page.jobs) found.jobs.add(id)
  for (const { id } of page.jobRows) found.job_rows.add(id)
  for (const record of page.dnsRecords) found.dns_records.add(recordName(record))
  for (const { accountId, domain, firstAt } of page.dnsChecks)
    found.dns_checks.add(checkName(accountId, domain, firstAt))
  for (const { accountId, name } of page.operationViews) found.operation_views.add(viewName(accountId, name))
}

/** Rows as they lie in the file; what is no content is left out. */
const pageOf = (
  rows: Readonly<Record<Table, readonly SqlRow[]>>,
  labels: ReadonlyMap<string, string[]>,
): ContentPage => {
  const labelsOf = ({ id }: SqlRow): string[] => labels.get(String(id)) ?? []
  const all = <T>(of: (row: SqlRow) => T, table: Table): T[] => rows[table].map((row) => of(row))
  return {
    ...emptyPage,
    accounts: known(contentAccount, all(toAccount, 'accounts')),
    litemailAccounts: known(contentLitemailAccount, all(toLitemailAccount, 'accounts')),
    addresses: known(
      contentAddress,
      all((row) => toAddress(row, labelsOf(row)), 'addresses'),
    ),
    activity: known(
      contentActivity,
      all((row) => toActivity(row, labelsOf(row)), 'journal'),
    ),
    fleetNotes: known(contentFleetNote, all(toFleetNote, 'fleet_notes')),
    views: known(contentView, all(toView, 'saved_views')),
    apiMaps: known(contentApiMap, all(toApiMap, 'api_maps')),
    messages: known(contentMessage, all(toMessage, 'kept_messages')),
    operationViews: known(contentOperationView, all(toOperationView, 'operation_views')),
    doings: known(contentDoing, all(toDoing, 'doings')),
    dnsRecords: known(contentDnsRecord, all(toDnsRecord, 'dns_records')),
    dnsChecks: known(contentDnsCheck, all(toDnsCheck, 'dns_checks')),
    losses: known(contentLoss, all(toLoss, 'dns_losses')),
    jobs: known(contentJob, rows.jobs.filter(isBegun).map(toJob)),
    jobRows: known(contentJobRow, rows.job_rows.filter(isBegun).map(toJobRow)),
  }
}

const noRows = (): Record<Table, SqlRow[]> => ({
  accounts: [],
  addresses: [],
  journal: [],
  fleet_notes: [],
  saved_views: [],
  api_maps: [],
  kept_messages: [],
  operation_views: [],
  doings: [],
  dns_records: [],
  dns_checks: [],
  dns_losses: [],
  jobs: [],
  job_rows: [],
})

/**
 * What the pages of a file still give of its content that SQLite cannot read, for the header, the schema, or a page on
 * the way to others is gone. Each row once, as it was found first; those in `seen` are left out.
 */
export function* readPageContent(file: string, seen: FoundRows): Generator<ContentPage> {
  const labels = readLabels(file)
  let found = noRows()
  let count = 0
  for (const record of readRecords(file)) {
    const placed = placeRow(record)
    if (placed === null) continue
    const { table, row } = placed
    const name = nameIn(table, row)
    if (seen[table].has(name)) continue
    seen[table].add(name)
    found[table].push(row)
    count += 1
    if (count % PAGE_ROWS > 0) continue
    yield pageOf(found, labels)
    found = noRows()
  }
  yield pageOf(found, labels)
}

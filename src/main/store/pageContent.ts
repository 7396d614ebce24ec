import { type ContentPage, contentAccount, contentActivity, contentAddress, emptyPage } from './content'
import { columnsIn, known, toAccount, toActivity, toAddress } from './contentRows'
import { type PageRecord, readRecords } from './pageRecords'
import type { SqlRow } from './sql'

/** So many rows make a page. */
const PAGE_ROWS = 200
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Table = keyof typeof columnsIn

/** Columns as each version of the schema lays them down, first to last. */
const layouts: readonly { readonly table: Table; readonly columns: readonly string[] }[] = [
  { table: 'accounts', columns: columnsIn.accounts },
  { table: 'addresses', columns: columnsIn.addresses },
  // Version 1 knew neither where an address is known from, nor hidden and listed ones.
  {
    table: 'addresses',
    columns: columnsIn.addresses.filter((column) => !['known_by', 'hidden_at', 'listed_at'].includes(column)),
  },
  { table: 'journal', columns: columnsIn.journal },
  { table: 'journal', columns: columnsIn.journal.slice(0, -2) },
]

/** What tells a row of a table from rows of others that have as many columns. */
const isOf = (table: Table, row: SqlRow): boolean => {
  if (typeof row.id !== 'string') return false
  if (table === 'accounts') return row.service === 'likedo'
  return table === 'journal' ? row.kind === 'address.create' : String(row.email).includes('@')
}

const placeRow = ({ kind, values }: PageRecord): { table: Table; row: SqlRow } | null => {
  if (kind !== 'row') return null
  for (const { table, columns } of layouts) {
    if (columns.length !== values.length) continue
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
    if (isOf(table, row)) return { table, row }
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

/** The rows that are known already, by table and id. */
export type FoundIds = Readonly<Record<Table, Set<string>>>

/**
 * What the pages of a file still give of its content that SQLite cannot read, for the header, the schema, or a page on
 * the way to others is gone. Each row once, as it was found first; those in `seen` are left out.
 */
export function* readPageContent(file: string, seen: FoundIds): Generator<ContentPage> {
  const labels = readLabels(file)
  const found: Record<Table, unknown[]> = { accounts: [], addresses: [], journal: [] }
  const take = (): ContentPage => ({
    ...emptyPage,
    accounts: known(contentAccount, found.accounts.splice(0)),
    addresses: known(contentAddress, found.addresses.splice(0)),
    activity: known(contentActivity, found.journal.splice(0)),
  })
  const add = { accounts: toAccount, addresses: toAddress, journal: toActivity }
  let count = 0
  for (const record of readRecords(file)) {
    const placed = placeRow(record)
    if (placed === null) continue
    const { table, row } = placed
    const id = String(row.id)
    if (seen[table].has(id)) continue
    seen[table].add(id)
    found[table].push(add[table](row, labels.get(id) ?? []))
    count += 1
    if (count % PAGE_ROWS === 0) yield take()
  }
  yield take()
}

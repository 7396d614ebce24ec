import Papa from 'papaparse'
import type { ImportField, ImportReading } from '../../shared/transfer'
import { unguardCell } from '../rules/csvCell'
import type { Separator } from './csvRows'
import { isEmailAddress } from './importedLine'

const MOST_COLUMNS = 200
/** So many rows are looked at. */
const SAMPLE_ROWS = 50

const separators: readonly Separator[] = [',', ';', '\t', '|']

/** Titles by which a column is known, without case, spaces and marks. Those of other services are their own. */
const titles: Readonly<Record<ImportField, readonly string[]>> = {
  address: ['address', 'email', 'emailaddress', 'alias', 'mail', 'mailaddress'],
  note: ['note', 'notes', 'description', 'comment', 'memo', 'remark'],
  labels: ['labels', 'label', 'tags', 'categories', 'category', 'groups'],
  tag: ['likedotag', 'tag'],
  created: ['created', 'createdat', 'creationdate', 'creationtime', 'createdon', 'date'],
  account: ['account', 'accountname'],
  hidden: ['hidden', 'hiddenat', 'enabled', 'active'],
}
// Of these a yes means that the address is not hidden.
const opposite: ReadonlySet<string> = new Set(['enabled', 'active'])

const plain = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether a column of this title says of addresses that they are in use, rather than hidden. */
export const saysInUse = (title: string): boolean => opposite.has(plain(title))

/** What the columns of a file are, by their titles; each is read once, by the first title that fits. */
const fieldsOf = (found: readonly string[]): (ImportField | null)[] => {
  const taken = new Set<ImportField>()
  return found.map((title) => {
    const field = importFields.find((name) => titles[name].includes(plain(title)) && !taken.has(name)) ?? null
    if (field !== null) taken.add(field)
    return field
  })
}
// The keys of a literal object are its fields.
const importFields = Object.keys(titles) as ImportField[]

const formatOf = (found: readonly string[]): 'csv' | 'simplelogin' | 'addy' => {
  const names = new Set(found.map(plain))
  const hasAll = (...wanted: string[]) => wanted.every((name) => names.has(name))
  // SimpleLogin, "Export": alias, note, enabled, mailboxes. addy.io, "Export": all columns of its aliases.
  if (hasAll('alias', 'note', 'enabled')) return 'simplelogin'
  return hasAll('email', 'localpart', 'domain', 'active', 'description') ? 'addy' : 'csv'
}

const isAddressCell = (cell: string): boolean => isEmailAddress(unguardCell(cell).trim())

/** The column in which most cells are addresses; -1 where none has one. */
const addressColumnOf = (rows: readonly (readonly string[])[]): number => {
  const counts = new Map<number, number>()
  for (const row of rows) {
    row.forEach((cell, index) => {
      if (isAddressCell(cell)) counts.set(index, (counts.get(index) ?? 0) + 1)
    })
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? -1
}

/**
 * Reads the first rows of a file as they may be meant: separator, unless the user said which, titles, and what the
 * columns are.
 */
export function guessReading(sample: string, chosen?: Separator): ImportReading {
  const parsed = Papa.parse<string[]>(sample, {
    preview: SAMPLE_ROWS,
    delimitersToGuess: [...separators],
    ...(chosen === undefined ? {} : { delimiter: chosen }),
    skipEmptyLines: true,
  })
  const separator = separators.find((one) => one === parsed.meta.delimiter) ?? ','
  const [first = [], ...others] = parsed.data
  const guessed = fieldsOf(first)
  const hasHeader =
    !first.some(isAddressCell) && (guessed.some((field) => field !== null) || others.length > 0)
  const width = Math.min(MOST_COLUMNS, Math.max(1, ...parsed.data.map((row) => row.length)))
  const columns = Array.from({ length: width }, (_, index) => (hasHeader ? (guessed[index] ?? null) : null))
  if (!columns.includes('address')) {
    const index = addressColumnOf(parsed.data)
    if (index >= 0 && index < width) columns[index] = 'address'
  }
  return { format: hasHeader ? formatOf(first) : 'csv', separator, hasHeader, columns }
}

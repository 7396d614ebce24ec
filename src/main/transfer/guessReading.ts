import type { ImportField, ImportReading } from '../../shared/transfer'
import { unguardCell } from '../rules/csvCell'
import type { Separator } from './csvRows'
import { fieldsByTitles, guessTable, plainTitle } from './guessTable'
import { isEmailAddress } from './importedLine'

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

/** Whether a column of this title says of addresses that they are in use, rather than hidden. */
export const saysInUse = (title: string): boolean => opposite.has(plainTitle(title))

const formatOf = (found: readonly string[]): 'csv' | 'simplelogin' | 'addy' => {
  const names = new Set(found.map(plainTitle))
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
  const { separator, rows, width } = guessTable(sample, chosen)
  const [first = [], ...others] = rows
  const guessed = fieldsByTitles(titles, first)
  const hasHeader =
    !first.some(isAddressCell) && (guessed.some((field) => field !== null) || others.length > 0)
  const columns = Array.from({ length: width }, (_, index) => (hasHeader ? (guessed[index] ?? null) : null))
  if (!columns.includes('address')) {
    const index = addressColumnOf(rows)
    if (index >= 0 && index < width) columns[index] = 'address'
  }
  return { format: hasHeader ? formatOf(first) : 'csv', separator, hasHeader, columns }
}

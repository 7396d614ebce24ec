import type { ImportField, ImportReading } from '../../../shared/transfer'

/** What a column may be read as, in the order in which it is shown. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  'address',
  'note',
  'labels',
  'tag',
  'created',
  'account',
  'hidden',
]

/** A column's own title, where the file gives it one. */
export function columnTitle(titles: readonly string[], index: number): string | null {
  const title = titles[index]?.trim()
  return title === undefined || title === '' ? null : title
}

/** What stands in a column: the first three different values. */
export function examplesOf(rows: readonly (readonly string[])[], index: number): string {
  const values = rows.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '')
  return [...new Set(values)].slice(0, 3).join(' · ')
}

/** A column is read as something: the one that was read so before is left out, for each field is read once. */
export function readColumnAs<Reading extends { readonly columns: readonly (string | null)[] }>(
  reading: Reading,
  index: number,
  field: Reading['columns'][number],
): Reading {
  const columns = reading.columns.map((before, place) => {
    if (place === index) return field
    return before === field ? null : before
  })
  return { ...reading, columns }
}

/** The columns that are taken, in the order of the fields, each once. */
export function takenColumns(
  { columns }: ImportReading,
  fields: readonly ImportField[],
): { readonly field: ImportField; readonly index: number }[] {
  return fields.flatMap((field) => {
    const index = columns.indexOf(field)
    return index < 0 ? [] : [{ field, index }]
  })
}

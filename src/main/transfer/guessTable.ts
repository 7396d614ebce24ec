import Papa from 'papaparse'
import type { Separator } from './csvRows'

/** No more columns of a file are looked at. */
export const MOST_COLUMNS = 200
/** So many rows are looked at. */
const SAMPLE_ROWS = 50

const separators: readonly Separator[] = [',', ';', '\t', '|']

/** The first rows of a file, by the separator that is meant unless its user said which. */
export interface SampledTable {
  readonly separator: Separator
  readonly rows: readonly (readonly string[])[]
  /** How many columns there are. */
  readonly width: number
}

/** Reads the first rows of text that is a table. */
export function guessTable(sample: string, chosen?: Separator): SampledTable {
  const parsed = Papa.parse<string[]>(sample, {
    preview: SAMPLE_ROWS,
    delimitersToGuess: [...separators],
    ...(chosen === undefined ? {} : { delimiter: chosen }),
    skipEmptyLines: true,
  })
  return {
    separator: separators.find((one) => one === parsed.meta.delimiter) ?? ',',
    rows: parsed.data,
    width: Math.min(MOST_COLUMNS, Math.max(1, ...parsed.data.map((row) => row.length))),
  }
}

/** A title without case, spaces and marks. */
export const plainTitle = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What columns are, by the titles that each field is known by; each is read once, by the first title that fits. */
export function fieldsByTitles<Field extends string>(
  titles: Readonly<Record<Field, readonly string[]>>,
  found: readonly string[],
): (Field | null)[] {
  // The keys of a literal object are its fields.
  const fields = Object.keys(titles) as Field[]
  const taken = new Set<Field>()
  return found.map((title) => {
    const field = fields.find((name) => titles[name].includes(plainTitle(title)) && !taken.has(name)) ?? null
    if (field !== null) taken.add(field)
    return field
  })
}

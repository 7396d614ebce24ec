/** What a cell is drawn as: a text, or something that is written as JSON. */
export interface CellText {
  readonly words: string
  readonly isText: boolean
}

/** The words of a cell that came as JSON; long ones were cut, so that they are none any more. */
export function cellText(cell: string): CellText {
  try {
    const value: unknown = JSON.parse(cell)
    return typeof value === 'string' ? { words: value, isText: true } : { words: cell, isText: false }
  } catch {
    return cell.startsWith('"') ? { words: cell.slice(1), isText: true } : { words: cell, isText: false }
  }
}

/** In CSS pixels. */
const CHARACTER = 7.2
const LEAST = 64
const MOST = 300
/** So many rows tell how wide a column is. */
const LOOKED_AT = 60

/** How wide the columns of an answer are: as what stands in most of them needs, within reason. */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): readonly number[] {
  return columns.map((column, at) => {
    const lengths = rows.slice(0, LOOKED_AT).map((row) => row[at]?.length ?? 1)
    const longest = Math.max(column.length, ...lengths)
    return Math.round(Math.min(MOST, Math.max(LEAST, longest * CHARACTER + 12)))
  })
}

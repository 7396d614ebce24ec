/** What an answer is shown and kept with, so that a window stays usable whatever a service sends. */
export const MOST_ROWS = 1_000
const LONGEST_CELL = 2_000
/** Of all cells together, in characters. */
const MOST_CELLS = 1_000_000
const LONGEST_JSON = 400_000
const MOST_BESIDE = 100
const CUT = '…'

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
  /** So many rows of the answer are not among them. */
  readonly rowsLeft: number
  readonly beside: readonly { readonly name: string; readonly value: string }[]
}

const cut = (text: string, longest = LONGEST_CELL): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}${CUT}`

const cutOrNull = (cell: string | null): string | null => (cell === null ? null : cut(cell))

/** As many rows of a table as can be shown, their long cells cut, and how many rows are left. */
export function cutTable<T extends Table>(table: T) {
  let left = MOST_CELLS
  const rows: (string | null)[][] = []
  for (const row of table.rows.slice(0, MOST_ROWS)) {
    const cells = row.map(cutOrNull)
    left -= cells.reduce((sum, cell) => sum + (cell?.length ?? 0) + 1, 0)
    if (left < 0 && rows.length > 0) break
    rows.push(cells)
  }
  return {
    ...table,
    columns: table.columns.map((column) => cut(column)),
    rows,
    rowsLeft: table.rowsLeft + table.rows.length - rows.length,
    beside: table.beside
      .slice(0, MOST_BESIDE)
      .map(({ name, value }) => ({ name: cut(name), value: cut(value) })),
  }
}

/** An answer as JSON to be read by people, cut where it is longer than anybody reads. */
export function writeJson(value: unknown): { readonly json: string; readonly isJsonCut: boolean } {
  const json = JSON.stringify(value, null, 2)
  return { json: json.slice(0, LONGEST_JSON), isJsonCut: json.length > LONGEST_JSON }
}

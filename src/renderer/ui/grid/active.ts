/** The row that has the keyboard: its place, and which row it is where that is known. */
export interface ActiveRow {
  readonly index: number
  readonly id: string | null
}

type Rows = readonly { readonly id: string }[]

/** Where the active row is now that the rows may have changed: it keeps to its row, else to its place. */
export function locateActive({ index, id }: ActiveRow, rows: Rows, total: number): ActiveRow {
  if (id !== null && rows[index]?.id !== id) {
    const found = rows.findIndex((row) => row.id === id)
    if (found >= 0) return { index: found, id }
  }
  const place = Math.max(0, Math.min(index, total - 1))
  return { index: place, id: rows[place]?.id ?? null }
}

/** The place that a key moves to, or null where the key moves nothing. `page`: rows in sight. */
export function moveActive(key: string, index: number, total: number, page: number): number | null {
  const last = total - 1
  const moves = new Map([
    ['ArrowDown', index + 1],
    ['ArrowUp', index - 1],
    ['PageDown', index + page],
    ['PageUp', index - page],
    ['Home', 0],
    ['End', last],
  ])
  const place = moves.get(key)
  return place === undefined ? null : Math.max(0, Math.min(place, last))
}

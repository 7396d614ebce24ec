/** The row that has the keyboard: its place, and which row it is where that is known. */
export interface ActiveRow {
  readonly index: number
  readonly id: string | null
}

/** The rows of a list that are there: those from `offset` on. */
export interface Loaded<Row> {
  readonly offset: number
  readonly rows: readonly Row[]
}

type WithId = { readonly id: string }

export const rowAt = <Row>({ offset, rows }: Loaded<Row>, index: number): Row | undefined =>
  rows[index - offset]

/** The place of a row, or -1 where it is not among those that are there. */
export function placeOf({ offset, rows }: Loaded<WithId>, id: string): number {
  const at = rows.findIndex((row) => row.id === id)
  return at < 0 ? -1 : offset + at
}

/**
 * Where the active row is now that the rows may have changed: it keeps to its row, else to its place. While only a part
 * of the list is there, a row that is not in it may stand elsewhere: it stays the active one, and its place is only
 * where it was last.
 */
export function locateActive({ index, id }: ActiveRow, loaded: Loaded<WithId>, total: number): ActiveRow {
  const place = Math.max(0, Math.min(index, total - 1))
  const row = rowAt(loaded, place)
  if (id !== null && total > 0) {
    if (row?.id === id) return { index: place, id }
    const found = placeOf(loaded, id)
    if (found >= 0) return { index: found, id }
    if (loaded.rows.length < total) return { index: place, id }
  }
  return { index: place, id: row?.id ?? null }
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

import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { coalesce } from './coalesce'

/** The place of a row in a list that runs from the newest to the oldest. */
export interface Place {
  readonly at: number
  readonly id: string
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

export interface Pages<Row> {
  /** The newest rows without a gap, as far as somebody has looked. */
  readonly rows: readonly Row[]
  /** How many rows there are in all; null before the first answer. */
  readonly total: number | null
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: AppError | null
}

export interface PagesStore<Row> {
  readonly use: UseBoundStore<StoreApi<Pages<Row>>>
  /** Somebody looks at rows up to this index: reads on until they are there. */
  readonly reach: (index: number) => Promise<void>
  /** Something changed: reads again as far as somebody looks, and shows it in one step. */
  readonly refresh: () => Promise<void>
  /** Takes one row that main answered to something else. */
  readonly put: (row: Row) => void
}

const FIRST_PAGE = 100
const LARGEST_PAGE = 500

/**
 * Mirrors a list that main gives page by page, each page found by the last row before it. A list of a
 * hundred thousand rows costs what is looked at.
 */
export function createPages<Row extends { readonly id: string }>(
  placeOf: (row: Row) => Place,
  ask: (before: Place | undefined, limit: number) => Promise<Result<Page<Row>, AppError>>,
): PagesStore<Row> {
  const use = create<Pages<Row>>(() => ({ rows: [], total: null, status: 'loading', error: null }))
  let wanted = FIRST_PAGE
  let isStale = true

  async function readFrom(start: readonly Row[], startTotal: number | null, isShownAtOnce: boolean) {
    // Rows that are read for the first time are not there in an older form.
    const known = new Map(isShownAtOnce ? [] : use.getState().rows.map((row) => [row.id, row]))
    let rows = start
    let total = startTotal
    while (total === null || rows.length < Math.min(wanted, total)) {
      const last = rows.at(-1)
      const limit = Math.min(Math.max(wanted - rows.length, FIRST_PAGE), LARGEST_PAGE)
      const page = await ask(last === undefined ? undefined : placeOf(last), limit)
      if (!page.ok) {
        isStale ||= !isShownAtOnce
        use.setState({ status: 'failed', error: page.error })
        return
      }
      rows = [...rows, ...page.value.rows.map((row) => sameAs(known.get(row.id), row))]
      // A page without rows ends the list, whatever the count said a moment ago.
      total = page.value.rows.length === 0 ? rows.length : Math.max(page.value.total, rows.length)
      if (isShownAtOnce) use.setState({ rows, total, status: 'ready', error: null })
    }
    use.setState({ rows, total, status: 'ready', error: null })
  }

  const read = coalesce(async () => {
    const { rows, total } = use.getState()
    if (!isStale) return readFrom(rows, total, true)
    isStale = false
    return readFrom([], null, false)
  })

  return {
    use,
    reach(index) {
      wanted = Math.max(FIRST_PAGE, index + 1)
      const { rows, total } = use.getState()
      const isThere = total !== null && rows.length >= Math.min(wanted, total)
      return isThere ? Promise.resolve() : read()
    },
    refresh() {
      isStale = true
      return read()
    },
    put(row) {
      const { rows } = use.getState()
      use.setState({ rows: rows.map((old) => (old.id === row.id ? row : old)) })
    },
  }
}

/** The row that is there already where it says the same, so that what shows it need not be drawn again. */
const sameAs = <Row>(old: Row | undefined, row: Row): Row =>
  old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row

import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { coalesce } from './coalesce'

/** Some rows of a list, and how many there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

/** What the window holds of a list: the rows around those in sight, and no others. */
export interface Pages<Row, Answer> {
  /** The place of the first of `rows` in the list, from 0. */
  readonly offset: number
  readonly rows: readonly Row[]
  /** How many rows there are in all; null before the first answer. */
  readonly total: number | null
  /** The answer that `rows` came with. */
  readonly answer: Answer | null
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: AppError | null
}

export interface PagesStore<Row, Answer> {
  readonly use: UseBoundStore<StoreApi<Pages<Row, Answer>>>
  /** Somebody looks at the rows of these places, both included: reads them where they are not there. */
  readonly look: (first: number, last: number) => Promise<void>
  /** Somebody reads this row: it stays where it is when rows come or go above it. Null: the list stays at its top. */
  readonly hold: (id: string | null) => void
  /** Something changed: reads again what is in sight, and shows it in one step. */
  readonly refresh: () => Promise<void>
  /** As `refresh`, where somebody has looked before, also while that is not answered yet. */
  readonly follow: () => Promise<void>
  /** The list is another one now: reads it from its start. Old rows stay until its own are there. */
  readonly restart: () => Promise<void>
  /** Takes one row that main answered to something else. */
  readonly put: (row: Partial<Row> & { readonly id: string }) => void
}

export interface PagesSource<Answer> {
  readonly ask: (offset: number, limit: number) => Promise<Result<Answer, AppError>>
  /** Where a row stands now; null where it is not in the list. Without it no row is held. */
  readonly find?: (id: string) => Promise<number | null>
}

/** So many rows are read beyond those in sight, on each side. */
const AHEAD = 60
/** Fewer than so many left on one side: it is time to read on. */
const NEAR = 20
/** What is looked at before anything was drawn. */
export const FIRST_SIGHT = { first: 0, last: 39 }
/** A row that moves on whenever it is found is looked for so many times: then what is in sight is read where it is. */
const MOST_SEARCHES = 8
/** A window that has shown fewer so far may show so many. */
const FEWEST_IN_SIGHT = 30

/**
 * Mirrors a list of any length by the part of it that is in sight: a jump to the end of a hundred thousand rows
 * reads one page. One question is under way at a time; an answer that was overtaken by `restart` is thrown away.
 */
export function createPages<Row extends { readonly id: string }, Answer extends Page<Row> = Page<Row>>({
  ask,
  find,
}: PagesSource<Answer>): PagesStore<Row, Answer> {
  const use = create<Pages<Row, Answer>>(() => ({
    offset: 0,
    rows: [],
    total: null,
    answer: null,
    status: 'loading',
    error: null,
  }))
  let sight = FIRST_SIGHT
  /** The most rows that were in sight at once. */
  let mostInSight = FEWEST_IN_SIGHT
  let held: string | null = null
  let list = 0
  /** The list that the rows are of. */
  let answered = 0
  let isStale = true
  let isAsked = false

  const read = coalesce(async () => {
    isAsked = true
    if (!isStale && isCovered(use.getState(), sight)) return
    const wasStale = isStale
    const asked = list
    isStale = false
    const found = await readSight()
    // Another list is wanted by now, and asked for next.
    if (asked !== list) return
    if (!found.ok) {
      isStale ||= wasStale
      use.setState({ status: 'failed', error: found.error })
      return
    }
    answered = asked
    const { offset, answer } = found.value
    const known = new Map(use.getState().rows.map((row) => [row.id, row]))
    use.setState({
      offset,
      rows: answer.rows.map((row) => sameAs(known.get(row.id), row)),
      // A list without a first row is empty, whatever the count said a moment ago.
      total: answer.rows.length === 0 ? offset : Math.max(answer.total, offset + answer.rows.length),
      answer,
      status: 'ready',
      error: null,
    })
  })

  async function readSight() {
    const { offset, rows } = use.getState()
    const id = answered === list ? held : null
    const before = rows.findIndex((row) => row.id === id)
    const looked = sight
    let moved = looked
    // Another list is soon seen where it is asked for no more than is seen: it is read on when somebody goes on.
    let found = await readAround(looked.first, looked.last, answered === list ? AHEAD : NEAR + 1)
    if (id === null || before < 0 || find === undefined) return found
    for (let tried = 0; tried < MOST_SEARCHES; tried += 1) {
      if (!found.ok || found.value.answer.rows.some((row) => row.id === id)) return found
      // So much came or went above that what somebody reads is elsewhere now, and again while that was asked.
      const place = await find(id)
      if (place === null) return found
      const isStill = sight === moved
      moved = moveSight(looked, offset + before, place)
      // Somebody has gone elsewhere by now, which is read next.
      if (!isStill && tried > 0) return found
      if (isStill) sight = moved
      found = await readAround(moved.first, moved.last)
    }
    return found
  }

  async function readAround(first: number, last: number, ahead = AHEAD) {
    let offset = Math.max(0, first - ahead)
    const limit = last + ahead + 1 - offset
    for (;;) {
      const page = await ask(offset, limit)
      if (!page.ok) return page
      if (page.value.rows.length > 0 || offset === 0)
        return { ok: true, value: { offset, answer: page.value } } as const
      // The list ends before: its last rows are what is in sight.
      offset = Math.max(0, Math.min(offset - 1, page.value.total - limit))
    }
  }

  const refresh = () => {
    isStale = true
    return read()
  }

  return {
    use,
    look(first, last) {
      sight = { first, last }
      mostInSight = Math.max(mostInSight, last - first + 1)
      return isCovered(use.getState(), sight) && !isStale ? Promise.resolve() : read()
    },
    hold(id) {
      held = id
    },
    refresh,
    follow: () => (isAsked ? refresh() : Promise.resolve()),
    restart() {
      list += 1
      sight = { first: 0, last: mostInSight - 1 }
      isStale = true
      return read()
    },
    put(row) {
      const { rows } = use.getState()
      use.setState({ rows: rows.map((old) => (old.id === row.id ? { ...old, ...row } : old)) })
    },
  }
}

/** The places in sight once a row has another place; where it was out of sight, it stands at the edge of it. */
function moveSight(sight: typeof FIRST_SIGHT, before: number, place: number): typeof FIRST_SIGHT {
  const most = sight.last - sight.first
  const first = Math.max(0, place - Math.max(0, Math.min(before - sight.first, most)))
  return { first, last: first + most }
}

function isCovered(
  { offset, rows, total }: Pages<unknown, unknown>,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  if (total === null) return false
  return Math.max(0, first - NEAR) >= offset && Math.min(total - 1, last + NEAR) < offset + rows.length
}

/** The row that is there already where it says the same, so that what shows it need not be drawn again. */
const sameAs = <Row>(old: Row | undefined, row: Row): Row =>
  old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row

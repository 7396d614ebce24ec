import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { coalesce } from '../coalesce'
import type { Page, PagesStore } from '../pages'

/** What may be filtered by, and how many rows there are without any filter. Null before it was read. */
export interface Facets<Counts> {
  readonly facets: Counts | null
  /** Why they could not be read; null: they could, or were not asked for yet. */
  readonly error: AppError | null
  /** Rows without any filter; null where the list itself says it. */
  readonly everything: number | null
}

export interface FacetsStore<Counts> {
  readonly use: UseBoundStore<StoreApi<Facets<Counts>>>
  /** Reads them again, now. */
  readonly refresh: () => Promise<void>
}

interface FacetsSource<Row, Answer, Counts> {
  readonly pages: PagesStore<Row, Answer>
  /** What may be filtered by beside the view that is wanted. */
  readonly ask: () => Promise<Result<Counts, AppError>>
  /** How many rows that same list has without its filters. */
  readonly count: () => Promise<Result<Page<unknown>, AppError>>
  /** What an answer says of everything by itself. `filtered`: nothing, it has to be counted. */
  readonly everythingOf: (answer: Answer) => number | null | 'filtered'
}

/** Counting reads every row: it waits until the list itself has its rows and somebody pauses. */
const PAUSE = 150
/** While a list goes on changing, it does not wait for ever. */
const LONGEST = 1500

/** The facets of one list; they follow its answers. */
export function createFacets<Row, Answer extends Page<Row>, Counts>(
  source: FacetsSource<Row, Answer, Counts>,
): FacetsStore<Counts> {
  const use = create<Facets<Counts>>(() => ({ facets: null, error: null, everything: null }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | null = null

  const read = coalesce(async () => {
    waitingSince = null
    const counts = await source.ask()
    use.setState(counts.ok ? { facets: counts.value, error: null } : { error: counts.error })
  })

  const count = coalesce(async () => {
    const page = await source.count()
    if (page.ok) use.setState({ everything: page.value.total })
  })

  source.pages.use.subscribe(({ answer }, { answer: before }) => {
    if (answer === null || answer === before) return
    clearTimeout(timer)
    waitingSince ??= performance.now()
    const left = waitingSince + LONGEST - performance.now()
    const everything = source.everythingOf(answer)
    if (everything !== 'filtered') use.setState({ everything })
    // What it was a moment ago stands until then; where nothing does, it is asked for at once.
    else if (use.getState().everything === null) void count()
    timer = setTimeout(
      () => {
        void read()
        if (everything === 'filtered') void count()
      },
      Math.max(0, Math.min(PAUSE, left)),
    )
  })

  return {
    use,
    refresh() {
      clearTimeout(timer)
      return read()
    },
  }
}

import { create, type StoreApi, type UseBoundStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Settings } from '../../../shared/settings'
import { changeSettings, settings } from '../settings'

export interface AnySort {
  readonly by: string
  readonly isDescending: boolean
}

/** What a list is searched for and filtered by, and its order. */
export type View<Filters, Sort> = Filters & { readonly sort: Sort }

export interface ViewStore<Filters, Sort> {
  /** What the list is asked to show. The rows that are drawn may still answer the view before. */
  readonly use: UseBoundStore<StoreApi<View<Filters, Sort>>>
  readonly change: (change: Partial<Filters>) => void
  readonly clear: () => void
  /** Only in this order: it is kept for later starts. */
  readonly sort: (sort: Sort) => void
  /** Takes another view as a whole; its order holds for now. */
  readonly show: (view: View<Filters, Sort>) => void
  /** The same order without any filter. */
  readonly unfiltered: (view: View<Filters, Sort>) => View<Filters, Sort>
}

export interface ViewSource<Filters, Sort> {
  readonly noFilters: Filters
  /** Until the settings say another one. */
  readonly sort: Sort
  readonly kept: (settings: Settings) => Sort
  readonly keep: (sort: Sort) => Partial<Settings>
}

/** The same for the same filters, in whatever order they were set. */
export const filtersText = (filters: object): string =>
  JSON.stringify(Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1)))

const besideSearch = <V extends { readonly search: string }>({ search: _, ...rest }: V): Omit<V, 'search'> =>
  rest

/** All of a view but what is searched for: who uses it is not drawn again with every key. */
export const useBesideSearch = <V extends { readonly search: string }>(
  use: UseBoundStore<StoreApi<V>>,
): Omit<V, 'search'> => use(useShallow(besideSearch<V>))

/** What one list is asked to show. */
export function createView<Filters extends object, Sort extends AnySort>({
  noFilters,
  sort: firstSort,
  kept,
  keep,
}: ViewSource<Filters, Sort>): ViewStore<Filters, Sort> {
  const use = create<View<Filters, Sort>>(() => ({ ...noFilters, sort: firstSort }))
  const change = (filters: Partial<Filters>) => use.setState((view) => ({ ...view, ...filters }))

  // The order of the last start; from then on the view knows it first.
  const take = (data: Settings) => {
    const { sort } = use.getState()
    const known = kept(data)
    if (known.by !== sort.by || known.isDescending !== sort.isDescending)
      use.setState((view) => ({ ...view, sort: known }))
  }
  const { data: known } = settings.use.getState()
  if (known !== null) take(known)
  else {
    const stop = settings.use.subscribe(({ data }) => {
      if (data === null) return
      stop()
      take(data)
    })
  }

  return {
    use,
    change,
    clear: () => change(noFilters),
    sort(sort) {
      use.setState((view) => ({ ...view, sort }))
      void changeSettings(keep(sort))
    },
    show: (view) => use.setState(view),
    unfiltered: ({ sort }) => ({ ...noFilters, sort }),
  }
}

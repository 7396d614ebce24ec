import { create } from 'zustand'
import type { AddressSort, AddressView } from '../../shared/addressView'
import { changeSettings, settings } from './settings'

type Filters = Omit<AddressView, 'sort'>

const noFilters: Filters = {
  search: '',
  labels: [],
  accountIds: [],
  month: null,
  hidden: 'left-out',
  isWithoutNote: false,
}

/** Every address there is, hidden ones too, the newest first. */
export const EVERYTHING: AddressView = {
  ...noFilters,
  hidden: 'shown',
  sort: { by: 'created', isDescending: true },
}

/** What the list of addresses is asked to show. The rows that are drawn may still answer the view before. */
export const useView = create<AddressView>(() => ({
  ...noFilters,
  sort: { by: 'created', isDescending: true },
}))

export const changeView = (change: Partial<Filters>) => useView.setState(change)
export const clearFilters = () => useView.setState(noFilters)

/** The order is kept for later starts. */
export function sortAddresses(sort: AddressSort): void {
  useView.setState({ sort })
  void changeSettings({ addressSort: sort })
}

/** The same order without any filter. */
export const unfiltered = ({ sort }: AddressView): AddressView => ({ ...noFilters, sort })

/** Whether something is left out that would be shown otherwise; hidden addresses do not count. */
export const isFiltered = ({
  search,
  labels,
  accountIds,
  month,
  hidden,
  isWithoutNote,
}: AddressView): boolean =>
  search.trim() !== '' ||
  labels.length > 0 ||
  accountIds.length > 0 ||
  month !== null ||
  hidden === 'only' ||
  isWithoutNote

/** The value among these, or no longer. */
export const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]

// The order of the last start; from then on the view knows it first.
const stop = settings.use.subscribe(({ data }) => {
  if (data === null) return
  stop()
  const { sort } = useView.getState()
  const kept = data.addressSort
  if (kept.by !== sort.by || kept.isDescending !== sort.isDescending) useView.setState({ sort: kept })
})

/** The search box is wanted; a new object each time. */
export const useFinding = create<{ readonly wanted: object | null }>(() => ({ wanted: null }))
export const wantSearch = () => useFinding.setState({ wanted: {} })
export const meetFinding = () => useFinding.setState({ wanted: null })

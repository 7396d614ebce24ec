import type { AddressView } from '../../shared/addressView'
import { createView } from './list/view'

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

/** The view of the list of addresses. */
export const addressView = createView({
  noFilters,
  sort: { by: 'created', isDescending: true },
  kept: ({ addressSort }) => addressSort,
  keep: (addressSort) => ({ addressSort }),
})

export const useView = addressView.use
export const changeView = addressView.change
export const clearFilters = addressView.clear
export const sortAddresses = addressView.sort

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

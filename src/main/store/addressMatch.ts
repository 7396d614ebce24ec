import type { AddressView } from '../../shared/addressView'
import type { AddressSets } from './addressSets'
import { type Demands, type Matching, matchAll, NONE } from './matching'

/** A filter of a view. */
export type Filter = 'labels' | 'accounts' | 'month' | 'note' | 'hidden'

/** Whether a view leaves nothing out but by whether it is hidden. */
export const isUnfiltered = (view: AddressView): boolean =>
  view.search.trim() === '' &&
  view.labels.length === 0 &&
  view.accountIds.length === 0 &&
  view.month === null &&
  !view.isWithoutNote

/** Of each filter that is on, but for some, the sets of which an address must be in one. */
const demandsOf = (sets: AddressSets, view: AddressView, without: readonly Filter[]): Demands => {
  const isOn = (filter: Filter, isAsked: boolean): boolean => isAsked && !without.includes(filter)
  const found = sets.found(view.search)
  const labels = new Set(view.labels.map((label) => label.toLowerCase()))
  return [
    ...(found === null ? [] : [[found]]),
    ...(isOn('labels', labels.size > 0)
      ? [[...sets.byLabel()].flatMap(([name, places]) => (labels.has(name.toLowerCase()) ? [places] : []))]
      : []),
    ...(isOn('accounts', view.accountIds.length > 0)
      ? [view.accountIds.map((id) => sets.byAccount().get(id) ?? NONE)]
      : []),
    ...(isOn('month', view.month !== null) ? [[sets.byMonth().get(view.month ?? '') ?? NONE]] : []),
    ...(isOn('note', view.isWithoutNote) ? [[sets.withoutNote()]] : []),
    ...(isOn('hidden', view.hidden === 'only') ? [[sets.hidden()]] : []),
  ]
}

/** What a view matches, with some of its filters off. */
export function matchOf(sets: AddressSets, view: AddressView, without: readonly Filter[]): Matching {
  const isLeavingOut = view.hidden === 'left-out' && !without.includes('hidden')
  return matchAll(demandsOf(sets, view, without), isLeavingOut ? sets.hidden() : null)
}

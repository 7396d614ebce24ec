import type { AddressView } from '../../shared/addressView'
import type { AddressSets, Places } from './addressSets'

/** A filter of a view. */
export type Filter = 'labels' | 'accounts' | 'month' | 'note' | 'hidden'

/** Says of places whether a view matches them. */
export type Match = (place: number) => boolean

const NONE: Places = new Int32Array()

/** Whether a view leaves nothing out but by whether it is hidden. */
export const isUnfiltered = (view: AddressView): boolean =>
  view.search.trim() === '' &&
  view.labels.length === 0 &&
  view.accountIds.length === 0 &&
  view.month === null &&
  !view.isWithoutNote

/** Of each filter that is on, but for some, the sets of which an address must be in one. */
const demandsOf = (sets: AddressSets, view: AddressView, without: readonly Filter[]): Places[][] => {
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

/** How many marks a place needs; marks beyond the array are none. */
const marked = (demands: readonly Places[][], size: number): Uint8Array => {
  const marks = new Uint8Array(size)
  demands.forEach((shares, step) => {
    // An address that is in two sets of one demand is counted once.
    for (const places of shares)
      for (const place of places) if (marks[place] === step) marks[place] = step + 1
  })
  return marks
}

/** What a view matches, with some of its filters off. */
export function matchOf(sets: AddressSets, view: AddressView, without: readonly Filter[]): Match {
  const demands = demandsOf(sets, view, without)
  const isLeavingOut = view.hidden === 'left-out' && !without.includes('hidden')
  const size = demands.flat().reduce((most, places) => Math.max(most, largest(places)), 0) + 1
  const marks = marked(demands, size)
  const isMatch: Match = demands.length === 0 ? () => true : (place) => marks[place] === demands.length
  if (!isLeavingOut) return isMatch
  const hidden = setOf(sets.hidden())
  return (place) => hidden[place] !== 1 && isMatch(place)
}

const largest = (places: Places): number => {
  let most = 0
  for (const place of places) if (place > most) most = place
  return most
}

const setOf = (places: Places): Uint8Array => {
  const set = new Uint8Array(largest(places) + 1)
  for (const place of places) set[place] = 1
  return set
}

export const countIn = (places: Places, isMatch: Match): number => {
  let count = 0
  for (const place of places) if (isMatch(place)) count++
  return count
}

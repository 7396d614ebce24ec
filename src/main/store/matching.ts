import type { Places } from './sets'

/** Says of places whether a view matches them. */
export type Match = (place: number) => boolean

/** Of each filter that is on, the sets of which a row must be in one. */
export type Demands = readonly (readonly Places[])[]

export const NONE: Places = new Int32Array()

const largest = (places: Places): number => {
  let most = 0
  for (let at = 0; at < places.length; at++) most = Math.max(most, places[at] ?? 0)
  return most
}

// A hundred thousand places a letter that somebody types: loops over them count, and iterators take five times as long.

/** How many demands each place meets; marks beyond the array are none. */
const marked = (demands: Demands): Uint8Array => {
  const size = demands.flat().reduce((most, places) => Math.max(most, largest(places)), 0) + 1
  const marks = new Uint8Array(size)
  demands.forEach((shares, step) => {
    // A row that is in two sets of one demand is counted once.
    for (const places of shares)
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0
        if (marks[place] === step) marks[place] = step + 1
      }
  })
  return marks
}

/** What meets all demands and is in none of what is left out. */
export interface Matching {
  readonly isMatch: Match
  /** How many that are, where it is known without looking at each. */
  readonly count: number | null
}

export function matchAll(demands: Demands, leftOut: Places | null = null): Matching {
  const marks = marked(demands)
  const wanted = demands.length
  const isMatch: Match = wanted === 0 ? () => true : (place) => marks[place] === wanted
  if (leftOut === null) {
    const [only, ...others] = demands.flat()
    const isOneSet = wanted === 1 && others.length === 0
    return { isMatch, count: isOneSet ? (only?.length ?? 0) : null }
  }
  const isLeftOut = marked([[leftOut]])
  return { isMatch: (place) => isLeftOut[place] !== 1 && isMatch(place), count: null }
}

export const countIn = (places: Places, { isMatch }: Matching): number => {
  let count = 0
  for (let at = 0; at < places.length; at++) if (isMatch(places[at] ?? 0)) count++
  return count
}

/** Those that match, in their order. */
export const pickFrom = (places: Places, { isMatch }: Matching): Places => {
  const picked = new Int32Array(places.length)
  let count = 0
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0
    if (isMatch(place)) picked[count++] = place
  }
  return picked.slice(0, count)
}

/** A part of those that match, in their order, and how many they are. */
export function pageFrom(
  places: Places,
  matching: Matching,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly places: readonly number[]; readonly total: number } {
  const { isMatch, count } = matching
  const part: number[] = []
  let total = 0
  for (let at = 0; at < places.length; at++) {
    // Nobody looks further where it is known how many there are.
    if (count !== null && part.length === Math.min(limit, count - offset))
      return { places: part, total: count }
    const place = places[at] ?? 0
    if (!isMatch(place)) continue
    if (total >= offset && part.length < limit) part.push(place)
    total++
  }
  return { places: part, total }
}

import type { Places } from './sets'

/** Says of places whether a view matches them. */
export type Match = (place: number) => boolean

/** Of each filter that is on, the sets of which a row must be in one. */
export type Demands = readonly (readonly Places[])[]

export const NONE: Places = new Int32Array()

/** How many marks a place needs; marks beyond the array are none. */
const marked = (demands: Demands, size: number): Uint8Array => {
  const marks = new Uint8Array(size)
  demands.forEach((shares, step) => {
    // A row that is in two sets of one demand is counted once.
    for (const places of shares)
      for (const place of places) if (marks[place] === step) marks[place] = step + 1
  })
  return marks
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

/** What meets all demands and is in none of what is left out. */
export function matchAll(demands: Demands, leftOut: Places | null = null): Match {
  const size = demands.flat().reduce((most, places) => Math.max(most, largest(places)), 0) + 1
  const marks = marked(demands, size)
  const isMatch: Match = demands.length === 0 ? () => true : (place) => marks[place] === demands.length
  if (leftOut === null) return isMatch
  const isLeftOut = setOf(leftOut)
  return (place) => isLeftOut[place] !== 1 && isMatch(place)
}

export const countIn = (places: Places, isMatch: Match): number => {
  let count = 0
  for (const place of places) if (isMatch(place)) count++
  return count
}

import { below, type Fields, isFields } from './litemail/envelope'

/** Nothing that a service lists lies as deep. */
const MOST_DEPTH = 6
/** A hostile answer is not searched for ever. */
const MOST_SEEN = 2_000

/** Something in a body, where it stands, and the objects around it, the nearest first. */
export interface Surrounded<T = unknown> {
  readonly value: T
  readonly place: string
  readonly around: readonly Fields[]
}

/** What stands at a place of a body (`data.items`, `data.0.rows`; '' is all of it); null where nothing does. */
export function findAt(body: unknown, place: string): Surrounded | null {
  let value = body
  const around: Fields[] = []
  for (const step of place === '' ? [] : place.split('.')) {
    if (Array.isArray(value)) {
      const item: unknown = /^\d{1,6}$/.test(step) ? value[Number(step)] : undefined
      if (item === undefined) return null
      value = item
    } else if (isFields(value) && Object.hasOwn(value, step)) {
      around.unshift(value)
      value = value[step]
    } else {
      return null
    }
  }
  return { value, place, around }
}

/**
 * Walks the objects of a body from the outside in, lists left out, and answers what `take` makes of them; behind what it
 * takes it does not look.
 */
function walk<T>(body: unknown, take: (found: Surrounded) => T | null): T[] {
  const taken: T[] = []
  let left = MOST_SEEN
  const visit = (value: unknown, place: string, around: readonly Fields[]): void => {
    left -= 1
    if (left < 0) return
    const made = take({ value, place, around })
    if (made !== null) {
      taken.push(made)
      return
    }
    if (!isFields(value) || around.length >= MOST_DEPTH) return
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null) visit(inner, below(place, name), [value, ...around])
    }
  }
  visit(body, '', [])
  // What was not looked at could be another one.
  return left < 0 ? [] : taken
}

/**
 * What the one list of objects brings that `read` can read, wherever it stands; null where there is none, or more than one.
 * A list with nothing in it could be anything, and is not met.
 */
export function readOnlyList<T>(
  body: unknown,
  read: (list: Surrounded<readonly unknown[]>) => T | null,
): T | null {
  const found = walk(body, ({ value, ...where }) =>
    Array.isArray(value) && value.length > 0 && value.every(isFields) ? read({ value, ...where }) : null,
  )
  const [only = null] = found
  return found.length === 1 ? only : null
}

/** The same of the one object; what stands inside of one that `read` can read is not met. */
export function readOnlyObject<T>(body: unknown, read: (object: Surrounded<Fields>) => T | null): T | null {
  const found = walk(body, ({ value, ...where }) => (isFields(value) ? read({ value, ...where }) : null))
  const [only = null] = found
  return found.length === 1 ? only : null
}

/** A stream of pseudo-random choices that one seed repeats exactly, so that a failing test can be run again. */
export interface Random {
  /** The seed this stream began with: print it where a test fails. */
  readonly seed: number
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number
  /** True with this probability (0 to 1). */
  chance(probability: number): boolean
  /** One of the items. Throws a RangeError for an empty list. */
  pick<T>(items: readonly T[]): T
  /** The same items in another order; the list given is left alone. */
  shuffle<T>(items: readonly T[]): T[]
}

/**
 * The mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state, the same numbers on every machine.
 * Good enough to vary tests; not for secrets.
 */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Choices drawn from `mulberry32(seed)`. */
export const randomFrom = (seed: number): Random => {
  const next = mulberry32(seed)
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    seed,
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      // The index is inside the list by construction; T itself may include undefined.
      return items[integer(0, items.length - 1)] as (typeof items)[number]
    },
    shuffle: (items) => {
      const order = items.map((item) => ({ item, rank: next() }))
      return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
    },
  }
}

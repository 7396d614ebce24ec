import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countIn, type Demands, matchAll, pageFrom, pickFrom } from '../../../src/main/store/matching'

/** All places of an index, in an order. */
const order = fc.shuffledSubarray(
  Array.from({ length: 12 }, (_, at) => at * 3 + 1),
  { minLength: 12 },
)
const bits = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
const part = fc.record({ offset: fc.nat(14), limit: fc.nat(14) })

describe('What matches', () => {
  it('is what is in a set of each demand and left out by nothing, however it is asked for', () => {
    const property = fc.property(
      order,
      fc.array(fc.array(bits, { maxLength: 2 }), { maxLength: 3 }),
      fc.option(bits),
      part,
      (all, wanted, left, { offset, limit }) => {
        const setOf = (which: readonly boolean[]) =>
          Int32Array.from(all.filter((_, at) => which[at] === true))
        const demands: Demands = wanted.map((sets) => sets.map(setOf))
        const leftOut = left === null ? null : setOf(left)
        const isWanted = (place: number) =>
          demands.every((sets) => sets.some((set) => set.includes(place))) &&
          leftOut?.includes(place) !== true
        const expected = all.filter(isWanted)
        const places = Int32Array.from(all)
        const matching = matchAll(demands, leftOut)
        expect([...pickFrom(places, matching)]).toEqual(expected)
        expect(countIn(places, matching)).toBe(expected.length)
        expect(pageFrom(places, matching, { offset, limit })).toEqual({
          places: expected.slice(offset, offset + limit),
          total: expected.length,
        })
      },
    )
    fc.assert(property, { numRuns: 300 })
  })

  it('is not looked for further once a page is full and it is known how many there are', () => {
    const places = Int32Array.from({ length: 1_000 }, (_, at) => at)
    const looked: number[] = []
    const { isMatch, count } = matchAll([[places]])
    const matching = { count, isMatch: (place: number) => looked.push(place) > 0 && isMatch(place) }
    expect(pageFrom(places, matching, { offset: 2, limit: 3 })).toEqual({ places: [2, 3, 4], total: 1_000 })
    expect(looked).toEqual([0, 1, 2, 3, 4])
  })
})

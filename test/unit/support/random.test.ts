import { expect, it } from 'vitest'
import { mulberry32, randomFrom } from '../../support/random'

it('mulberry32 gives the published numbers for its seed', () => {
  const next = mulberry32(1)

  expect([next(), next(), next()].map((n) => Math.floor(n * 4_294_967_296))).toEqual([
    2_693_262_067, 11_749_833, 2_265_367_787,
  ])
})

it('the same seed makes the same choices, another seed others', () => {
  const choices = (seed: number): unknown[] => {
    const random = randomFrom(seed)
    return [
      random.integer(1, 1_000_000),
      random.pick(['a', 'b', 'c', 'd']),
      random.shuffle([1, 2, 3, 4, 5, 6, 7, 8]),
    ]
  }

  expect(choices(7)).toEqual(choices(7))
  expect(choices(7)).not.toEqual(choices(8))
})

it('whole numbers reach both ends and nothing beyond', () => {
  const random = randomFrom(3)
  const drawn = new Set(Array.from({ length: 500 }, () => random.integer(2, 5)))

  expect([...drawn].sort()).toEqual([2, 3, 4, 5])
})

it('picking from nothing is an error, not undefined', () => {
  expect(() => randomFrom(1).pick([])).toThrow(RangeError)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw } from '../../../src/main/rules/localPart'
import { isOffensive } from '../../../src/main/rules/offensive'
import { wordLists } from '../../../src/main/rules/words'
import { addressStyle, localPart, ownPrefix } from '../../../src/shared/address'
import { randomFrom } from '../../support/random'

const anyPrefix = fc
  .stringMatching(/^[a-z0-9][a-z0-9._-]{0,46}[a-z0-9]$/)
  .filter((text) => ownPrefix.safeParse(text).success)

const anyWish = fc.record({
  style: fc.constantFrom(...addressStyle.options),
  prefix: fc.oneof(anyPrefix, fc.constant('')),
  hasHyphens: fc.boolean(),
})

const many = (count: number, wish: Parameters<typeof draw>[0]) =>
  Array.from({ length: count }, () => draw(wish).localPart)

describe('a drawn local part', () => {
  test('is always one that the schema of local parts takes, unchanged', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const drawn = draw(wish).localPart
        expect(localPart.parse(drawn)).toBe(drawn)
        expect(drawn.length).toBeGreaterThanOrEqual(4)
        expect(drawn.length).toBeLessThanOrEqual(64)
      }),
      { numRuns: 500 },
    )
  })

  test('always has 30 bits or more, so that a second 409 for it is proof', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        expect(draw(wish).bits).toBeGreaterThanOrEqual(30)
      }),
    )
  })

  test('is never a name that the service documents as reserved, even where prefix and end would spell one', () => {
    const numbers = [...'tmaster', ...'xyzabcd'].map((letter) =>
      'abcdefghjkmnpqrstuvwxyz23456789'.indexOf(letter),
    )
    const { localPart: drawn } = draw({
      style: 'prefix',
      prefix: 'pos',
      hasHyphens: false,
      random: () => numbers.shift() ?? 0,
    })
    expect(drawn).toBe('posxyzabcd')
  })

  test('does not repeat in ten thousand drawings of any style', () => {
    const seeded = randomFrom(4_815)
    for (const style of addressStyle.options) {
      const random = (below: number) => Math.floor(seeded.next() * below)
      const drawn = many(10_000, { style, prefix: 'shop', hasHyphens: true, random })
      expect(new Set(drawn).size, style).toBe(10_000)
    }
  })
})

describe('the style "words"', () => {
  test('is two words and three digits, with hyphens', () => {
    for (const drawn of many(500, { style: 'words', prefix: '', hasHyphens: true })) {
      expect(drawn).toMatch(/^[a-z]{3,8}-[a-z]{3,8}-\d{3}$/)
    }
  })

  test('or without', () => {
    for (const drawn of many(500, { style: 'words', prefix: '', hasHyphens: false })) {
      expect(drawn).toMatch(/^[a-z]{6,16}\d{3}$/)
    }
  })

  test('reaches the first and the last of each list and of the digits', () => {
    const { first, second } = wordLists()
    const at = (pick: (below: number) => number) =>
      draw({ style: 'words', prefix: '', hasHyphens: true, random: pick }).localPart
    expect(at(() => 0)).toBe(`${first[0]}-${second[0]}-000`)
    expect(at((below) => below - 1)).toBe(`${first.at(-1)}-${second.at(-1)}-999`)
  })

  test('never says the same word twice', () => {
    const { first, second } = wordLists()
    const shared = first.filter((word) => second.includes(word))[0]
    expect(shared).toBeDefined()
    const numbers = [first.indexOf(shared ?? ''), second.indexOf(shared ?? ''), 7, 0, 0, 7]
    const drawn = draw({ style: 'words', prefix: '', hasHyphens: true, random: () => numbers.shift() ?? 0 })
    expect(drawn.localPart).toBe(`${first[0]}-${second[0]}-007`)
  })

  test('can be drawn in one way only, also without hyphens', () => {
    const { first, second } = wordLists()
    const ends = new Set(second)
    const words = new Set(first)
    const twins = first.flatMap((long) =>
      Array.from({ length: long.length - 1 }, (_, n) => [long.slice(0, n + 1), long.slice(n + 1)] as const)
        .filter(([short]) => words.has(short))
        .flatMap(([short, rest]) =>
          second
            .filter((end) => ends.has(rest + end))
            .map((end) => `${short}+${rest}${end} = ${long}+${end}`),
        ),
    )
    expect(twins).toEqual([])
  })

  test('has the bits it claims, without the names that do not please too', () => {
    const { first, second } = wordLists()
    const random = randomFrom(31_337)
    let refused = 0
    for (let n = 0; n < 100_000; n += 1) {
      const [one, other] = [random.pick(first), random.pick(second)]
      if (one === other || isOffensive(one + other)) refused += 1
    }
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(1_000)
    const { bits } = draw({ style: 'words', prefix: '', hasHyphens: false })
    expect(Math.log2(first.length * second.length * 1000 * 0.99)).toBeGreaterThanOrEqual(bits)
  })
})

describe('the style "random"', () => {
  test('is ten characters of an alphabet without 0 o 1 l i, a letter first', () => {
    for (const drawn of many(2_000, { style: 'random', prefix: '', hasHyphens: true })) {
      expect(drawn).toMatch(/^[a-hjkmnp-z][a-hjkmnp-z2-9]{9}$/)
    }
  })

  test('uses every character equally often at every place', () => {
    const random = randomFrom(20_251_118)
    const wish = { style: 'random', prefix: '', hasHyphens: true } as const
    const counts = new Map<string, number>()
    const draws = 31_000
    for (let n = 0; n < draws; n += 1) {
      const drawn = draw({ ...wish, random: (below) => Math.floor(random.next() * below) }).localPart
      for (const [place, letter] of [...drawn].entries()) {
        const key = `${place}${letter}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    for (const [key, count] of counts) {
      const expected = draws / (key.startsWith('0') ? 23 : 31)
      // Five standard deviations and what is lost to names that do not please.
      expect(Math.abs(count - expected), key).toBeLessThan(6 * Math.sqrt(expected))
    }
    expect(counts.size).toBe(23 + 9 * 31)
  })

  test('spells nothing that would embarrass', () => {
    const numbers = [...'fuckaaaaaa', ...'pure345678'].map((letter, place) =>
      (place % 10 === 0 ? 'abcdefghjkmnpqrstuvwxyz' : 'abcdefghjkmnpqrstuvwxyz23456789').indexOf(letter),
    )
    const drawn = draw({ style: 'random', prefix: '', hasHyphens: true, random: () => numbers.shift() ?? 0 })
    expect(drawn.localPart).toBe('pure345678')
  })
})

describe('the style "prefix"', () => {
  test('is the own prefix, a hyphen and seven more', () => {
    for (const drawn of many(200, { style: 'prefix', prefix: 'shop.2025', hasHyphens: true })) {
      expect(drawn).toMatch(/^shop\.2025-[a-hjkmnp-z2-9]{7}$/)
    }
  })

  test('or without the hyphen', () => {
    expect(draw({ style: 'prefix', prefix: 'a', hasHyphens: false }).localPart).toMatch(
      /^a[a-hjkmnp-z2-9]{7}$/,
    )
  })

  test('takes a prefix that holds an unfortunate run of letters: it is the user’s own', () => {
    expect(draw({ style: 'prefix', prefix: 'sussex', hasHyphens: true }).localPart).toMatch(/^sussex-/)
  })

  test('draws as "random" where there is no prefix', () => {
    expect(draw({ style: 'prefix', prefix: '', hasHyphens: true }).localPart).toMatch(/^[a-z][a-z2-9]{9}$/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/main/store/foldedText'
import { buildPairs } from '../../../src/main/store/pairs'

const characters = [...'aabcé1290@.-_ \nßΣς%"ñü', 'e\u0301', '日', '本', '😀', '\ufffd']
const text = fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((parts) => fold(parts.join('')))
const texts = fc.oneof(
  fc.array(text, { maxLength: 30 }),
  // So many that what most of them have is kept as a bit for each.
  fc
    .tuple(fc.array(text, { minLength: 1, maxLength: 6 }), fc.integer({ min: 100, max: 600 }))
    .map(([some, count]) => Array.from({ length: count }, (_, row) => some[(row * row) % some.length] ?? '')),
)
const word = fc
  .array(fc.constantFrom(...characters, 'z'), { minLength: 1, maxLength: 2 })
  .map((parts) => fold(parts.join('')))
  .filter((folded) => folded !== '')

const build = (texts: readonly string[], placeOf: (row: number) => number) => {
  const builder = buildPairs(texts.length)
  texts.forEach((text, row) => {
    expect(builder.add(placeOf(row), text)).toBe(true)
  })
  return builder.end()
}

describe('letters and pairs of letters', () => {
  it('find what looking at each text does', () => {
    fc.assert(
      fc.property(texts, word, fc.integer({ min: 1, max: 300 }), (texts, word, gap) => {
        const pairs = build(texts, (row) => 7 + row * gap)
        const found = pairs?.find(word) ?? null
        // A word that takes more than two units, or an odd one, is looked for in the texts themselves.
        if (word.length > 2 || /[\ud800-\udfff\ufffd]/.test(word)) {
          expect(found).toBeNull()
          return
        }
        const expected = texts.flatMap((text, row) => (text.includes(word) ? [7 + row * gap] : []))
        expect(found === null ? null : [...found]).toEqual(expected)
      }),
      { numRuns: process.env.MAILROOM_LONG === '1' ? 20_000 : 600 },
    )
  })

  it('say nothing of a character that is one too many to be told apart', () => {
    const many = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e00 + at))
    const pairs = build(many, (row) => row + 1)
    expect([...(pairs?.find(many[3] ?? '') ?? [])]).toEqual([4])
    expect(pairs?.find(many[299] ?? '')).toBeNull()
    expect(pairs?.find('ab')).toBeNull()
  })

  it('are none where there are more or fewer rows than were told of', () => {
    const few = buildPairs(2)
    few.add(1, 'a')
    expect(few.end()).toBeNull()
    few.add(2, 'b')
    expect(few.add(3, 'c')).toBe(false)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../../../src/main/upstream/serviceText'

test('an honest text is shown as it is', () => {
  const text = 'You don\'t have permission to use the domain "kfc.sh". 日本語 👍'
  expect(cleanText(text)).toBe(text)
})

test('a text becomes one line', () => {
  expect(cleanText('one\r\n\ttwo\u2028three\u0085four')).toBe('one two three four')
})

test('nothing turns a line around or hides in it', () => {
  expect(cleanText('a\u202Eb\u2066c\u200Ed\u200Be\uFEFFf\u061Cg\u00ADh\u{E0041}i')).toBe('abcdefghi')
  expect(cleanText('\u001B[31mred\u0000\u0007')).toBe('[31mred')
})

test('a long text is cut, and says so; characters are not cut in two', () => {
  expect(cleanText('x'.repeat(1000))).toBe(`${'x'.repeat(299)}…`)
  expect(cleanText('👍'.repeat(20), 10)).toBe(`${'👍'.repeat(9)}…`)
  expect(cleanText('x'.repeat(300))).toBe('x'.repeat(300))
})

test('what stands far behind is not even looked at: megabytes take no time', () => {
  expect(cleanText(`${'\u0000'.repeat(6_000)}x`)).toBeNull()
})

test.each([undefined, null, 7, {}, [], '', '   ', '\u200B\u202E'])('%j is no text', (text) => {
  expect(cleanText(text)).toBeNull()
})

test('whatever comes in, what comes out is one well-formed short line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const cleaned = cleanText(text) ?? ''
      expect(cleaned).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect([...cleaned].length).toBeLessThanOrEqual(300)
    }),
  )
})

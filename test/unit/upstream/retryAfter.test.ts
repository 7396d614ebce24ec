import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRetryAfter } from '../../../src/main/upstream/retryAfter'

const now = Date.UTC(2025, 10, 18, 14, 0, 0)
const read = (text: string, date?: string) =>
  readRetryAfter({ 'retry-after': text, ...(date === undefined ? {} : { date }) }, now)

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['1', 1000],
    [' 120 ', 120_000],
    ['86400', 86_400_000],
  ])('%j is so many seconds', (text, ms) => {
    expect(read(text)).toBe(ms)
  })

  test.each(['Tue, 18 Nov 2025 14:02:00 GMT', 'Tuesday, 18-Nov-25 14:02:00 GMT', 'Tue Nov 18 14:02:00 2025'])(
    '%j is a moment, two minutes ahead',
    (text) => {
      expect(read(text)).toBe(120_000)
    },
  )

  test('a moment is counted from the clock of the service, where it tells its time', () => {
    expect(read('Tue, 18 Nov 2025 15:00:30 GMT', 'Tue, 18 Nov 2025 15:00:00 GMT')).toBe(30_000)
  })

  test('a moment that has passed asks for no wait', () => {
    expect(read('Tue, 18 Nov 2025 13:00:00 GMT')).toBe(0)
  })

  test.each([
    '',
    '-1',
    '1.5',
    '1e3',
    '9999999999',
    '4000000',
    'soon',
    '2025-11-18T14:02:00Z',
    'Tue, 18 Nov 9999 14:02:00 GMT',
    'Tue, 99 Nov 2025 14:02:00 GMT',
    'Tue, 18 Nov 2025 14:02:00 PST',
  ])('%j makes no sense', (text) => {
    expect(read(text)).toBeNull()
  })

  test('is not there', () => {
    expect(readRetryAfter({}, now)).toBeNull()
  })

  test('never gives a wait below zero or beyond a month', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date().map((d) => d.toUTCString()),
        ),
        (text) => {
          const ms = read(text)
          if (ms === null) return
          expect(ms).toBeGreaterThanOrEqual(0)
          expect(ms).toBeLessThanOrEqual(31 * 86_400_000)
        },
      ),
    )
  })
})

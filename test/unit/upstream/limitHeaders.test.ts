import { describe, expect, test } from 'vitest'
import { type Budget, litemailBudget } from '../../../src/main/rules/plans'
import { readLimitHeaders } from '../../../src/main/upstream/limitHeaders'

const budget = { perHour: 200, perMinute: 60 }
const now = Date.UTC(2025, 10, 18, 14, 0, 0)
const HOUR = 3_600_000

const readFor = (granted: Budget, limit: string | undefined, remaining?: string, reset?: string) =>
  readLimitHeaders(
    {
      ...(limit === undefined ? {} : { 'x-ratelimit-limit': limit }),
      ...(remaining === undefined ? {} : { 'x-ratelimit-remaining': remaining }),
      ...(reset === undefined ? {} : { 'x-ratelimit-reset': reset }),
    },
    granted,
    now,
  )
const read = (limit: string | undefined, remaining?: string, reset?: string) =>
  readFor(budget, limit, remaining, reset)

describe('X-RateLimit-Limit', () => {
  test('is the limit of the hour', () => {
    expect(read('5000')).toEqual({ limit: 5000, windowMs: HOUR, remaining: null, resetInMs: null })
  })
  test("is the minute's where it is exactly the minute's", () => {
    expect(read('60')?.windowMs).toBe(60_000)
  })
  test.each(['0', '-5', '1.5', '1e3', '1000001', '99999999', 'many', '', '200, 200', undefined])(
    '%j makes no sense',
    (limit) => {
      expect(read(limit)).toBeNull()
    },
  )
})

describe('X-RateLimit-Remaining', () => {
  test('is what is left', () => {
    expect(read('200', '13')?.remaining).toBe(13)
    expect(read('200', '0')?.remaining).toBe(0)
  })
  test.each(['201', '-1', 'x', ''])('%j of 200 makes no sense', (remaining) => {
    expect(read('200', remaining)?.remaining).toBeNull()
  })
})

describe('X-RateLimit-Reset', () => {
  test.each([
    ['epoch seconds', String(now / 1000 + 90)],
    ['epoch milliseconds', String(now + 90_000)],
    ['seconds from now', '90'],
    ['seconds with a fraction', '90.0'],
  ])('is understood as %s', (_unit, reset) => {
    expect(read('200', '0', reset)?.resetInMs).toBe(90_000)
  })
  test.each([
    ['a moment that has passed', String(now / 1000 - 5)],
    ['more than the hour ahead', String(now / 1000 + 3700)],
    ['a delta beyond the hour', '3700'],
    ['no number', 'soon'],
    ['a negative number', '-5'],
  ])('%s makes no sense', (_what, reset) => {
    expect(read('200', '0', reset)?.resetInMs).toBeNull()
  })
})

describe('a limit of a service that documents no window', () => {
  const readUnnamed = (limit: string, remaining?: string, reset?: string) =>
    readFor(litemailBudget, limit, remaining, reset)

  test("is the minute's unless its end is further away", () => {
    expect(readUnnamed('200')?.windowMs).toBe(60_000)
    expect(readUnnamed('200', '13', '42')).toEqual({
      limit: 200,
      windowMs: 60_000,
      remaining: 13,
      resetInMs: 42_000,
    })
    expect(readUnnamed('3600', '13', '1800')?.windowMs).toBe(HOUR)
  })
  test('is none where it can only be about a second', () => {
    expect(readUnnamed('5', '4', '1')).toBeNull()
  })
})

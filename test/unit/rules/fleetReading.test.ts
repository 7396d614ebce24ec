import { describe, expect, it } from 'vitest'
import { isDue, LOOKED_AT_MS, retryAfter } from '../../../src/main/rules/fleetAge'
import {
  isCutShort,
  isSizeRefused,
  isUncut,
  type PageFacts,
  smallerSize,
} from '../../../src/main/rules/pageSize'
import { afterFailure, isPause } from '../../../src/main/rules/readFailure'
import { isSameList } from '../../../src/main/rules/sameList'
import type { AppError } from '../../../src/shared/errors'

const page = (facts: Partial<PageFacts>): PageFacts => ({
  rows: 10,
  total: null,
  page: null,
  pages: null,
  hasNext: null,
  ...facts,
})
const NOW = Date.UTC(2026, 1, 3, 12)

describe('the size of a page', () => {
  it('is tried from the largest down to what the service likes', () => {
    expect([100, 50, 25, null].map(smallerSize)).toEqual([50, 25, null, undefined])
  })

  it.each([
    ['more rows are announced than shown', page({ total: 30 }), true],
    ['more pages are announced', page({ pages: 3 }), true],
    ['only a next page is announced', page({ hasNext: true }), true],
    ['all rows are shown', page({ total: 10, pages: 1 }), false],
    ['nothing more is announced', page({}), false],
    ['as many rows are shown as were asked for', page({ rows: 100, total: 300 }), false],
  ])('is cut short where %s: %#', (_, facts, isShort) => {
    expect(isCutShort(100, facts)).toBe(isShort)
    expect(isCutShort(null, facts)).toBe(false)
  })

  it('is refused with 400 and 422, and by answers that are too large; other refusals are about the read', () => {
    const rejected = (status: number): AppError => ({
      kind: 'rejected',
      operation: 'mailboxes.list',
      status,
      message: null,
      remarks: [],
    })
    const broken = (problem: 'too-large' | 'shape'): AppError => ({
      kind: 'bad-response',
      operation: 'mailboxes.list',
      place: '',
      problem,
      status: 200,
    })
    expect([rejected(400), rejected(422), broken('too-large')].map(isSizeRefused)).toEqual([true, true, true])
    expect([rejected(403), broken('shape')].map(isSizeRefused)).toEqual([false, false])
  })

  it('needs no second look where a few rows come without a word about pages', () => {
    expect(isUncut(page({ rows: 4 }))).toBe(true)
    expect(isUncut(page({ rows: 10 }))).toBe(false)
    expect(isUncut(page({ rows: 4, hasNext: false }))).toBe(false)
  })
})

describe('first pages under two workspaces', () => {
  it('are of one list where most of their rows are the same, in whatever order', () => {
    expect(isSameList(['a', 'b', 'c'], ['c', 'a', 'b'])).toBe(true)
    expect(isSameList(['a', 'b', 'c', 'd'], ['e', 'a', 'b', 'c'])).toBe(true)
    expect(isSameList(['a', 'b', 'c', 'd'], ['a', 'e', 'f', 'g'])).toBe(false)
    expect(isSameList([], [])).toBe(false)
    expect(isSameList(['a'], [])).toBe(false)
  })
})

describe('after a read failed', () => {
  it('a moment of failing is waited out once, then the list ends and the others go on', () => {
    const failed = { kind: 'service-failed', status: 503 } as const
    expect(afterFailure(failed, 0, NOW)).toMatchObject({ do: 'again' })
    expect(afterFailure(failed, 1, NOW)).toEqual({ do: 'end', what: 'list' })
  })

  it('too many requests are waited out as long as the service asks, up to two minutes', () => {
    const limited = (ms: number) => ({ kind: 'rate-limited', by: 'service', until: NOW + ms }) as const
    expect(afterFailure(limited(30_000), 0, NOW)).toEqual({ do: 'again', afterMs: 30_000 })
    expect(afterFailure(limited(600_000), 0, NOW)).toEqual({ do: 'end', what: 'account' })
  })

  it('a refused key, a lost network and a closed keychain end the account; a path that is not there only its list', () => {
    expect(afterFailure({ kind: 'unauthorized', message: null }, 0, NOW)).toEqual({
      do: 'end',
      what: 'account',
    })
    const offline = { kind: 'no-connection', reason: 'offline', host: 'api.litemail.test' } as const
    expect(afterFailure(offline, 0, NOW)).toEqual({ do: 'end', what: 'account' })
    expect(isPause(offline)).toBe(true)
    expect(afterFailure({ kind: 'keychain', problem: 'locked' }, 0, NOW)).toEqual({
      do: 'end',
      what: 'account',
    })
    const noPath = { kind: 'no-such-path', operation: 'tags.list', status: 404 } as const
    expect(afterFailure(noPath, 0, NOW)).toEqual({ do: 'end', what: 'list' })
    expect(isPause(noPath)).toBe(false)
  })
})

describe('the age of a fleet', () => {
  it('asks for a reading after ten minutes, at a clock that was set back as well', () => {
    const due = (readAt: number | null) => isDue({ readAt, problem: null }, LOOKED_AT_MS, NOW)
    expect([null, NOW - LOOKED_AT_MS, NOW + LOOKED_AT_MS].map(due)).toEqual([true, true, true])
    expect([NOW, NOW - LOOKED_AT_MS + 1].map(due)).toEqual([false, false])
  })

  it('leaves a prompt of the keychain that was sent away alone for an hour', () => {
    const locked = { kind: 'keychain', problem: 'locked' } as const
    expect(isDue({ readAt: NOW - 30 * 60_000, problem: locked }, LOOKED_AT_MS, NOW)).toBe(false)
    expect(isDue({ readAt: NOW - 60 * 60_000, problem: locked }, LOOKED_AT_MS, NOW)).toBe(true)
  })

  it('looks whether a pause is over after longer and longer times, three minutes at most', () => {
    expect([0, 1, 2, 5, 20].map(retryAfter)).toEqual([2_000, 4_000, 8_000, 64_000, 180_000])
  })
})

import type { Budget } from '../rules/plans'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const MOST_REQUESTS = 1_000_000

/** What an answer tells about an allowance. */
export interface LimitReport {
  readonly limit: number
  /** The window that `limit` is about. */
  readonly windowMs: number
  /** Requests left in it; null where the answer does not tell. */
  readonly remaining: number | null
  /** Milliseconds until it begins anew; null where the answer does not tell, or makes no sense. */
  readonly resetInMs: number | null
}

const readCount = (text: string | undefined): number | null => {
  const value = /^\d{1,7}$/.test(text?.trim() ?? '') ? Number(text) : Number.NaN
  return value <= MOST_REQUESTS ? value : null
}

/**
 * The unit of `X-RateLimit-Reset` is not documented: epoch milliseconds, epoch seconds or seconds from
 * now, whichever falls into the window that is spoken of.
 */
function readReset(text: string | undefined, now: number, windowMs: number): number | null {
  const value = /^\d{1,16}(\.\d+)?$/.test(text?.trim() ?? '') ? Number(text) : Number.NaN
  const readings = [value - now, value * 1000 - now, value * 1000]
  return readings.find((ms) => ms >= 0 && ms <= windowMs) ?? null
}

/** More than a second of Litemail grants, and less than any minute does. */
const MOST_A_SECOND = 10

/**
 * The window that a figure is about; null for a second, which is not counted. LikeDo's documentation speaks of the hour, so
 * that a figure that is exactly the minute's is the minute's. Where none names a minute its end says what it is.
 */
function readWindow(limit: number, budget: Budget, reset: string | undefined, now: number): number | null {
  if (budget.perMinute !== Number.POSITIVE_INFINITY) {
    return limit === budget.perMinute && limit !== budget.perHour ? MINUTE_MS : HOUR_MS
  }
  if (limit <= MOST_A_SECOND) return null
  return (readReset(reset, now, HOUR_MS) ?? 0) > MINUTE_MS ? HOUR_MS : MINUTE_MS
}

/**
 * Reads `X-RateLimit-Limit`, which LikeDo documents for every answer ("Rate limits"), and its likely
 * siblings `-Remaining` and `-Reset`. Null where there is no limit that makes sense. `now`: epoch
 * milliseconds.
 */
export function readLimitHeaders(
  headers: Readonly<Record<string, string>>,
  budget: Budget,
  now: number,
): LimitReport | null {
  const limit = readCount(headers['x-ratelimit-limit'])
  if (limit === null || limit < 1) return null
  const reset = headers['x-ratelimit-reset']
  const windowMs = readWindow(limit, budget, reset, now)
  if (windowMs === null) return null
  const remaining = readCount(headers['x-ratelimit-remaining'])
  return {
    limit,
    windowMs,
    remaining: remaining !== null && remaining <= limit ? remaining : null,
    resetInMs: readReset(reset, now, windowMs),
  }
}

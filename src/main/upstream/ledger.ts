import type { Budget, Spacing } from '../rules/plans'
import type { LimitReport } from './limitHeaders'

export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000
/** Requests closer together than this are one entry, as late as the last: a full hour stays small. */
const GRAIN_MS = 1_000
const LONGEST_BACK_OFF_MS = MINUTE_MS
/** As many of the last requests as tell how long one is under way at least. */
export const MOST_RECENT = 20
/** Longer a request was not on its way to the service, but at it. */
const MOST_LATE_MS = 500

/** Requests of one moment. `at`: the last of them, on the monotonic clock. */
export interface Entry {
  readonly from: number
  at: number
  count: number
}

/** Requests that the service counted and this computer did not make: another program has the same key. */
export interface Foreign {
  readonly windowMs: number
  readonly count: number
  readonly until: number
}

/** Until when nothing may go, and who says so: `mailroom` where the service gave no time. */
export interface Block {
  readonly until: number
  readonly by: 'service' | 'mailroom'
}

/** When one request left, and how long it took until its answer was there; null: it is not, or it never comes. */
export interface Recent {
  readonly at: number
  readonly tripMs: number | null
}

/** What the service taught about a budget; void as soon as the budget is another one. */
export interface Learned {
  readonly budget: Budget
  readonly perHour: number | null
  readonly perMinute: number | null
}

/** How many requests a minute seems to grant where nobody says, and until when that is believed. */
export interface MinuteCap {
  readonly perMinute: number
  readonly until: number
}

/** The requests of one user of one service within the last hour. Every time is of the monotonic clock. */
export interface Ledger {
  entries: Entry[]
  foreign: Foreign | null
  block: Block | null
  learned: Learned | null
  /** 429s in a row. */
  refusals: number
  /** The last requests, oldest first. */
  recent: readonly Recent[]
  /** See `minuteCap.ts`. */
  cap: MinuteCap | null
  /** A cap that one 429 made likely; the next request shows whether it is one. `at`: when the refused one left. */
  suspected: { readonly perMinute: number; readonly at: number } | null
}

export const emptyLedger = (): Ledger => ({
  entries: [],
  foreign: null,
  block: null,
  learned: null,
  refusals: 0,
  recent: [],
  cap: null,
  suspected: null,
})

const isSame = (one: Budget, other: Budget): boolean =>
  one.perHour === other.perHour && one.perMinute === other.perMinute

const learnedFor = (ledger: Ledger, budget: Budget): Learned =>
  ledger.learned !== null && isSame(ledger.learned.budget, budget)
    ? ledger.learned
    : { budget, perHour: null, perMinute: null }

/** The budget as the service corrected it. */
export function correctedBudget(ledger: Ledger, budget: Budget): Budget {
  const { perHour, perMinute } = learnedFor(ledger, budget)
  return {
    perHour: perHour ?? budget.perHour,
    perMinute: perMinute ?? ledger.cap?.perMinute ?? budget.perMinute,
  }
}

/** Writes one request down. The entry is given back for `strike`. */
export function enter(ledger: Ledger, now: number): Entry {
  ledger.recent = [...ledger.recent.slice(1 - MOST_RECENT), { at: now, tripMs: null }]
  ledger.entries = ledger.entries.filter((entry) => entry.count > 0 && entry.at > now - HOUR_MS)
  const last = ledger.entries.at(-1)
  if (last !== undefined && now - last.from < GRAIN_MS) {
    last.at = now
    last.count += 1
    return last
  }
  const entry = { from: now, at: now, count: 1 }
  ledger.entries.push(entry)
  return entry
}

/** Takes one request out again that never left. */
export const strike = (entry: Entry): void => {
  entry.count = Math.max(0, entry.count - 1)
}

const own = (ledger: Ledger, windowMs: number, now: number): Entry[] =>
  ledger.entries.filter((entry) => entry.at > now - windowMs)

const sum = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((total, { count }) => total + count, 0)

/** What stands in a window, each with the moment it leaves it. */
function standing(ledger: Ledger, windowMs: number, now: number): { until: number; count: number }[] {
  const { foreign } = ledger
  const mine = own(ledger, windowMs, now).map(({ at, count }) => ({ until: at + windowMs, count }))
  const isForeign = foreign !== null && foreign.until > now && foreign.windowMs <= windowMs
  return isForeign ? [...mine, foreign].sort((one, other) => one.until - other.until) : mine
}

export const usedIn = (ledger: Ledger, windowMs: number, now: number): number =>
  sum(standing(ledger, windowMs, now))

/**
 * When one more request fits into a window of `limit`, behind `ahead` others: `now` or later, never
 * later than one window; null where the others alone fill the window that comes.
 */
export function freeAt(
  ledger: Ledger,
  windowMs: number,
  limit: number,
  ahead: number,
  now: number,
): number | null {
  if (limit === Number.POSITIVE_INFINITY) return now
  const entries = standing(ledger, windowMs, now)
  let over = sum(entries) + ahead + 1 - limit
  if (over <= 0) return now
  for (const { until, count } of entries) {
    over -= count
    if (over <= 0) return until
  }
  return null
}

/** The answer to a request is there that left at this moment. */
export function arrive(ledger: Ledger, at: number, now: number): void {
  ledger.recent = ledger.recent.map((one) => (one.at === at ? { at, tripMs: now - at } : one))
}

/**
 * How much later a request may have arrived than one that left with it and met no delay. It is as late at most as its answer
 * is behind that of the fastest, or has stayed out so far.
 */
function lateness(recent: readonly Recent[], { at, tripMs }: Recent, now: number): number {
  const fastest = Math.min(...recent.map((one) => one.tripMs ?? Number.POSITIVE_INFINITY))
  if (fastest === Number.POSITIVE_INFINITY) return 0
  return Math.min(MOST_LATE_MS, Math.max(0, (tripMs ?? now - at) - fastest))
}

/**
 * When one more request may leave, behind `ahead` others: `now` or later. What counts is when requests arrive: the one that
 * a window begins with may have been held up, and the next one not.
 */
export function spacedAt({ recent }: Ledger, spacing: Spacing, ahead: number, now: number): number {
  const { gapMs, most, windowMs, slackMs } = spacing
  const last = recent.at(-1)
  const first = recent.at(-most)
  const next = Math.max(
    now,
    last === undefined ? now : last.at + gapMs,
    first === undefined ? now : first.at + windowMs + Math.max(slackMs, lateness(recent, first, now)),
  )
  return next + (ahead * windowMs) / most
}

/** Takes over what an answer says about the allowance. */
export function correct(ledger: Ledger, budget: Budget, report: LimitReport, now: number): void {
  const learned = learnedFor(ledger, budget)
  const { limit, windowMs, remaining, resetInMs } = report
  ledger.learned = windowMs === HOUR_MS ? { ...learned, perHour: limit } : { ...learned, perMinute: limit }
  if (remaining === null) return
  const count = limit - remaining - sum(own(ledger, windowMs, now))
  ledger.foreign = count > 0 ? { windowMs, count, until: now + (resetInMs ?? windowMs) } : null
}

/** A request beyond our budget was served: the service grants at least as many as it has served. */
export function raise(ledger: Ledger, budget: Budget, now: number): void {
  const { perHour, perMinute } = correctedBudget(ledger, budget)
  const hour = sum(own(ledger, HOUR_MS, now))
  const minute = sum(own(ledger, MINUTE_MS, now))
  const learned = learnedFor(ledger, budget)
  if (hour > perHour) ledger.learned = { ...learned, perHour: hour }
  if (minute > perMinute) ledger.learned = { ...(ledger.learned ?? learned), perMinute: minute }
}

/**
 * The service refused with 429. Waits as long as it asks, one hour at most; where it does not say how
 * long, a random part of a time that doubles with each refusal ("full jitter": AWS Architecture Blog,
 * "Exponential Backoff And Jitter").
 */
export function block(ledger: Ledger, retryAfterMs: number | null, random: () => number, now: number): void {
  const longest = Math.min(LONGEST_BACK_OFF_MS, 1000 * 2 ** Math.min(ledger.refusals, 16))
  ledger.refusals += 1
  ledger.block =
    retryAfterMs === null
      ? { until: now + random() * longest, by: 'mailroom' }
      : { until: now + Math.min(retryAfterMs, HOUR_MS), by: 'service' }
}

/** Counts what another ledger counted as well: both turned out to be of one user. */
export function joinLedger(ledger: Ledger, other: Ledger): void {
  const copies = other.entries.map((entry) => ({ ...entry }))
  const joined: Entry[] = []
  for (const entry of [...ledger.entries, ...copies].sort((one, next) => one.at - next.at)) {
    const last = joined.at(-1)
    // Each of them is as long as a grain.
    if (last === undefined || entry.at - last.from >= 2 * GRAIN_MS) {
      joined.push(entry)
    } else {
      last.at = entry.at
      last.count += entry.count
    }
  }
  ledger.entries = joined
  ledger.recent = [...ledger.recent, ...other.recent]
    .sort((one, next) => one.at - next.at)
    .slice(-MOST_RECENT)
  if (other.block !== null && other.block.until > (ledger.block?.until ?? 0)) ledger.block = other.block
}

/** What is remembered of the computer's clock. Epoch milliseconds. */
export interface SeenClock {
  /** A moment that is over for certain. */
  readonly believed: number
  /** Since when the clock has gone on without a leap, and when it was looked at last. */
  readonly from: number
  readonly seen: number
}

const DAY_MS = 86_400_000
/** Mailroom looks once a day while it runs: what is more was a leap, or a time in which it did not run. */
const LEAP_MS = 2 * DAY_MS

/**
 * How far a clock is believed by what cannot be taken back. One that leaps ahead may have been set wrongly for a minute, or the
 * computer was off: it is believed when it has gone on for a day, or was overtaken by a later moment. One that is set back is
 * believed at once: that makes nothing look old.
 */
export function believeClock(before: SeenClock | null, now: number): SeenClock {
  if (before === null) return { believed: 0, from: now, seen: now }
  if (now <= before.believed + LEAP_MS) return { believed: now, from: now, seen: now }
  if (now < before.seen) return { believed: before.believed, from: now, seen: now }
  if (now > before.seen + LEAP_MS) return { believed: before.seen, from: now, seen: now }
  return now - before.from >= DAY_MS ? { believed: now, from: now, seen: now } : { ...before, seen: now }
}

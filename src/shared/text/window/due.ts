import { dayOf } from '../time'

const DAY = 24 * 3_600_000
/** What is due within so many days is told by their number. */
export const NEAR_DAYS = 30

/** Whole calendar days of the user's time zone from now to a moment; negative where it is past. */
export function daysTo(epochMs: number, now: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  // A day of a change of clocks has 23 or 25 hours.
  return Math.round((midnight(epochMs) - midnight(now)) / DAY)
}

/** When something is due, as short as a column needs it: `today`, `in 5 days`, `3 Mar`; past: `3 Mar` too. */
export function dueText(epochMs: number, now: number): string {
  const days = daysTo(epochMs, now)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days > 1 && days <= NEAR_DAYS ? `in ${days} days` : dayOf(epochMs, now)
}

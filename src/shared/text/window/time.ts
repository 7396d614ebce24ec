import { clockTime, DAYS, dayOf, MONTHS } from '../time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A day and a clock time of the user's time zone, as `Tue 18 Nov 2025, 14:02`. */
export function moment(epochMs: number): string {
  const date = new Date(epochMs)
  return `${DAYS[date.getDay()]} ${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}, ${clockTime(epochMs)}`
}

/** A calendar day such as `2026-03-09`, as `9 Mar 2026`. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return month === undefined ? day : `${date} ${MONTHS[month - 1]} ${year}`
}

/** How long ago something was, as short as a column needs it. A moment in the future is "just now". */
export function ageText(epochMs: number, now: number): string {
  const passed = now - epochMs
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (epochMs >= midnight) return `${Math.floor(passed / HOUR)} h ago`
  if (epochMs >= midnight - 24 * HOUR) return 'yesterday'
  return dayOf(epochMs, now)
}

/** How long ago something was, in the least room: `now`, `5 min`, `3 h`, `12 d`. */
export function briefAge(epochMs: number, now: number): string {
  const passed = now - epochMs
  if (passed < MINUTE) return 'now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`
  if (passed < 24 * HOUR) return `${Math.floor(passed / HOUR)} h`
  return `${Math.floor(passed / (24 * HOUR))} d`
}

/** Whole days from today to a calendar day such as `2026-03-09`; negative where it is past. */
export function daysUntil(day: string, now: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const today = new Date(now)
  const utcToday = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((Date.UTC(year, month - 1, date) - utcToday) / (24 * HOUR))
}

const monthTitles = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' })

/** The month of a moment in the user's time zone, as `March 2026`. */
export const monthTitle = (epochMs: number): string => monthTitles.format(epochMs)

/** A month such as `2026-03`, as `March 2026`. */
export function monthText(month: string): string {
  const [year = 1970, ofYear = 1] = month.split('-').map(Number)
  return monthTitles.format(new Date(year, ofYear - 1, 1))
}

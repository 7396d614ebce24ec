export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const pad = (n: number): string => String(n).padStart(2, '0')

/** The calendar day so many days from today, as `2026-03-09`. */
export function dayIn(days: number): string {
  const day = new Date(Date.now() + days * DAY)
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}

/**
 * From the beginning of today to the end of the day so many days later, where this computer is: in epoch milliseconds, the end
 * not included. Days are those of the calendar, and one may have 23 hours or 25.
 */
export function daysAhead(now: number, days: number): { readonly from: number; readonly to: number } {
  const today = new Date(now)
  const dayIn = (count: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + count).getTime()
  return { from: dayIn(0), to: dayIn(days + 1) }
}

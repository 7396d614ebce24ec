const pad = (n: number) => String(n).padStart(2, '0')

/** A clock time of the user's time zone, as `14:05`. */
export function clockTime(epochMs: number): string {
  const date = new Date(epochMs)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const HALF_A_DAY = 12 * 3_600_000

/** A moment in the user's time zone, as `14:05`; with its day where that could be another one: `14:05 on 18 Nov`. */
export function clockOrDay(epochMs: number, now = Date.now()): string {
  if (Math.abs(epochMs - now) < HALF_A_DAY) return clockTime(epochMs)
  const date = new Date(epochMs)
  return `${clockTime(epochMs)} on ${date.getDate()} ${MONTHS[date.getMonth()]}`
}

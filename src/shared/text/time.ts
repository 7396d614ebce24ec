const pad = (n: number) => String(n).padStart(2, '0')

/** A clock time of the user's time zone, as `14:05`. */
export function clockTime(epochMs: number): string {
  const date = new Date(epochMs)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** A calendar day of the user's time zone, as `18 Nov`; with its year where that is not this one. */
export function dayOf(epochMs: number, now: number): string {
  const date = new Date(epochMs)
  const day = `${date.getDate()} ${MONTHS[date.getMonth()]}`
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${day} ${date.getFullYear()}`
}

/** A moment of the user's time zone, as `Tue 18 Nov 14:02`; with its year where that is not this one. */
export const dayAndTime = (epochMs: number, now: number): string =>
  `${DAYS[new Date(epochMs).getDay()]} ${dayOf(epochMs, now)} ${clockTime(epochMs)}`

const HALF_A_DAY = 12 * 3_600_000

/** A moment in the user's time zone, as `14:05`; with its day where that could be another one: `14:05 on 18 Nov`. */
export function clockOrDay(epochMs: number, now = Date.now()): string {
  if (Math.abs(epochMs - now) < HALF_A_DAY) return clockTime(epochMs)
  const date = new Date(epochMs)
  return `${clockTime(epochMs)} on ${date.getDate()} ${MONTHS[date.getMonth()]}`
}

const pad = (n: number) => String(n).padStart(2, '0')

/** A clock time of the user's time zone, as `14:05`. */
export function clockTime(epochMs: number): string {
  const date = new Date(epochMs)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

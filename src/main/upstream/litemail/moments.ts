/** `2025-10-04T16:00:00Z`, also with a space, without a time, and with a time but no zone, which then is UTC. */
const isoDate =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i
const epoch = /^\d{10}(?:\d{3})?$/
/** Whole numbers below it are seconds: as milliseconds they would be in the spring of 1970. */
const LEAST_MS = 10_000_000_000
/** The end of the year 9999. */
const MOST_MS = 253_402_300_799_999

/** A day is one where this computer is: as midnight in UTC it would be the day before west of Greenwich. */
function beginningOf(day: string): number {
  // A time without a zone is local (ECMA-262, "Date Time String Format"). The first day of 1970 is "never" in every zone.
  return Date.parse(day) > 0 ? Date.parse(`${day}T00:00`) : Number.NaN
}

function parse(text: string): number {
  const iso = isoDate.exec(text)
  if (iso === null) return Number.NaN
  const [, day = '', time, zone = 'Z'] = iso
  if (time === undefined) return beginningOf(day)
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
  return Date.parse(`${day}T${time.replace(',', '.')}${offset}`)
}

/**
 * A moment of the service in epoch milliseconds: an ISO 8601 date, without a time the beginning of that day here, or a count
 * of seconds or milliseconds since 1970. Null where it is none, and for the zero that some services write for "never".
 */
export function readMoment(value: unknown): number | null {
  const isCount = typeof value === 'number' || (typeof value === 'string' && epoch.test(value))
  const count = isCount ? Number(value) : typeof value === 'string' ? parse(value.trim()) : Number.NaN
  const ms = isCount && count < LEAST_MS ? count * 1000 : count
  return Number.isFinite(ms) && ms > 0 && ms <= MOST_MS ? Math.round(ms) : null
}

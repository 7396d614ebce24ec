const MONTH_MS = 31 * 24 * 3_600_000

/** The three ways of writing a date that RFC 9110 (5.6.7) tells a recipient to accept. */
const httpDates = [
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
]

function readHttpDate(text: string): number | null {
  if (!httpDates.some((form) => form.test(text))) return null
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(time) ? null : time
}

/**
 * How many milliseconds a service asks to wait: `Retry-After` (RFC 9110, 10.2.3), seconds or a date. A
 * date is compared with the answer's own `Date`, where it has one, so that neither clock has to be
 * right. Null where there is none, where it makes no sense, or where it asks for more than a month.
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const text = headers['retry-after']?.trim()
  if (text === undefined) return null
  if (/^\d{1,9}$/.test(text)) return within(Number(text) * 1000)
  const until = readHttpDate(text)
  if (until === null) return null
  const from = readHttpDate(headers.date?.trim() ?? '') ?? now
  return within(Math.max(0, until - from))
}

const within = (ms: number): number | null => (ms <= MONTH_MS ? ms : null)

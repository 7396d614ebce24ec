/** One of several rows that a request was about, by every word that the service may name it with. */
export interface NamedRow {
  readonly names: readonly string[]
}

/** What an accepted request did with one of its rows. `unclear`: the answer does not say. */
export type RowVerdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'refused'; readonly message: string | null }

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of lists of what was not done. */
const failing =
  /^(?:failed|failures?|failedrows|failedids|faileddomains|failedmailboxes|errors?|skipped|rejected|invalid)$/
/** Names of lists of what came of each row. */
const telling = /^(?:results?|rows|items|domains|mailboxes|details)$/
const failedCounts = /^(?:failedcount|failurecount|errorcount|failed|totalfailed|skippedcount)$/
const naming = /^(?:id|key|domainid|mailboxid|domain|domainname|email|username|name)$/
const wording = ['error', 'message', 'reason', 'errorMessage', 'failureReason']
const saysNo = /^(?:fail(?:ed|ure)?|error|rejected|skipped|invalid)$/i

const plain = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase()

/** What an answer with several rows says of them: at most so deep, so many. */
const DEEPEST = 3
const MOST_ITEMS = 2_000

interface Said {
  /** By the words that name a row. */
  readonly failures: Map<string, string | null>
  /** Failures that name no row. */
  unnamed: number
  /** As the service counts them; null: it does not. */
  count: number | null
}

/**
 * What an accepted request (2xx) says of each of its rows. A service may accept a request of several and fail at some of them,
 * and say so inside the answer: which ones are refused, in its words. Where it says that some failed and not which, nobody
 * knows of any of them: `unclear`.
 */
export function judgeRows(body: unknown, rows: readonly NamedRow[]): RowVerdict[] {
  const said: Said = { failures: new Map(), unnamed: 0, count: null }
  look(body, said, 0)
  const verdicts = rows.map(({ names }): RowVerdict => {
    const name = names.map(key).find((one) => said.failures.has(one))
    return name === undefined
      ? { kind: 'done' }
      : { kind: 'refused', message: said.failures.get(name) ?? null }
  })
  const found = verdicts.filter(({ kind }) => kind === 'refused').length
  const isWhole = said.unnamed === 0 && (said.count === null || said.count === found)
  // What it names certainly failed; of the others nobody can tell.
  return isWhole ? verdicts : verdicts.map((one) => (one.kind === 'done' ? { kind: 'unclear' } : one))
}

const key = (name: string): string => name.trim().toLowerCase()

function look(value: unknown, said: Said, depth: number): void {
  if (!isFields(value) || depth > DEEPEST) return
  for (const [name, inner] of Object.entries(value)) {
    const called = plain(name)
    if (failedCounts.test(called) && isCount(inner)) said.count = Math.max(said.count ?? 0, Number(inner))
    else if (Array.isArray(inner) && failing.test(called)) each(inner, said, true)
    else if (Array.isArray(inner) && telling.test(called)) each(inner, said, false)
    else look(inner, said, depth + 1)
  }
}

const isCount = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && /^\d{1,6}$/.test(`${value}`)

function each(items: readonly unknown[], said: Said, areFailures: boolean): void {
  for (const item of items.slice(0, MOST_ITEMS)) {
    if (typeof item === 'string' && areFailures) said.failures.set(key(item), null)
    if (!isFields(item) || !(areFailures || isFailure(item))) continue
    const names = Object.entries(item).flatMap(([name, value]) =>
      naming.test(plain(name)) && (typeof value === 'string' || typeof value === 'number')
        ? [`${value}`]
        : [],
    )
    const message = wordsOf(item)
    if (names.length === 0) said.unnamed += 1
    for (const name of names) said.failures.set(key(name), message)
  }
}

const isFailure = (item: Fields): boolean => {
  if (item.success === false || item.ok === false) return true
  const { status } = item
  if (typeof status === 'string') return saysNo.test(status) || /^[45]\d\d$/.test(status)
  return (typeof status === 'number' && status >= 400 && status <= 599) || typeof item.error === 'string'
}

function wordsOf(item: Fields): string | null {
  for (const name of wording) {
    const words = item[name]
    if (typeof words === 'string' && words.trim() !== '') return words.trim().slice(0, 300)
    if (isFields(words) && typeof words.message === 'string') return words.message.trim().slice(0, 300)
  }
  return null
}

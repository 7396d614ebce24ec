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

interface Failure {
  /** The words that name the row, folded. */
  readonly names: readonly string[]
  readonly message: string | null
}

interface Said {
  readonly failures: Failure[]
  /** As the service counts them; null: it does not. */
  count: number | null
}

/**
 * What an accepted request (2xx) says of each of its rows. A service may accept a request of several and fail at some of them,
 * and say so inside the answer: which ones are refused, in its words. A row is named by the words that it shares with no other
 * row of its request. Where the service says that some failed and not which, nobody knows of any of them: `unclear`.
 */
export function judgeRows(body: unknown, rows: readonly NamedRow[]): RowVerdict[] {
  const said: Said = { failures: [], count: null }
  look(body, said, 0)
  const byWord = ownersOf(rows)
  const verdicts = rows.map((): RowVerdict => ({ kind: 'done' }))
  let isWhole = true
  for (const { names, message } of said.failures) {
    const meant = new Set(names.flatMap((name) => byWord.get(name) ?? []))
    const [place] = meant
    if (meant.size !== 1 || place === undefined) isWhole = false
    else verdicts[place] = { kind: 'refused', message: messageOf(verdicts[place]) ?? message }
  }
  const found = verdicts.filter(({ kind }) => kind === 'refused').length
  if (said.count !== null && said.count !== found) isWhole = false
  // What it names certainly failed; of the others nobody can tell.
  return isWhole ? verdicts : verdicts.map((one) => (one.kind === 'done' ? { kind: 'unclear' } : one))
}

const messageOf = (verdict: RowVerdict | undefined): string | null =>
  verdict?.kind === 'refused' ? verdict.message : null

/** By each word the row that has it alone. */
function ownersOf(rows: readonly NamedRow[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>()
  const shared = new Set<string>()
  for (const [place, { names }] of rows.entries()) {
    for (const name of names.map(key)) {
      const owner = owners.get(name)
      if (owner !== undefined && owner !== place) shared.add(name)
      owners.set(name, place)
    }
  }
  for (const name of shared) owners.delete(name)
  return owners
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
    if (typeof item === 'string' && areFailures) said.failures.push({ names: [key(item)], message: null })
    if (!isFields(item) || !(areFailures || isFailure(item))) continue
    const names = Object.entries(item).flatMap(([name, value]) =>
      naming.test(plain(name)) && (typeof value === 'string' || typeof value === 'number')
        ? [key(`${value}`)]
        : [],
    )
    said.failures.push({ names, message: wordsOf(item) })
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

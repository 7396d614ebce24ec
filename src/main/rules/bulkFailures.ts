type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands below these names was not done. */
const failing =
  /^(?:(?:failed|rejected|skipped|invalid|notfound|unprocessed|ignored|duplicates?)(?:rows|ids|items|domains|mailboxes)?|failures?|errors?)$/
/** What stands below these names is one entry a row. */
const telling = /^(?:data|results?|rows|items|domains|mailboxes|details|list|entries)$/
const failureCount =
  /^(?:total)?(failed|failures?|errors?|skipped|rejected|invalid|notfound|unprocessed|ignored|duplicates?)(?:count|total)?$/
const plainCount = /^(?:count|total|length)$/
/** Counts of what was done, and of each of several things that it may have been. */
const successCount =
  /^(?:total)?(?:success(?:es|ful|fully)?|succeeded|processed)(?:count|total|rows|ids|items|domains|mailboxes)?$/
const deedCount =
  /^(?:total)?(?:created|updated|assigned|added|removed|deleted|changed|affected|modified|saved|connected|exported)(?:count|total|rows|ids|items|domains|mailboxes)?$/
/** What an answer has whatever its rows are called. */
const reserved = /^(?:status|state|message|success|ok|code|meta|count|total|type|reason)$/
const naming = /^(?:id|key|domainid|mailboxid|domain|domainname|email|username|name)$/
const holdsNames = /^(?:domain|mailbox|row|item|input|target)$/
const wording = ['error', 'message', 'reason', 'errorMessage', 'failureReason', 'errors']
const saysNo = /^(?:fail(?:ed|ure)?|error|rejected|skipped|invalid)$/i
/** It has begun, and counts what it has come to. */
const goesOn =
  /^(?:pending|queued|processing|in[ _-]?progress|accepted|scheduled|started|running|initiated|submitted)$/i

const plain = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase()

/** A word as it is compared. */
export const folded = (name: string): string => name.trim().toLowerCase()

/** So deep an answer is read, and so many places of it; what lies behind them is not known. */
const DEEPEST = 8
const MOST_PLACES = 20_000
const LONGEST_WORDS = 300

/** What an answer says of the rows that it is about, by their places. */
export interface BulkSaid {
  /** What it says of those that were certainly not done; null: nothing. */
  readonly failed: ReadonlyMap<number, string | null>
  /** Something about them failed, and nobody knows what. */
  readonly doubtful: ReadonlySet<number>
  /** Something failed that is none of them as far as anybody can tell. */
  readonly isUntold: boolean
  /** As the service counts them; null: it does not. */
  readonly failures: number | null
  readonly succeeded: number | null
}

/** Reads what failed out of an answer, whatever shape it has. `owners`: the places of the rows, by the words they have alone. */
export function readBulk(body: unknown, owners: ReadonlyMap<string, number>): BulkSaid {
  const reading: Reading = {
    owners,
    ...{ failed: new Map(), doubtful: new Set(), isUntold: false },
    ...{ failures: new Map(), successes: [], deeds: [], left: MOST_PLACES },
  }
  visit(reading, body, { owner: null, isFailing: false, isTelling: true, isItem: false, depth: 0 })
  const { failed, doubtful, failures, successes, deeds } = reading
  return {
    ...{ failed, doubtful },
    isUntold: reading.isUntold || reading.left < 0,
    failures: failures.size === 0 ? null : [...failures.values()].reduce((sum, count) => sum + count, 0),
    // What was added and what was removed, say, are not both all of it.
    succeeded: leastOf([...successes, ...(deeds.length === 0 ? [] : [Math.max(...deeds)])]),
  }
}

const leastOf = (counts: readonly number[]): number | null =>
  counts.length === 0 ? null : Math.min(...counts)

interface Reading {
  readonly owners: ReadonlyMap<string, number>
  readonly failed: Map<number, string | null>
  readonly doubtful: Set<number>
  isUntold: boolean
  /** By what they are called. */
  readonly failures: Map<string, number>
  readonly successes: number[]
  readonly deeds: number[]
  left: number
}

/** Where something stands. */
interface Place {
  /** The row that what it stands in is about; null: none. */
  readonly owner: number | null
  /** It stands among what was not done. */
  readonly isFailing: boolean
  /** It stands where there is one entry a row. */
  readonly isTelling: boolean
  /** It is one of several. */
  readonly isItem: boolean
  readonly depth: number
}

function visit(reading: Reading, value: unknown, place: Place): void {
  reading.left -= 1
  if (reading.left < 0 || place.depth > DEEPEST) return
  if (Array.isArray(value)) {
    for (const item of value) visit(reading, item, { ...place, isItem: true, depth: place.depth + 1 })
  } else if (isFields(value)) visitFields(reading, value, place)
  else if (place.isFailing && isSaid(value)) note(reading, [folded(`${value}`)], null, place)
}

function visitFields(reading: Reading, fields: Fields, place: Place): void {
  const names = namesIn(fields)
  const own = ownerOf(reading, names)
  const isNo = place.isFailing ? isMeant(fields, place) : saysFailure(fields, own !== null || place)
  const owner = own ?? place.owner
  const before = heard(reading)
  // A row that is named here has failed; what stands in it says no more than why.
  if (isNo && own !== null) note(reading, names, wordsOf(fields), place)
  if (!place.isItem && owner === null) countIn(reading, fields, names.length > 0)
  for (const [name, inner] of Object.entries(fields)) {
    visitField(reading, name, inner, { ...place, owner, depth: place.depth + 1 }, isNo)
  }
  // Where it is said below which ones failed, that is all that is said here.
  if (isNo && own === null && heard(reading) === before) note(reading, names, wordsOf(fields), place)
}

function visitField(reading: Reading, name: string, inner: unknown, place: Place, isNo: boolean): void {
  const called = plain(name)
  const row = rowUnder(reading, name, place)
  if (row !== undefined && (place.isFailing || isVerdict(inner))) visitRow(reading, row, inner, place)
  else if (failing.test(called)) {
    // Of a row that has failed anyway it says why.
    if (!isNo || place.owner === null) visitFailing(reading, called, inner, place)
  } else if (typeof inner === 'object') {
    const isTelling = telling.test(called)
    const isFailing = place.isFailing && isTelling
    visit(reading, inner, { ...place, isFailing, isTelling, isItem: false })
  }
}

/** The row that something stands under the name of; a word that an answer has anyway names none. */
function rowUnder({ owners }: Reading, name: string, { owner, isItem }: Place): number | undefined {
  const called = plain(name)
  const isOther = reserved.test(called) || failing.test(called) || telling.test(called)
  return isOther || isItem || owner !== null ? undefined : owners.get(folded(name))
}

/** What stands under a name of what was not done: a list of it, or it by its names. */
function visitFailing(reading: Reading, called: string, inner: unknown, place: Place): void {
  const isList = Array.isArray(inner) || (isFields(inner) && !isCountedNone(inner))
  if (isList) visit(reading, inner, { ...place, isFailing: true, isTelling: true, isItem: false })
  else if (/^(?:error|fail)/.test(called) && isClaim(inner)) note(reading, [], null, place)
}

const isClaim = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && !/^(?:\d*|no|none|false)$/i.test(value.trim()))

/** A row under its own name. */
function visitRow(reading: Reading, row: number, inner: unknown, place: Place): void {
  if (isFields(inner) && !place.isFailing && !saysFailure(inner, true)) {
    visit(reading, inner, { ...place, owner: row, isItem: true })
    return
  }
  const isNo = place.isFailing ? isHeld(inner) : isFields(inner) || inner === false || isNoWord(inner)
  if (isNo) fail(reading, row, place.isFailing || isFields(inner) ? wordsIn(inner) : null)
}

const isVerdict = (value: unknown): boolean =>
  isFields(value) || typeof value === 'boolean' || typeof value === 'string'
const isNoWord = (value: unknown): boolean => typeof value === 'string' && saysNo.test(value)
const isSaid = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')

/** Something is held there. */
const isHeld = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false || value === '' || value === 0) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** Among what was not done: it is one of it, or holds the list of it. */
const isMeant = (fields: Fields, { isItem }: Place): boolean =>
  isHeld(fields) &&
  (isItem || Object.entries(fields).some(([name, value]) => !plainCount.test(plain(name)) && isHeld(value)))

const isCountedNone = (fields: Fields): boolean =>
  Object.entries(fields).some(([name, value]) => plainCount.test(plain(name)) && Number(value) === 0)

/** `isRow`: it is known to be about a row, so that its status is that of the row; or where it stands. */
function saysFailure(fields: Fields, isRow: boolean | Place): boolean {
  const { success, ok, status } = fields
  if (success === false || success === 'false' || ok === false) return true
  if (isFields(fields.error) ? isHeld(fields.error) : isWord(fields.error) || fields.error === true)
    return true
  if (isRow !== true && !(isRow !== false && isRow.isItem && isRow.isTelling && isRow.owner === null))
    return false
  if (isHeld(fields.errors) && typeof fields.errors !== 'number') return true
  if (typeof status === 'string') return saysNo.test(status) || /^[45]\d\d$/.test(status)
  return typeof status === 'number' && status >= 400 && status <= 599
}

const isWord = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

function namesIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const called = plain(name)
    if (naming.test(called) && isSaid(value)) return [folded(`${value}`)]
    return holdsNames.test(called) && isFields(value)
      ? Object.entries(value).flatMap(([inner, one]) =>
          naming.test(plain(inner)) && isSaid(one) ? [folded(`${one}`)] : [],
        )
      : []
  })
}

/** The one row that words name; null: none, or several. */
function ownerOf({ owners }: Reading, names: readonly string[]): number | null {
  const meant = new Set(names.flatMap((name) => owners.get(name) ?? []))
  const [only] = meant
  return meant.size === 1 && only !== undefined ? only : null
}

/** How much was said to have failed so far. */
const heard = ({ failed, doubtful, isUntold }: Reading): number =>
  failed.size + doubtful.size + (isUntold ? 1 : 0)

function note(reading: Reading, names: readonly string[], message: string | null, { owner }: Place): void {
  const own = ownerOf(reading, names)
  if (own !== null) fail(reading, own, message)
  else if (owner === null) reading.isUntold = true
  // Something of what was asked for the row, and nobody knows what.
  else if (!reading.failed.has(owner)) reading.doubtful.add(owner)
}

function fail({ failed }: Reading, row: number, message: string | null): void {
  failed.set(row, failed.get(row) ?? message)
}

/** `isNamed`: they stand in something that is called by a name, which may have been made of anything. */
function countIn(reading: Reading, fields: Fields, isNamed: boolean): void {
  const isOn = typeof fields.status === 'string' && goesOn.test(fields.status)
  for (const [name, value] of Object.entries(fields)) {
    const called = plain(name)
    const kind = failureCount.exec(called)?.[1]?.replace(/^(?:failures?|errors?)$/, 'failed')
    const count = countOf(value)
    if (kind !== undefined && count !== null) {
      reading.failures.set(kind, Math.max(reading.failures.get(kind) ?? 0, count))
    }
    const done = count ?? (Array.isArray(value) ? value.length : null)
    if (isOn || done === null) continue
    if (successCount.test(called)) reading.successes.push(done)
    else if (deedCount.test(called) && !isNamed) reading.deeds.push(done)
  }
}

const countOf = (value: unknown): number | null =>
  (typeof value === 'number' || typeof value === 'string') && /^\d{1,6}$/.test(`${value}`)
    ? Number(value)
    : null

function wordsOf(item: Fields): string | null {
  for (const name of wording) {
    const words = wordsIn(item[name])
    if (words !== null) return words
  }
  return null
}

function wordsIn(value: unknown): string | null {
  if (typeof value === 'string') return isWord(value) ? value.trim().slice(0, LONGEST_WORDS) : null
  if (Array.isArray(value)) return wordsIn(value[0])
  return isFields(value) ? wordsOf(value) : null
}

import type { OtherFacts } from '../../../shared/litemail/facts'
import { ok, type Result } from '../../../shared/result'
import type { BodyProblem } from '../../rules/outcome'
import { cleanText } from '../serviceText'
import { below, firstOf, isFields, misshapen, type Placed } from './envelope'
import { readMoment } from './moments'
import { readCount } from './paging'

const MOST_ID = 4096
/** No half characters, which no URL can carry, and no NUL, at which a database would cut. */
const brokenText = /[\p{Cs}\0]/u

/** An id of the service, as it came; null where it is none. */
export function readId(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null
  const isId = typeof value === 'string' && value !== '' && value.length <= MOST_ID && !brokenText.test(value)
  return isId ? value : null
}

/** Nothing costs more, and sums of what does lead beyond all numbers. */
const LARGEST_NUMBER = 1e15

const readNumber = (value: unknown): number | null => {
  const isNumber =
    typeof value === 'string' ? /^\s*-?\d{1,15}(\.\d{1,9})?\s*$/.test(value) : typeof value === 'number'
  return isNumber && Math.abs(Number(value)) < LARGEST_NUMBER ? Number(value) : null
}

const flags = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
  [1, true],
  [0, false],
])

const verdicts = new Set(['status', 'state', 'result', 'error', 'problem', 'message'])

/** An entry that is there, and does not itself say how it stands. */
const isEntry = (item: unknown): boolean =>
  isFields(item)
    ? Object.entries(item).every(
        ([name, value]) => typeof value !== 'boolean' && !verdicts.has(name.toLowerCase()),
      )
    : typeof item === 'string' && item.trim() !== ''

/** A list of what was expected, each with whether it is there, is no list of what is there. */
const readPresence = (value: unknown): boolean | null => {
  if (!Array.isArray(value)) return flags.get(value) ?? null
  if (value.length === 0) return false
  return value.every(isEntry) ? true : null
}

const readTexts = (value: unknown): readonly string[] | null => {
  if (!Array.isArray(value)) return null
  const texts = value.map((item) => cleanText(item))
  return texts.every((text) => text !== null) ? texts : null
}

/** Tags come as names, as ids, or as `{ id, name, color }`. */
const readTags = (value: unknown): readonly string[] | null => {
  if (!Array.isArray(value)) return null
  const tags = value.map((tag) => {
    const named = isFields(tag) ? (cleanText(tag.name) ?? tag.id) : tag
    return cleanText(typeof named === 'number' ? String(named) : named)
  })
  return tags.every((tag) => tag !== null) ? tags : null
}

/**
 * Reads one row field by field; each by the first of its names that is there. Null is both what is not there and what
 * cannot be read; the latter stays in `others`, with all that nobody asked for.
 */
export interface Row {
  readonly place: string
  id(...names: string[]): string | null
  /** One line without control characters; a long one is cut. */
  text(...names: string[]): string | null
  /** A text that is whole or nothing: an address, a host name. */
  word(...names: string[]): string | null
  /** To the letter, spaces and invisible characters too; whole or nothing. To be shown with care. */
  exact(...names: string[]): string | null
  /** As `word`, but '' where the service says: none. */
  wordOrNone(...names: string[]): string | null
  count(...names: string[]): number | null
  number(...names: string[]): number | null
  flag(...names: string[]): boolean | null
  /** Whether something is there: a flag, or what is there as a list; a list that says of its entries how they stand is neither. */
  presence(...names: string[]): boolean | null
  /** Epoch milliseconds. */
  moment(...names: string[]): number | null
  texts(...names: string[]): readonly string[] | null
  tags(...names: string[]): readonly string[] | null
  /** The row that stands in a field; null where none does. */
  inner(name: string): Row | null
  /** What was not read. */
  others(): OtherFacts
}

const MOST_WORD = 4096

const readWord = (value: unknown): string | null => {
  if (typeof value !== 'string' || value.length > MOST_WORD) return null
  return cleanText(value, MOST_WORD)
}

/** No record of DNS has more (RFC 1035, 3.2.1). */
const MOST_EXACT = 65_535

const readExact = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= MOST_EXACT && !brokenText.test(value)
    ? value
    : null

const readWordOrNone = (value: unknown): string | null =>
  value === null || value === false || value === '' ? '' : readWord(value)

/** A row to be read; `bad-response` where it is no object. */
export function openRow({ value, place }: Placed): Result<Row, BodyProblem> {
  if (!isFields(value)) return misshapen(place)
  const read = new Set<string>()
  const by =
    <T>(readValue: (value: unknown) => T | null) =>
    (...names: string[]): T | null => {
      const found = firstOf(value, names)
      if (found === null) return null
      const [name, raw] = found
      const result = readValue(raw)
      if (result !== null || raw === null || raw === '') read.add(name)
      return result
    }
  return ok({
    place,
    id: by(readId),
    text: by((text) => cleanText(text)),
    word: by(readWord),
    exact: by(readExact),
    wordOrNone: by(readWordOrNone),
    count: by(readCount),
    number: by(readNumber),
    flag: by((flag) => flags.get(flag) ?? null),
    presence: by(readPresence),
    moment: by(readMoment),
    texts: by(readTexts),
    tags: by(readTags),
    inner(name) {
      const row = openRow({ value: firstOf(value, [name])?.[1], place: below(place, name) })
      if (row.ok) read.add(name)
      return row.ok ? row.value : null
    },
    others: () => Object.fromEntries(Object.entries(value).filter(([name]) => !read.has(name))),
  })
}

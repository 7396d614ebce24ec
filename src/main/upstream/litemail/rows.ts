import type { ListPage } from '../../../shared/litemail/facts'
import { ok, type Result } from '../../../shared/result'
import type { BodyProblem } from '../../rules/outcome'
import { findAt, readOnlyList, readOnlyObject } from '../places'
import {
  below,
  type Decoder,
  type Fields,
  isFields,
  misshapen,
  type Opened,
  own,
  type Placed,
} from './envelope'
import { openRow, type Row } from './fields'
import { isNoPage, type Paging, readCount, readPaging } from './paging'

/** What services call the rows of a list that they do not call by what is in it. */
const anyRows = ['items', 'rows', 'results', 'records', 'list', 'data']

/** The rows of a list, and the objects in which something may stand about its pages, the nearest first. */
export interface FoundRows {
  readonly rows: readonly Placed[]
  readonly around: readonly Fields[]
  /** Under which name the rows stand; null: under none. */
  readonly name: string | null
}

/** Each item of a list with its place. */
export const placeEach = (items: readonly unknown[], where: string): readonly Placed[] =>
  items.map((value, at) => ({ value, place: below(where, at) }))

/**
 * Finds the list in an answer: what it is about is the list itself, or an object that has it under one of its names.
 * Anything else, and be it empty, is no list.
 */
function findNamed({ content, around }: Opened, names: readonly string[]): Result<FoundRows, BodyProblem> {
  if (Array.isArray(content.value)) {
    return ok({ rows: placeEach(content.value, content.place), around: [around], name: null })
  }
  if (!isFields(content.value)) return misshapen(content.place)
  const fields = content.value
  const name = [...names, ...anyRows].find((one) => Object.hasOwn(fields, one))
  if (name === undefined) return misshapen(content.place)
  const where = below(content.place, name)
  const items = own(fields, name)
  return Array.isArray(items)
    ? ok({ rows: placeEach(items, where), around: [fields, around], name })
    : misshapen(where)
}

const nameIn = (place: string): string | null => place.split('.').at(-1) || null

/** The list where the account's user says that it is. */
function findPlaced({ body }: Opened, place: string): Result<FoundRows, BodyProblem> {
  const found = findAt(body, place)
  return found !== null && Array.isArray(found.value)
    ? ok({ rows: placeEach(found.value, place), around: found.around, name: nameIn(place) })
    : misshapen(place)
}

/** What a page says of itself: where the account's user says so, else where services say it. */
function pagingOf({ body, places }: Opened, around: readonly Fields[]): Paging {
  const found = readPaging(around)
  const at = (place: string | null | undefined) =>
    place === null || place === undefined ? undefined : (findAt(body, place)?.value ?? null)
  const total = at(places?.total)
  const next = at(places?.next)
  return {
    ...found,
    ...(total === undefined ? {} : { total: readCount(total) }),
    ...(next === undefined ? {} : { hasNext: !isNoPage(next) }),
  }
}

/**
 * Reads the rows of a list with `read`, and what it says of its page: they stand where the account's user says, or under
 * one of the names, or are the one list in the answer that can be read so. An empty list counts only at a place that is
 * known.
 */
export function readRows<T>(
  opened: Opened,
  names: readonly string[],
  read: (found: FoundRows, paging: Paging) => Result<T, BodyProblem>,
): Result<T, BodyProblem> {
  const { body, places } = opened
  const place = places?.rows ?? null
  const found = place === null ? findNamed(opened, names) : findPlaced(opened, place)
  if (found.ok) return read(found.value, pagingOf(opened, found.value.around))
  if (place !== null) return found
  const only = readOnlyList(body, (list) => {
    const rows = { rows: placeEach(list.value, list.place), around: list.around, name: nameIn(list.place) }
    const made = read(rows, pagingOf(opened, list.around))
    return made.ok ? made : null
  })
  return only ?? found
}

/** Decodes each row; one that cannot be read makes all of them unreadable: a list is never silently shorter. */
export function decodeEach<T, F>(
  rows: readonly F[],
  decode: (row: F) => Result<T, BodyProblem>,
): Result<readonly T[], BodyProblem> {
  const facts: T[] = []
  for (const row of rows) {
    const decoded = decode(row)
    if (!decoded.ok) return decoded
    facts.push(decoded.value)
  }
  return ok(facts)
}

/** Opens a row, and reads its facts. */
export const inRow =
  <T>(decode: (row: Row) => Result<T, BodyProblem>) =>
  (placed: Placed): Result<T, BodyProblem> => {
    const row = openRow(placed)
    return row.ok ? decode(row.value) : row
  }

/** The decoder of a list whose rows stand under one of these names, or under none; see `readRows`. */
export const listOf =
  <T>(names: readonly string[], decode: (row: Row) => Result<T, BodyProblem>): Decoder<ListPage<T>> =>
  (opened) =>
    readRows(opened, names, (found, paging) => {
      const rows = decodeEach(found.rows, inRow(decode))
      return rows.ok ? ok({ rows: rows.value, ...paging }) : rows
    })

/**
 * The decoder of one thing, which stands where the account's user says, by itself or under its name; or which is the one
 * object in the answer that can be read so, and of which `isSure` says that nothing else looks like it.
 */
export const oneOf = <T>(
  name: string,
  decode: (row: Row) => Result<T, BodyProblem>,
  isSure?: (thing: T) => boolean,
): Decoder<T> => oneIn(name, inRow(decode), isSure)

/** The same of a thing that is read otherwise than as a row of facts. */
export const oneIn =
  <T>(
    name: string,
    read: (placed: Placed) => Result<T, BodyProblem>,
    isSure: (thing: T) => boolean = () => true,
  ): Decoder<T> =>
  ({ content, body, places }) => {
    const place = places?.rows ?? null
    if (place !== null) {
      const found = findAt(body, place)
      return found === null ? misshapen(place) : read(found)
    }
    const inner = isFields(content.value) ? own(content.value, name) : undefined
    const named = read(isFields(inner) ? { value: inner, place: below(content.place, name) } : content)
    if (named.ok) return named
    const only = readOnlyObject(body, (object) => {
      const made = read(object)
      return made.ok && isSure(made.value) ? made : null
    })
    return only ?? named
  }

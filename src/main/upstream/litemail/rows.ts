import type { ListPage } from '../../../shared/litemail/facts'
import { ok, type Result } from '../../../shared/result'
import type { BodyProblem } from '../../rules/outcome'
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
import { readPaging } from './paging'

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
export function findRows(
  { content, around }: Opened,
  names: readonly string[],
): Result<FoundRows, BodyProblem> {
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

/** The decoder of a list whose rows stand under one of these names, or under none. */
export const listOf =
  <T>(names: readonly string[], decode: (row: Row) => Result<T, BodyProblem>): Decoder<ListPage<T>> =>
  (opened) => {
    const found = findRows(opened, names)
    if (!found.ok) return found
    const rows = decodeEach(found.value.rows, inRow(decode))
    return rows.ok ? ok({ rows: rows.value, ...readPaging(found.value.around) }) : rows
  }

/** The decoder of one thing, which stands by itself or under its name. */
export const oneOf =
  <T>(name: string, decode: (row: Row) => Result<T, BodyProblem>): Decoder<T> =>
  ({ content }) => {
    const inner = isFields(content.value) ? own(content.value, name) : undefined
    return inRow(decode)(isFields(inner) ? { value: inner, place: below(content.place, name) } : content)
  }

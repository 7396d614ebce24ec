import { ok, type Result } from '../../../shared/result'
import type { BodyProblem } from '../../rules/outcome'
import { MOST_ROWS } from '../../rules/shownAnswer'
import { findAt } from '../places'
import { cleanText } from '../serviceText'
import { type Decoder, type Fields, isFields, misshapen, own } from './envelope'
import type { TableAnswer } from './readAnswers'

/** More could not be looked at, and every row has a cell for each. */
const MOST_COLUMNS = 200
/** The column of rows that are no objects. */
const ONLY = 'value'

const asFields = (value: unknown): Fields => (isFields(value) ? value : { [ONLY]: value })

const isRows = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.some((item) => isFields(item))

/** The one list of objects in it, if there is exactly one; else none is more the answer than the others. */
function findOnlyList(fields: Fields): string | null {
  const [name, ...others] = Object.keys(fields).filter((one) => isRows(fields[one]))
  return name === undefined || others.length > 0 ? null : name
}

const named = (fields: Fields, without: readonly string[]) =>
  Object.entries(fields)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => ({ name, value: JSON.stringify(value) }))

/** What the envelope itself is made of. */
const envelope = ['status', 'success', 'message', 'data']

function tableOf(
  rows: readonly unknown[],
  beside: TableAnswer['beside'],
  message: string | null,
): TableAnswer {
  // Rows are left out before cells are made of them: a hundred thousand would take seconds.
  const all = rows.slice(0, MOST_ROWS).map(asFields)
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))].slice(0, MOST_COLUMNS)
  const cells = all.map((row) =>
    columns.map((column) => (Object.hasOwn(row, column) ? JSON.stringify(row[column]) : null)),
  )
  return { columns, rows: cells, rowsLeft: rows.length - all.length, beside, message }
}

/** Where the rows stand of which the account's user says so: a list, or the one row. */
function decodePlaced(
  body: unknown,
  place: string,
  message: string | null,
): Result<TableAnswer, BodyProblem> {
  const found = findAt(body, place)
  if (found === null) return misshapen(place)
  const [nearest = {}] = found.around
  const beside = named(nearest, [...envelope, place.split('.').at(-1) ?? ''])
  const rows = Array.isArray(found.value) ? found.value : [found.value]
  return ok(tableOf(rows, beside, message))
}

/** What an object brings that has nothing in it but another one. */
function unwrap(fields: Fields, isOutside: boolean): Fields {
  const names = Object.keys(fields).filter((name) => !isOutside || !envelope.includes(name))
  const [name = ''] = names
  const inner = own(fields, name)
  return names.length === 1 && isFields(inner) ? unwrap(inner, false) : fields
}

const decode: (isOneRow: boolean) => Decoder<TableAnswer> =
  (isOneRow) =>
  ({ content, around, body, places }) => {
    const { value: wrapped, place } = content
    const message = cleanText(own(around, 'message'))
    if (places !== null && places.rows !== null) return decodePlaced(body, places.rows, message)
    const outside = place === '' ? [] : named(around, envelope)
    const value = isFields(wrapped) ? unwrap(wrapped, place === '') : wrapped
    if (Array.isArray(value)) return ok(tableOf(value, outside, message))
    if (value === null) return message === null ? misshapen(place) : ok(tableOf([], outside, message))
    if (!isFields(value)) return ok(tableOf([value], outside, message))
    const list = isOneRow ? null : findOnlyList(value)
    const rest = value === wrapped && place === '' ? envelope : []
    if (list !== null) {
      const rows = own(value, list)
      return ok(
        tableOf(Array.isArray(rows) ? rows : [], [...named(value, [...rest, list]), ...outside], message),
      )
    }
    const row = Object.fromEntries(Object.entries(value).filter(([name]) => !rest.includes(name)))
    const isEmpty = Object.keys(row).length === 0
    if (isEmpty && message === null) return misshapen(place)
    return ok(tableOf(isEmpty ? [] : [row], outside, message))
  }

/**
 * Decodes an answer whose shape nobody has seen to rows and cells: what stands where the account's user says, or the list
 * that it is or has; else the one row that it is. An answer without `data` brings what stands beside its message, as a
 * payment link.
 */
export const decodeTable = decode(false)

/** The same of an operation that answers one row: a list in that is a field of it. */
export const decodeRow = decode(true)

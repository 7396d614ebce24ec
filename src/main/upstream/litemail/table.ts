import { ok } from '../../../shared/result'
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
  const all = rows.map(asFields)
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))].slice(0, MOST_COLUMNS)
  const cells = all.map((row) =>
    columns.map((column) => (Object.hasOwn(row, column) ? JSON.stringify(row[column]) : null)),
  )
  return { columns, rows: cells, beside, message }
}

/**
 * Decodes an answer whose shape nobody has seen to rows and cells: the list that it is or has; else the one row that it
 * is. An answer without `data` brings what stands beside its message, as a payment link.
 */
export const decodeTable: Decoder<TableAnswer> = ({ content: { value, place }, around }) => {
  const message = cleanText(own(around, 'message'))
  const outside = place === '' ? [] : named(around, envelope)
  if (Array.isArray(value)) return ok(tableOf(value, outside, message))
  if (value === null) return message === null ? misshapen(place) : ok(tableOf([], outside, message))
  if (!isFields(value)) return ok(tableOf([value], outside, message))
  const list = findOnlyList(value)
  const rest = place === '' ? envelope : []
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

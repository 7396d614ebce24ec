import { operationOf } from '../../shared/litemail/operations'
import { type WritingId, writingOf } from '../../shared/litemail/writing'
import type { FilledInput, FilledInputs } from '../../shared/operationAnswer'
import type { Inputs, InputValue } from '../upstream/mappedRequest'

/** So many rows travel in one request at most: what an unanswered one leaves in doubt stays small. */
export const MOST_TOGETHER = 20

/** A row as it travels: its inputs, those of many with one value each. */
export interface TravellingRow {
  readonly workspaceId: string
  readonly inputs: FilledInputs
}

/** Fields of one of several rows in a body: `mailboxes.username` is the user name of one of `mailboxes`. */
const isFieldOf = (many: string, name: string): boolean => name.startsWith(`${many}.`)

/** The input of an operation that is a table, whose rows travel by their fields; null: it has none. */
export const tableOf = (id: WritingId): string | null =>
  operationOf(id).input.find(({ type }) => type === 'rows')?.name ?? null

const isOwn = (many: string | null, name: string): boolean =>
  many !== null && (name === many || isFieldOf(many, name))

/** What the rows of a request have in common. */
const commonOf = (many: string | null, { workspaceId, inputs }: TravellingRow): string =>
  JSON.stringify([
    workspaceId,
    ...Object.entries(inputs)
      .filter(([name]) => !isOwn(many, name))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ])

/**
 * Which rows of a job leave together: to be called with each, in their order; it answers the number of its request, from 0.
 * Rows of one request are of one workspace and say the same but for what several of them may say at once; the same row twice
 * never travels in one.
 */
export function numberRequests(id: WritingId): (row: TravellingRow) => number {
  const { many } = writingOf(id)
  const open = new Map<string, { request: number; own: Set<string> }>()
  let next = 0
  return (row) => {
    if (many === null) return next++
    const common = commonOf(many, row)
    const own = JSON.stringify(Object.entries(row.inputs).filter(([name]) => isOwn(many, name)))
    const before = open.get(common)
    if (before !== undefined && before.own.size < MOST_TOGETHER && !before.own.has(own)) {
      before.own.add(own)
      return before.request
    }
    const request = next++
    open.set(common, { request, own: new Set([own]) })
    return request
  }
}

/** What a row says that the others of its request do not: the words that the service may name it with. */
export const ownWords = (id: WritingId, inputs: FilledInputs): string[] =>
  Object.entries(inputs)
    .filter(([name]) => isOwn(writingOf(id).many, name))
    .flatMap(([, value]) => [value].flat().map(String))

/** The inputs of the request that these rows leave in. Never an empty list: of no rows there is no request. */
export function requestInputs(id: WritingId, rows: readonly FilledInputs[]): Inputs {
  const { many } = writingOf(id)
  const [first = {}] = rows
  if (many === null) return first
  const common = Object.fromEntries(Object.entries(first).filter(([name]) => !isOwn(many, name)))
  const values: readonly InputValue[] =
    tableOf(id) !== null ? rows.map((row) => fieldsOf(many, row)) : rows.flatMap((row) => listOf(row[many]))
  return { ...common, [many]: values }
}

const fieldsOf = (many: string, row: FilledInputs): { readonly [name: string]: InputValue } =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => isFieldOf(many, name))
      .map(([name, value]) => [name.slice(many.length + 1), value]),
  )

const listOf = (value: FilledInput | undefined): readonly InputValue[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

import type { ApiMap } from '../../shared/apiMap'
import { operationOf } from '../../shared/litemail/operations'
import { type WritingId, writingOf } from '../../shared/litemail/writing'
import type { FilledInputs } from '../../shared/operationAnswer'
import { type TravellingRow, tableOf } from './jobRequests'
import { judgeFilled, judgeSent } from './operationInputs'

/** What each row of a table of new mailboxes says of itself. */
const TABLE_FIELDS = ['firstName', 'lastName', 'username'] as const

/** The id of the service that a row names; null: it is about nothing that there is. */
export function idIn(operation: WritingId, inputs: FilledInputs): string | null {
  const { about } = writingOf(operation)
  const value = about === null ? undefined : inputs[about.input]
  const one = Array.isArray(value) ? value[0] : value
  return one === undefined ? null : String(one)
}

/** Inputs that are secrets, as they are filled in. */
export const secretsIn = (operation: WritingId, inputs: FilledInputs): FilledInputs =>
  Object.fromEntries(
    operationOf(operation).input.flatMap(({ name, type }) => {
      const value = inputs[name]
      return type === 'secret' && value !== undefined ? [[name, value]] : []
    }),
  )

/**
 * What stands against rows that are to be sent: to be called with each, in their order; it answers by its place, as
 * `rows.3.inputs.email: missing`; names and rules only, never values. `common`: the secrets that all of them have.
 * `workspaceOf`: the workspace that what a row is about was read with; undefined where it is not listed.
 */
export function judgePlannedRows(
  operation: WritingId,
  map: ApiMap,
  common: FilledInputs,
  workspaceOf: (serviceId: string) => string | undefined,
): (row: TravellingRow, place: number) => string[] {
  const seen = new Set<string>()
  const secrets = JSON.stringify(sorted(common))
  return (row, place) => {
    const { workspaceId, inputs } = row
    const id = idIn(operation, inputs)
    const issues = judgeInputs(operation, inputs, map)
    // Every call about a row carries the workspace that the row was read with.
    const known = id === null ? undefined : workspaceOf(id)
    if (known !== undefined && known !== workspaceId) issues.push('workspaceId: other')
    // Secrets are held for all of a job.
    if (JSON.stringify(sorted(secretsIn(operation, inputs))) !== secrets) issues.push('inputs: other-secrets')
    const same = identityOf(operation, row)
    const twice = seen.has(same) ? [`rows.${place}: twice`] : []
    seen.add(same)
    return [...issues.map((issue) => `rows.${place}.${issue}`), ...twice]
  }
}

const sorted = (inputs: FilledInputs) => Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1))

function judgeInputs(operation: WritingId, inputs: FilledInputs, map: ApiMap): string[] {
  const { input } = operationOf(operation)
  const { many } = writingOf(operation)
  const table = tableOf(operation)
  const isField = (name: string) => table !== null && name.startsWith(`${table}.`)
  const plain = Object.fromEntries(Object.entries(inputs).filter(([name]) => !isField(name)))
  const own = table === null ? [] : judgeFields(table, inputs)
  // The table itself is made of its fields where the request is.
  const filled = judgeFilled(
    { ...operationOf(operation), input: input.filter(({ name }) => name !== table) },
    plain,
  )
  const value = many === null ? undefined : inputs[many]
  const several = Array.isArray(value) && value.length !== 1 ? [`inputs.${many}: one`] : []
  const sent = judgeSent(operationOf(operation), map, table === null ? inputs : { ...plain, [table]: [] })
  const saysNothing =
    input.some((field) => field.place === 'body') &&
    !input.some(
      (field) => field.place === 'body' && (field.name === table || Object.hasOwn(inputs, field.name)),
    )
  return [...filled, ...own, ...several, ...sent, ...(saysNothing ? ['inputs: nothing'] : [])]
}

function judgeFields(table: string, inputs: FilledInputs): string[] {
  const names = TABLE_FIELDS.map((field) => `${table}.${field}`)
  const unknown = Object.keys(inputs).some((name) => name.startsWith(`${table}.`) && !names.includes(name))
  return [
    ...(unknown ? ['inputs: unknown'] : []),
    ...names.flatMap((name) => {
      const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined
      if (value === undefined) return [`inputs.${name}: missing`]
      return typeof value === 'string' && value.trim() !== '' ? [] : [`inputs.${name}: kind`]
    }),
  ]
}

/** Two rows with the same identity would do to one thing two things, or make it twice. */
function identityOf(operation: WritingId, { workspaceId, inputs }: TravellingRow): string {
  const { about, many } = writingOf(operation)
  const id = idIn(operation, inputs)
  const text = (name: string) => [inputs[name] ?? ''].flat().join(',').trim().toLowerCase()
  if (operation === 'mailboxes.create') return JSON.stringify([id, text('username')])
  const table = tableOf(operation)
  if (table !== null) return JSON.stringify([id, text(`${table}.username`)])
  // What names the domain in which something is made names no row twice.
  if (about !== null && about.input !== 'domainId') return JSON.stringify([id])
  if (about === null && many !== null) return JSON.stringify([text(many)])
  return JSON.stringify([workspaceId, sorted(inputs)])
}

import type { ApiMap } from '../../shared/apiMap'
import type { AnyOperation, InputField } from '../../shared/litemail/operation'
import type { FilledInput, FilledInputs } from '../../shared/operationAnswer'
import type { MapIssue } from '../../shared/text/mapIssues'

const isTexts = (value: FilledInput): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => one.trim() !== '')

/** As a request takes them, and as no form fills them in: fields with a text each. */
const isRows = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (row: unknown) =>
      typeof row === 'object' &&
      row !== null &&
      !Array.isArray(row) &&
      Object.values(row).every((field) => typeof field === 'string' && field.trim() !== ''),
  )

/** Whether a value is of the kind that the service takes there. */
function isOfKind({ type }: InputField, value: FilledInput): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'texts':
    case 'ids':
      return isTexts(value)
    case 'email':
      return typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value)
    case 'url':
      return typeof value === 'string' && URL.canParse(value)
    case 'color':
      return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
    case 'country':
      return typeof value === 'string' && /^[A-Z]{2}$/i.test(value)
    case 'text':
    case 'id':
    case 'secret':
      return typeof value === 'string' && value.trim() !== ''
    case 'rows':
      return isRows(value)
    default:
      return type satisfies never
  }
}

const isChosen = ({ choices }: InputField, value: FilledInput): boolean =>
  choices === undefined || [value].flat().every((one) => choices.includes(String(one)))

/** Why what is filled in cannot be sent; [] where it can. Names of the table and rules, never values. */
export function judgeFilled({ input }: AnyOperation, filled: FilledInputs): MapIssue[] {
  const unknown = Object.keys(filled).some((name) => !input.some((field) => field.name === name))
  return [
    ...(unknown ? ['inputs: unknown' as const] : []),
    ...input.flatMap((field): MapIssue[] => {
      const value = Object.hasOwn(filled, field.name) ? filled[field.name] : undefined
      if (value === undefined) return field.isRequired ? [`inputs.${field.name}: missing`] : []
      if (!isOfKind(field, value)) return [`inputs.${field.name}: kind`]
      return isChosen(field, value) ? [] : [`inputs.${field.name}: choice`]
    }),
  ]
}

/** The inputs of an operation that a map does not send. */
export const leftOutOf = ({ input }: AnyOperation, map: ApiMap): string[] =>
  input.flatMap(({ name }) => (Object.hasOwn(map.inputs, name) ? [] : [name]))

/** How many rows a page has at most is a wish, which a service may grant or not: its answer is no other one for it. */
const wishes: ReadonlySet<string> = new Set(['limit', 'pageSize'])

/** Why a map cannot ask what is filled in: it leaves some of it out, and the answer would be one to another question. */
export const judgeSent = (operation: AnyOperation, map: ApiMap, filled: FilledInputs): MapIssue[] =>
  leftOutOf(operation, map)
    .filter((name) => Object.hasOwn(filled, name) && !wishes.has(name))
    .map((name): MapIssue => `inputs.${name}: not-sent`)

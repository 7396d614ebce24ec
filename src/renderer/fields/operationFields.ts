import type { AnyOperation, InputField } from '../../shared/litemail/operation'
import type { FilledInput, FilledInputs } from '../../shared/operationAnswer'
import { operationReadsText } from '../../shared/text/window/operationReads'

/** What stands in the fields of an operation, by its inputs; '' is not sent. */
export type TypedInputs = Readonly<Record<string, string>>

const { complaints } = operationReadsText
/** As many as main takes. */
const MOST_LINES = 1_000

type Read = { readonly value: FilledInput } | { readonly complaint: string }

const matching = (text: string, pattern: RegExp, complaint: string): Read =>
  pattern.test(text) ? { value: text } : { complaint }

/** What stands in a field one a line, or with commas between. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

function readOne({ type }: InputField, text: string): Read {
  switch (type) {
    case 'number':
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(text)
        ? { value: Number(text) }
        : { complaint: complaints.number }
    case 'boolean':
      return { value: text === 'yes' }
    case 'texts':
    case 'ids': {
      const lines = linesOf(text)
      return lines.length > MOST_LINES ? { complaint: complaints.many } : { value: lines }
    }
    case 'email':
      return matching(text, /^[^\s@]+@[^\s@]+$/, complaints.email)
    case 'url':
      return URL.canParse(text) ? { value: text } : { complaint: complaints.url }
    case 'color':
      return matching(text, /^#[0-9a-f]{6}$/i, complaints.color)
    case 'country':
      return matching(text, /^[a-z]{2}$/i, complaints.country)
    case 'text':
    case 'id':
    case 'secret':
    case 'rows':
      return { value: text }
    default:
      return type satisfies never
  }
}

/** What was typed, as it is sent, and what stands against each field. */
export interface ReadFields {
  readonly inputs: FilledInputs
  readonly complaints: Readonly<Record<string, string>>
}

/** `leftOut`: what API paths does not send, as far as that is known. */
export function readFields(
  { input }: AnyOperation,
  typed: TypedInputs,
  leftOut: readonly string[] = [],
): ReadFields {
  const inputs: Record<string, FilledInput> = {}
  const found: Record<string, string> = {}
  for (const field of input) {
    const text = (typed[field.name] ?? '').trim()
    const isEmpty = field.type === 'texts' || field.type === 'ids' ? linesOf(text).length === 0 : text === ''
    if (isEmpty) {
      if (field.isRequired) found[field.name] = complaints.needed
      continue
    }
    if (leftOut.includes(field.name)) {
      found[field.name] = complaints.leftOut
      continue
    }
    const read = readOne(field, text)
    if ('value' in read) inputs[field.name] = read.value
    else found[field.name] = read.complaint
  }
  return { inputs, complaints: found }
}

const typedOf = (value: FilledInput): string => {
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** Inputs as they stand in the fields. */
export const typedInputs = (inputs: FilledInputs): TypedInputs =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, typedOf(value)]))

import type { ApiMap } from '../../shared/apiMap'
import type { AppErrorOf } from '../../shared/errors'
import type { AnyOperation } from '../../shared/litemail/operation'
import { isAboutOne, isReading } from '../../shared/litemail/operations'
import { err, ok, type Result } from '../../shared/result'
import { hasDotSteps, judgeMap, type MapServer } from '../rules/apiMap'
import type { KeyHeader } from './authorize'
import type { OutboundRequest } from './exchange'

/** The value of one input; several in a query, a path or a header are sent as one text, with commas. */
export type InputValue =
  | string
  | number
  | boolean
  | readonly InputValue[]
  | { readonly [name: string]: InputValue }

/** Values by the names of the operations table. */
export type Inputs = Readonly<Record<string, InputValue>>

type InvalidInput = AppErrorOf<'invalid-input'>

const MOST_BYTES = 2 * 1024 * 1024
const MOST_LIST_BYTES = 16 * 1024 * 1024

/** What may stand in a header (RFC 9110, 5.5), without the bytes beyond ASCII that it calls opaque. */
const headerText = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

/** Whether a header can carry a text. */
export const isHeaderText = (text: string): boolean => headerText.test(text)

export interface MappedWish {
  readonly inputs: Inputs
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/**
 * The request of an operation as a map has it asked, without its key. Whatever map and inputs are, it stays at the server,
 * below its base path, and with a method that fits what the operation does: a map that is not fit (`judgeMap`), an input
 * that the operation does not have, that is missing, or that would lead elsewhere are `invalid-input`.
 */
export function mappedRequest(
  server: MapServer,
  operation: AnyOperation,
  map: ApiMap,
  { inputs, headers, timeoutMs }: MappedWish,
): Result<OutboundRequest, InvalidInput> {
  const refused = (issues: readonly string[]) => err({ kind: 'invalid-input' as const, issues: [...issues] })
  const issues = [...judgeMap(operation, map, server), ...findIssues(operation, map, inputs)]
  if (issues.length > 0) return refused(issues)
  const url = urlOf(server, map, inputs)
  if (url === null) return refused(['inputs: path'])
  const body = bodyOf(map, inputs)
  return ok({
    method: map.method,
    url,
    headers: {
      Accept: 'application/json',
      ...headers,
      ...Object.fromEntries(placedIn('header', map, inputs)),
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === null ? {} : { body }),
    timeoutMs,
    maxBytes: isReading(operation) && !isAboutOne(operation) ? MOST_LIST_BYTES : MOST_BYTES,
  })
}

/** How a request says who asks, where the account does it as `accounts`. */
export const keyHeaderOf = ({ authentication }: ApiMap, accounts: KeyHeader): KeyHeader => {
  if (authentication === 'account') return accounts
  return authentication === 'jwt' ? 'bearer' : 'x-api-key'
}

/** Names and rules only, never values. */
function findIssues({ input }: AnyOperation, map: ApiMap, inputs: Inputs): string[] {
  const unknown = Object.keys(inputs).filter((name) => !input.some((field) => field.name === name))
  const missing = input.filter(({ name, isRequired }) => isRequired && !Object.hasOwn(inputs, name))
  // At a sibling service no ids mean all of them.
  const empty = input.filter(({ name }) => Array.isArray(inputs[name]) && inputs[name].length === 0)
  const unfit = input.filter(
    ({ name }) =>
      Object.hasOwn(inputs, name) &&
      map.inputs[name]?.place === 'header' &&
      !isHeaderText(textOf(inputs[name] ?? '')),
  )
  return [
    ...unknown.map(() => 'inputs: unknown'),
    ...missing.map(({ name }) => `inputs.${name}: missing`),
    ...empty.map(({ name }) => `inputs.${name}: empty`),
    ...unfit.map(({ name }) => `inputs.${name}: header`),
  ]
}

const textOf = (value: InputValue): string =>
  Array.isArray(value) ? value.map(textOf).join(',') : String(value)

/** What goes to a place: by the names that it has there, as text. What the map leaves out goes nowhere. */
const placedIn = (place: 'query' | 'header', map: ApiMap, inputs: Inputs): (readonly [string, string])[] =>
  Object.entries(map.inputs).flatMap(([input, to]) =>
    to.place === place && Object.hasOwn(inputs, input)
      ? [[to.name, textOf(inputs[input] ?? '')] as const]
      : [],
  )

function urlOf(server: MapServer, map: ApiMap, inputs: Inputs): string | null {
  try {
    let isWhole = true
    const filled = map.path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const value = Object.hasOwn(inputs, name) ? textOf(inputs[name] ?? '') : ''
      isWhole &&= value !== ''
      return encodeURIComponent(value)
    })
    const query = placedIn('query', map, inputs)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
    const pathname = `${server.basePath}${filled}`
    const url = new URL(`${server.origin}${pathname}${query === '' ? '' : `?${query}`}`)
    // A path that is not read as it was written has steps in it that lead elsewhere; one with nothing in it is another's.
    const isAsWritten = url.origin === server.origin && url.pathname === pathname && !hasDotSteps(filled)
    return isWhole && isAsWritten ? url.href : null
  } catch {
    // Half a character cannot be written in a URL at all.
    return null
  }
}

function bodyOf(map: ApiMap, inputs: Inputs): string | null {
  const given = Object.entries(map.inputs).filter(
    ([input, { place }]) => place === 'body' && Object.hasOwn(inputs, input),
  )
  return given.length === 0
    ? null
    : JSON.stringify(nest(given.map(([input, { name }]) => [name.split('.'), inputs[input] ?? ''])))
}

type Placed = readonly (readonly [readonly string[], InputValue])[]

/** Fields of fields out of the steps that lead to them; none of them leads into another (`judgeMap`). */
function nest(placed: Placed): { readonly [name: string]: InputValue } {
  const names = [...new Set(placed.map(([[name = '']]) => name))]
  return Object.fromEntries(
    names.map((name) => {
      const mine = placed.filter(([[first]]) => first === name)
      const [[steps, value] = [[], '']] = mine
      if (steps.length === 1) return [name, value]
      return [name, nest(mine.map(([[, ...rest], inner]) => [rest, inner] as const))]
    }),
  )
}

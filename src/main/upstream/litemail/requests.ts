import type { AppErrorOf } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import {
  isAboutOne,
  type KnownOperation,
  type OperationId,
  operationOf,
} from '../../../shared/litemail/operations'
import { err, ok, type Result } from '../../../shared/result'
import type { OutboundRequest } from '../exchange'

/** What of an account says where its requests go. */
export type LitemailServer = Pick<LitemailAccount, 'origin' | 'basePath'>

/** The value of one input; several in a query or a path are sent as one text, with commas. */
export type InputValue =
  | string
  | number
  | boolean
  | readonly InputValue[]
  | { readonly [name: string]: InputValue }

/** Values by the names of the operations table. */
export type Inputs = Readonly<Record<string, InputValue>>

export interface OperationWish {
  readonly inputs?: Inputs
  /** '' or left out: the primary workspace, without a header. */
  readonly workspaceId?: string
  /** What remains of the caller's deadline, in milliseconds. */
  readonly timeoutMs: number
}

type InvalidInput = AppErrorOf<'invalid-input'>

const MOST_BYTES = 2 * 1024 * 1024
const MOST_LIST_BYTES = 16 * 1024 * 1024

/** What may stand in a header (RFC 9110, 5.5), without the bytes beyond ASCII that it calls opaque. */
const headerText = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

/**
 * The request of an operation of the table, without its key ("API reference"). Whatever an id is, the request stays at the
 * account's server, below its base path, at the operation's own path: an id that would leave it, an input that the table
 * does not have or that is missing, and a workspace that no header can carry are `invalid-input`.
 */
export function operationRequest(
  server: LitemailServer,
  id: OperationId,
  { inputs = {}, workspaceId = '', timeoutMs }: OperationWish,
): Result<OutboundRequest, InvalidInput> {
  const operation = operationOf(id)
  const issues = findIssues(operation, inputs)
  if (workspaceId !== '' && !headerText.test(workspaceId)) issues.push('workspaceId: format')
  const url = issues.length > 0 ? null : urlOf(server, operation, inputs)
  if (url === null)
    return err({ kind: 'invalid-input', issues: issues.length > 0 ? issues : ['inputs: path'] })
  const body = bodyOf(operation, inputs)
  return ok({
    method: operation.method,
    url,
    headers: {
      Accept: 'application/json',
      ...(workspaceId === '' ? {} : { 'x-workspace-key': workspaceId }),
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === null ? {} : { body }),
    timeoutMs,
    maxBytes: operation.method === 'GET' && !isAboutOne(operation) ? MOST_LIST_BYTES : MOST_BYTES,
  })
}

/** Names and rules only, never values. */
function findIssues({ input }: KnownOperation, inputs: Inputs): string[] {
  const unknown = Object.keys(inputs).filter((name) => !input.some((field) => field.name === name))
  const missing = input.filter(({ name, isRequired }) => isRequired && !Object.hasOwn(inputs, name))
  // At a sibling service no ids mean all of them.
  const empty = input.filter(({ name }) => Array.isArray(inputs[name]) && inputs[name].length === 0)
  return [
    ...unknown.map(() => 'inputs: unknown'),
    ...missing.map(({ name }) => `inputs.${name}: missing`),
    ...empty.map(({ name }) => `inputs.${name}: empty`),
  ]
}

const textOf = (value: InputValue): string =>
  Array.isArray(value) ? value.map(textOf).join(',') : String(value)

function urlOf(server: LitemailServer, { path, input }: KnownOperation, inputs: Inputs): string | null {
  const given = input.filter(({ name }) => Object.hasOwn(inputs, name))
  try {
    const filled = given
      .filter(({ place }) => place === 'path')
      .reduce(
        (text, { name }) => text.replace(`{${name}}`, () => encodeURIComponent(textOf(inputs[name] ?? ''))),
        path,
      )
    const query = given
      .filter(({ place }) => place === 'query')
      .map(({ name }) => `${name}=${encodeURIComponent(textOf(inputs[name] ?? ''))}`)
      .join('&')
    const pathname = `${server.basePath}${filled}`
    const url = new URL(`${server.origin}${pathname}${query === '' ? '' : `?${query}`}`)
    // A path that is not read as it was written has steps in it that lead elsewhere; one with nothing in it is another's.
    const isOwn = url.origin === server.origin && url.pathname === pathname
    return isOwn && !/\/(?:\/|$)/.test(filled) ? url.href : null
  } catch {
    // Half a character cannot be written in a URL at all.
    return null
  }
}

function bodyOf({ input }: KnownOperation, inputs: Inputs): string | null {
  const given = input.filter(({ name, place }) => place === 'body' && Object.hasOwn(inputs, name))
  return given.length === 0
    ? null
    : JSON.stringify(Object.fromEntries(given.map(({ name }) => [name, inputs[name]])))
}

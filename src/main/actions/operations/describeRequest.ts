import type { AppError } from '../../../shared/errors'
import type { AnyOperation } from '../../../shared/litemail/operation'
import type {
  AskedOperation,
  DescribedRequest,
  FilledInput,
  FilledInputs,
} from '../../../shared/operationAnswer'
import { err, ok, type Result } from '../../../shared/result'
import { curlCommand } from '../../rules/curlCommand'
import { judgeFilled, leftOutOf } from '../../rules/operationInputs'
import type { KeyHeader } from '../../upstream/authorize'
import { isHeaderText, keyHeaderOf, mappedRequest } from '../../upstream/mappedRequest'
import { findAskedOperation } from '../apiPaths/askedAccount'
import { mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'

/** What stands for the key, as a variable of a shell. */
const variables = { litemail: '$LITEMAIL_KEY', likedo: '$LIKEDO_KEY' } as const

const headerOf = (keyHeader: KeyHeader, variable: string) =>
  keyHeader === 'bearer'
    ? { name: 'Authorization', value: `Bearer ${variable}`, isKey: true }
    : { name: 'x-api-key', value: variable, isKey: true }

/** What the operation needs and is not filled in, or cannot be sent so. */
const missingOf = (operation: AnyOperation, inputs: FilledInputs): string[] => {
  const issues = judgeFilled(operation, inputs)
  return operation.input
    .filter(({ name }) => issues.some((issue) => issue.startsWith(`inputs.${name}: `)))
    .map(({ name }) => name)
}

/** What is filled in and is not to be read by others: neither in the window nor in a command. */
const secretsOf = ({ input }: AnyOperation, inputs: FilledInputs): string[] =>
  input.filter(({ name, type }) => type === 'secret' && Object.hasOwn(inputs, name)).map(({ name }) => name)

/** `{name}` for what is missing or hidden, so that the rest of the request can be seen. */
function withPlaces({ input }: AnyOperation, inputs: FilledInputs, hidden: readonly string[]): FilledInputs {
  const places = input.flatMap(({ name, type }): (readonly [string, FilledInput])[] => {
    if (!hidden.includes(name)) return []
    return [[name, type === 'ids' || type === 'texts' ? [`{${name}}`] : `{${name}}`]]
  })
  const known = Object.entries(inputs).filter(([name]) => !hidden.includes(name))
  return Object.fromEntries([...known, ...places])
}

/**
 * The request of an operation as it would be sent, with names in place of key and secrets. Nothing is sent, and no key is asked for.
 * `invalid-input` for an input that the operation does not have, or a map that is not fit.
 */
export async function describeRequest(
  context: Context,
  { accountId, operation: id, workspaceId, inputs }: AskedOperation,
): Promise<Result<DescribedRequest, AppError>> {
  const asking = await findAskedOperation(context, accountId, id)
  if (!asking.ok) return asking
  const { account, operation } = asking.value
  const asked = await mapOf(context, accountId, operation)
  if (!asked.ok) return asked
  const { service, server, keyHeader } = account
  if (workspaceId !== '' && !isHeaderText(workspaceId)) {
    return err({ kind: 'invalid-input', issues: ['workspaceId: format'] })
  }
  const missing = missingOf(operation, inputs)
  const hidden = [...missing, ...secretsOf(operation, inputs)]
  const request = mappedRequest(server, operation, asked.value.map, {
    inputs: withPlaces(operation, inputs, hidden),
    headers: workspaceId === '' || service === 'likedo' ? {} : { 'x-workspace-key': workspaceId },
    timeoutMs: 0,
  })
  if (!request.ok) return request
  const { method, headers, body = null } = request.value
  const key = headerOf(keyHeaderOf(asked.value.map, keyHeader), variables[service])
  const named = {
    method,
    url: hidden.reduce((url, name) => url.replaceAll(`%7B${name}%7D`, `{${name}}`), request.value.url),
    headers: [key, ...Object.entries(headers).map(([name, value]) => ({ name, value }))],
    body,
  }
  return ok({
    ...named,
    headers: named.headers.map(({ name, value }) => ({ name, value })),
    curl: curlCommand(named),
    missing,
    leftOut: leftOutOf(operation, asked.value.map),
    keyVariable: variables[service],
    askedSince: asked.value.changedAt,
  })
}

/** Puts the request on the clipboard, as a command that takes the key from the environment. */
export async function copyAsCurl(context: Context, asked: AskedOperation): Promise<Result<void, AppError>> {
  const described = await describeRequest(context, asked)
  if (!described.ok) return described
  return context.copy(described.value.curl)
}

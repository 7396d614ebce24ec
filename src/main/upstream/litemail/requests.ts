import type { ApiMap } from '../../../shared/apiMap'
import type { AppErrorOf } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { type OperationId, operationOf } from '../../../shared/litemail/operations'
import { err, type Result } from '../../../shared/result'
import { effectiveMap } from '../../rules/apiMap'
import type { OutboundRequest } from '../exchange'
import { type Inputs, isHeaderText, mappedRequest } from '../mappedRequest'

export type { Inputs, InputValue } from '../mappedRequest'

/** What of an account says where its requests go. */
export type LitemailServer = Pick<LitemailAccount, 'origin' | 'basePath'>

export interface OperationWish {
  readonly inputs?: Inputs
  /** '' or left out: the primary workspace, without a header. */
  readonly workspaceId?: string
  /** What remains of the caller's deadline, in milliseconds. */
  readonly timeoutMs: number
}

/**
 * The request of an operation of the table, without its key ("API reference"), as the account's user has it asked: `map`, or
 * null for the table's own. Whatever an id is, the request stays at the account's server, below its base path, at the
 * operation's own path; see `mappedRequest`. A workspace that no header can carry is `invalid-input`, too.
 */
export function operationRequest(
  server: LitemailServer,
  id: OperationId,
  { inputs = {}, workspaceId = '', timeoutMs }: OperationWish,
  map: ApiMap | null = null,
): Result<OutboundRequest, AppErrorOf<'invalid-input'>> {
  if (workspaceId !== '' && !isHeaderText(workspaceId)) {
    return err({ kind: 'invalid-input', issues: ['workspaceId: format'] })
  }
  const operation = operationOf(id)
  const headers = workspaceId === '' ? {} : { 'x-workspace-key': workspaceId }
  return mappedRequest(server, operation, effectiveMap(operation, map), { inputs, headers, timeoutMs })
}

import type { ApiPath, ApiPathDetails } from '../../../shared/apiPath'
import type { AppError } from '../../../shared/errors'
import type { AnyOperation } from '../../../shared/litemail/operation'
import { ok, type Result } from '../../../shared/result'
import { effectiveMap, isTableMap, tableMap } from '../../rules/apiMap'
import type { KeptMap } from '../../store/apiMaps'
import type { OperationAnswer } from '../../store/operationAnswers'
import type { Context } from '../context'
import { findAskedAccount, findAskedOperation, isDocumented } from './askedAccount'

function standingOf(
  operation: AnyOperation,
  kept: KeptMap | null,
  answer: OperationAnswer | null,
): ApiPath['standing'] {
  if (answer !== null && answer.workedAt !== null) return 'worked'
  return isDocumented(operation, kept) ? 'documented' : 'guessed'
}

function rowOf(operation: AnyOperation, kept: KeptMap | null, answer: OperationAnswer | null): ApiPath {
  const { id, group, titles, effect } = operation
  const { method, path } = effectiveMap(operation, kept?.map ?? null)
  return {
    operation: id,
    group,
    title: titles[0],
    effect,
    standing: standingOf(operation, kept, answer),
    workedAt: answer?.workedAt ?? null,
    method,
    path,
    isChanged: kept !== null && !isTableMap(operation, kept.map),
    last: answer === null || answer.at === null ? null : { at: answer.at, problem: answer.problem },
  }
}

/** Every operation of an account's service, in the order of its table. */
export async function listApiPaths(
  context: Context,
  accountId: string,
): Promise<Result<ApiPath[], AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const maps = await context.store.read('apiMaps.list', accountId)
  if (!maps.ok) return maps
  const answers = await context.store.read('operations.answers', accountId)
  if (!answers.ok) return answers
  return ok(
    account.value.operations.map((operation) =>
      rowOf(
        operation,
        maps.value.find((one) => one.operation === operation.id) ?? null,
        answers.value.find((one) => one.operation === operation.id) ?? null,
      ),
    ),
  )
}

/** The row of one operation. */
export async function readApiPath(
  context: Context,
  accountId: string,
  operationId: string,
): Promise<Result<ApiPath, AppError>> {
  const asking = await findAskedOperation(context, accountId, operationId)
  if (!asking.ok) return asking
  const { operation } = asking.value
  const found = await context.store.read('apiMaps.get', { accountId, operation: operationId })
  if (!found.ok) return found
  const answer = await context.store.read('operations.answer', { accountId, operation: operationId })
  return answer.ok ? ok(rowOf(operation, found.value.kept, answer.value)) : answer
}

/** How an operation is asked, in full, and what stood where in its last answer. */
export async function readApiPathDetails(
  context: Context,
  accountId: string,
  operationId: string,
): Promise<Result<ApiPathDetails, AppError>> {
  const asking = await findAskedOperation(context, accountId, operationId)
  if (!asking.ok) return asking
  const { operation } = asking.value
  const found = await context.store.read('apiMaps.get', { accountId, operation: operationId })
  if (!found.ok) return found
  const shape = await context.store.read('operations.shape', { accountId, operation: operationId })
  if (!shape.ok) return shape
  const { kept, canUndo } = found.value
  return ok({
    operation: operationId,
    map: effectiveMap(operation, kept?.map ?? null),
    table: tableMap(operation),
    canUndo,
    source: kept?.source ?? null,
    lastShape: shape.value,
  })
}

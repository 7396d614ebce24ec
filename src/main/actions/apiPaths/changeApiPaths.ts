import type { ApiMap, ApiMapSource } from '../../../shared/apiMap'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { isWorthKeeping, judgeMap } from '../../rules/apiMap'
import type { MapChange } from '../../store/apiMaps'
import type { Context } from '../context'
import { findAskedAccount, findAskedOperation, findOperation, isChangedMap } from './askedAccount'

/** Whether an operation of an account can be asked so: `invalid-input` with the words of what stands against it. */
export async function judgeApiPath(
  context: Context,
  { accountId, operation: id, map }: { accountId: string; operation: string; map: ApiMap },
): Promise<Result<void, AppError>> {
  const asking = await findAskedOperation(context, accountId, id)
  if (!asking.ok) return asking
  const { account, operation } = asking.value
  const issues = judgeMap(operation, map, account.server)
  return issues.length === 0 ? ok(undefined) : err({ kind: 'invalid-input', issues: [...issues] })
}

/**
 * Has operations of an account asked otherwise from now on, all of them or, where one cannot be asked so, none
 * (`invalid-input`). What came of those before that are asked otherwise now is forgotten; each can be taken back. A map that
 * says what the table says is kept only where it was read in the documentation.
 */
export async function takeApiPaths(
  context: Context,
  { accountId, changes, source }: { accountId: string; changes: readonly MapChange[]; source: ApiMapSource },
): Promise<Result<void, AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const taken: MapChange[] = []
  for (const { operation: id, map } of changes) {
    const operation = findOperation(account.value, id)
    if (!operation.ok) return operation
    const issues = map === null ? [] : judgeMap(operation.value, map, account.value.server)
    if (issues.length > 0) return err({ kind: 'invalid-input', issues: [...issues] })
    const isKept = map !== null && isWorthKeeping(operation.value, map, source)
    taken.push({ operation: id, map: isKept ? map : null })
  }
  const at = context.clock.now()
  return present(await context.store.write('apiMaps.take', { accountId, changes: taken, source, at }))
}

const present = (kept: Result<boolean, AppError>): Result<void, AppError> => {
  if (!kept.ok) return kept
  return kept.value ? ok(undefined) : err({ kind: 'not-found', what: 'account' })
}

/** Takes the last change of an operation back. */
export async function undoApiPath(
  context: Context,
  about: { accountId: string; operation: string },
): Promise<Result<void, AppError>> {
  const account = await findAskedAccount(context, about.accountId)
  if (!account.ok) return account
  const undone = await context.store.write('apiMaps.undo', about)
  if (!undone.ok) return undone
  return undone.value ? ok(undefined) : err({ kind: 'nothing-to-undo' })
}

/**
 * Has one operation, or all that were changed (null), asked as the table says; each can be taken back. With all of them, what
 * the documentation says as the table does stays: it is asked so.
 */
export async function resetApiPaths(
  context: Context,
  { accountId, operation }: { accountId: string; operation: string | null },
): Promise<Result<readonly string[], AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const kept = await context.store.read('apiMaps.list', accountId)
  if (!kept.ok) return kept
  const changes = kept.value
    .filter((one) => (operation === null ? isChangedMap(account.value, one) : one.operation === operation))
    .map((one) => ({ operation: one.operation, map: null }))
  const at = context.clock.now()
  const taken = present(await context.store.write('apiMaps.take', { accountId, changes, source: 'hand', at }))
  return taken.ok ? ok(changes.map((change) => change.operation)) : taken
}

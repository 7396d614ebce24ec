import type { AppError } from '../../../shared/errors'
import { operationOf } from '../../../shared/litemail/operations'
import { isGrave, type WritingId } from '../../../shared/litemail/writing'
import { ok, type Result } from '../../../shared/result'
import { isConfirmed } from '../../rules/apiMap'
import type { Context } from '../context'

/**
 * Whether an operation may be sent: one that spends or destroys, and whose request is only guessed, may once its user has
 * pasted the documentation's sample of it, or says to have read its page. Another path locks it again.
 */
export async function isUnlocked(
  { store }: Context,
  accountId: string,
  operation: WritingId,
): Promise<Result<boolean, AppError>> {
  if (!isGrave(operation) || operationOf(operation).evidence === 'documented') return ok(true)
  const map = await store.read('apiMaps.get', { accountId, operation })
  if (!map.ok) return map
  if (map.value.kept !== null && isConfirmed(map.value.kept.source)) return ok(true)
  return store.read('operations.isUnlocked', { accountId, operation })
}

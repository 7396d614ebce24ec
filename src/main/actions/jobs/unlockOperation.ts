import type { AppError } from '../../../shared/errors'
import { operationOf } from '../../../shared/litemail/operations'
import { isGrave, type WritingId } from '../../../shared/litemail/writing'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Whether an operation may be sent: it is locked until its user knows how it is asked; see `operationUnlocks`. */
export const isUnlocked = (
  { store }: Context,
  accountId: string,
  operation: WritingId,
): Promise<Result<boolean, AppError>> => store.read('operations.isUnlocked', { accountId, operation })

/**
 * Whether the first of several rows goes alone, and is looked at before the others: where what spends or destroys is asked as
 * Litemail's documentation was not read to say, and has never worked here.
 */
export async function isFirstAlone(
  { store }: Context,
  accountId: string,
  operation: WritingId,
  rows: number,
): Promise<Result<boolean, AppError>> {
  if (rows < 2 || !isGrave(operation)) return ok(false)
  const map = await store.read('apiMaps.get', { accountId, operation })
  if (!map.ok) return map
  if (map.value.kept === null && operationOf(operation).evidence === 'documented') return ok(false)
  const answer = await store.read('operations.answer', { accountId, operation })
  return answer.ok ? ok(typeof answer.value?.workedAt !== 'number') : answer
}

import { isLikeDoOperationId, likedoOperationOf } from '../../../../shared/likedo/operations'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { isOperationId, operationOf } from '../../../../shared/litemail/operations'

/** The row of an operation in the table of whichever service has it; null where none has. */
export function askedOperation(id: string): AnyOperation | null {
  if (isOperationId(id)) return operationOf(id)
  return isLikeDoOperationId(id) ? likedoOperationOf(id) : null
}

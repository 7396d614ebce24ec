import { isLikeDoOperationId, likedoOperationOf } from '../../../../shared/likedo/operations'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { isOperationId, operationOf } from '../../../../shared/litemail/operations'

/** The row of an operation in the table of whichever service has it; null where none has. */
export function askedOperation(id: string): AnyOperation | null {
  if (isOperationId(id)) return operationOf(id)
  return isLikeDoOperationId(id) ? likedoOperationOf(id) : null
}

/** Whether it only reads, so that it is asked with GET, or with a POST of which its user says so. */
export const isRead = ({ effect, method }: AnyOperation): boolean =>
  effect === 'read' || (effect === 'link' && method === 'GET')

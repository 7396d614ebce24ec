import type { Method } from '../../shared/contract'
import type { operationsMethods } from '../../shared/contract/operations'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/operations.ts`. */
export function createOperationsHandlers(
  _context: Context,
): Pick<Handlers, Extract<Method, keyof typeof operationsMethods>> {
  return {}
}

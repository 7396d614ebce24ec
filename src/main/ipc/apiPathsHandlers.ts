import type { Method } from '../../shared/contract'
import type { apiPathsMethods } from '../../shared/contract/apiPaths'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/apiPaths.ts`. */
export function createApiPathsHandlers(
  _context: Context,
): Pick<Handlers, Extract<Method, keyof typeof apiPathsMethods>> {
  return {}
}

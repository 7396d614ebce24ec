import type { Method } from '../../shared/contract'
import type { healthMethods } from '../../shared/contract/health'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/health.ts`. */
export function createHealthHandlers(
  _context: Context,
): Pick<Handlers, Extract<Method, keyof typeof healthMethods>> {
  return {}
}

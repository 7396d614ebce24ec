import type { Method } from '../../shared/contract'
import type { messagesMethods } from '../../shared/contract/messages'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/messages.ts`. */
export function createMessagesHandlers(
  _context: Context,
): Pick<Handlers, Extract<Method, keyof typeof messagesMethods>> {
  return {}
}

import type { Method } from '../../shared/contract'
import type { credentialsMethods } from '../../shared/contract/credentials'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/credentials.ts`. */
export function createCredentialsHandlers(
  _context: Context,
): Pick<Handlers, Extract<Method, keyof typeof credentialsMethods>> {
  return {}
}

import type { Method } from '../../shared/contract'
import type { billingMethods } from '../../shared/contract/billing'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/billing.ts`. */
export function createBillingHandlers({
  store,
  clock,
}: Context): Pick<Handlers, Extract<Method, keyof typeof billingMethods>> {
  return {
    'billing.get': () => store.read('billing.get', clock.now()),
    'tags.known': ({ accountId }) => store.read('tags.known', accountId),
    'workspaces.known': ({ accountId }) => store.read('workspaces.known', accountId),
  }
}

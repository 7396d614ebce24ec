import type { Method } from '../../shared/contract'
import type { activityMethods } from '../../shared/contract/activity'
import { exportActivity } from '../actions/activity/exportActivity'
import { readActivity } from '../actions/activity/readActivity'
import { readAttention } from '../actions/activity/readAttention'
import type { Context } from '../actions/context'
import type { Handlers } from './dispatch'

/** One line a method of `contract/activity.ts`. */
export function createActivityHandlers(
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof activityMethods>> {
  const { store, clock } = context
  return {
    'activity.list': (page) => store.read('activity.list', { ...page, now: clock.now() }),
    'activity.get': ({ id }) => readActivity(context, id),
    'activity.attention': () => readAttention(context),
    'activity.export': (wish) => exportActivity(context, wish),
  }
}

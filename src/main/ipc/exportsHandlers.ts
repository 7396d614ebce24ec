import type { Method } from '../../shared/contract'
import type { exportsMethods } from '../../shared/contract/exports'
import type { Context } from '../actions/context'
import { chooseNotExported, findNotExported } from '../actions/exports/findNotExported'
import type { Handlers } from './dispatch'

/** One line a method of `contract/exports.ts`. */
export const createExportsHandlers = (
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof exportsMethods>> => ({
  'exports.begun': ({ accountId }) => context.store.read('exports.begun', accountId),
  'exports.notExported': (wish) => findNotExported(context, wish),
  'exports.chooseNotExported': (wish) => chooseNotExported(context, wish),
})

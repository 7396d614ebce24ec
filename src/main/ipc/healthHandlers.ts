import type { Method } from '../../shared/contract'
import type { healthMethods } from '../../shared/contract/health'
import type { Context } from '../actions/context'
import { readAboutHealth } from '../actions/health/askHealth'
import { checkDomain } from '../actions/health/checkDns'
import { checkPropagation, copyNameServers, readNameServers, readRecords } from '../actions/health/readDns'
import type { Handlers } from './dispatch'

/** One line a method of `contract/health.ts`. */
export function createHealthHandlers(
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof healthMethods>> {
  return {
    'health.get': ({ id }) => readAboutHealth(context, id),
    'health.history': ({ id }) => context.store.read('dns.history', id),
    'health.check': ({ id }) => checkDomain(context, id),
    'health.records': ({ id }) => readRecords(context, id),
    'health.nameServers': ({ id }) => readNameServers(context, id),
    'health.propagation': ({ id }) => checkPropagation(context, id),
    'health.copyNameServers': ({ id }) => copyNameServers(context, id),
  }
}

import { loopbackMethods } from '../loopback/remote'
import type { LikeDo } from './server'

/** What of a LikeDo can be called from another process. */
export const remoteMethods = [
  ...loopbackMethods,
  'configure',
  'addressesOf',
  'holdersOf',
  'hold',
  'remove',
  'deliver',
  'addUser',
  'addKey',
  'revokeKey',
  'skipTime',
] as const satisfies readonly (keyof LikeDo)[]

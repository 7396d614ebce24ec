import { loopbackMethods } from '../loopback/remote'
import type { Litemail } from './server'

/** What of a Litemail can be called from another process. */
export const remoteMethods = [
  ...loopbackMethods,
  'configure',
  'addUser',
  'addKey',
  'revokeKey',
  'token',
  'skipTime',
  'holdings',
  'addMailbox',
  'changeMailbox',
  'removeMailboxes',
  'changeDomain',
  'removeDomains',
  'acts',
  'pay',
  'finishExports',
] as const satisfies readonly (keyof Litemail)[]

import type { LikeDo } from './server'

/** What of a server can be called from another process. */
export const remoteMethods = [
  'next',
  'clearFaults',
  'configure',
  'addressesOf',
  'holdersOf',
  'hold',
  'remove',
  'addUser',
  'addKey',
  'revokeKey',
  'skipTime',
  'when',
  'release',
  'settled',
  'forget',
  'goOffline',
  'comeBack',
] as const satisfies readonly (keyof LikeDo)[]

export type RemoteMethod = (typeof remoteMethods)[number]

/** Where a server in a process of its own can be reached: the line that it prints. */
export interface RemotePorts {
  readonly origin: string
  readonly port: number
  readonly controlPort: number
}

import { join } from 'node:path'
import { type Remote, startProcess } from '../loopback/remote'
import { remoteMethods } from './remoteMethods'
import type { Litemail, LitemailOptions } from './server'

type RemoteMethod = (typeof remoteMethods)[number]

export type LitemailProcess = Remote<Litemail, RemoteMethod>

/** Starts a Litemail in a process of its own, which ends with this one: for many rows, or where its work would be measured too. */
export const startLitemailProcess = (options: LitemailOptions = {}): Promise<LitemailProcess> =>
  startProcess<Litemail, RemoteMethod>(join(import.meta.dirname, 'process.ts'), options, remoteMethods)

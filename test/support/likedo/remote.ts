import { join } from 'node:path'
import { type Remote, startProcess } from '../loopback/remote'
import { remoteMethods } from './remoteMethods'
import type { LikeDo, LikeDoOptions } from './server'

type RemoteMethod = (typeof remoteMethods)[number]

export type LikeDoProcess = Remote<LikeDo, RemoteMethod>

/** Starts a LikeDo in a process of its own, which ends with this one. */
export const startLikeDoProcess = (options: LikeDoOptions = {}): Promise<LikeDoProcess> =>
  startProcess<LikeDo, RemoteMethod>(join(import.meta.dirname, 'process.ts'), options, remoteMethods)

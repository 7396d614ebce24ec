import { join } from 'node:path'
import { type Remote, startProcess } from '../loopback/remote'
import { remoteMethods } from './remoteMethods'
import type { LikeDo, LikeDoOptions } from './server'

export type LikeDoProcess = Remote<LikeDo, (typeof remoteMethods)[number]>

/** Starts a LikeDo in a process of its own, which ends with this one. */
export const startLikeDoProcess = (options: LikeDoOptions = {}): Promise<LikeDoProcess> =>
  startProcess(join(import.meta.dirname, 'process.ts'), options, remoteMethods)

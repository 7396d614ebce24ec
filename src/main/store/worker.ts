import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { serveStore } from './serve'

const setup = z.object({
  role: z.enum(['writer', 'reader', 'follower']),
  folder: z.string(),
  busyTimeoutMs: z.number(),
})

if (parentPort) serveStore(parentPort, setup.parse(workerData))

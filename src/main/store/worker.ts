import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { serveStore } from './serve'

const setup = z.object({
  role: z.enum(['writer', 'reader', 'follower', 'aside']),
  folder: z.string(),
  busyTimeoutMs: z.number(),
  file: z.string().optional(),
  isTolerant: z.boolean().optional(),
})

if (parentPort) serveStore(parentPort, setup.parse(workerData))

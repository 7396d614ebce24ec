import { Worker } from 'node:worker_threads'
import { err } from '../../shared/result'
import type { ReadApiFile } from './apiFileThread'

const BUNDLE = new URL('./api-file-thread.js', import.meta.url)
/** YAML of the greatest size takes a third of it; JSON a hundredth. */
const DEADLINE_MS = 60_000
const MOST_MEGABYTES = 1_024

export interface ApiFileThread {
  /** The bundle of `apiFileThread.ts`; by default it lies beside this module's own. */
  readonly url?: URL
  /** How long reading may take, in milliseconds. */
  readonly deadlineMs?: number
  /** Its user does not want it any more. */
  readonly signal?: AbortSignal
}

/**
 * Reads what a file says of how operations are asked: OpenAPI as JSON or YAML, or Mailroom's own maps, at most 10 MB and 2,000
 * operations. In a thread of its own, so that no file holds anything else up, takes more than its memory, or goes on for
 * ever. What stands against the file is a value; null: it was not wanted any more. Rejects where the thread cannot be had.
 */
export async function readApiFile(
  path: string,
  { url = BUNDLE, deadlineMs = DEADLINE_MS, signal }: ApiFileThread = {},
): Promise<ReadApiFile | null> {
  if (signal?.aborted === true) return null
  const worker = new Worker(url, {
    workerData: { path },
    name: 'api-file',
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  const tooMuch: ReadApiFile = err({ kind: 'api-file', problem: 'too-much', line: null })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadApiFile | null>((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve(null), { once: true })
      timer = setTimeout(() => resolve(tooMuch), deadlineMs)
      worker.on('message', resolve)
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooMuch)
        else reject(error)
      })
      worker.on('exit', () => reject(new Error('the thread that reads files of APIs ended')))
    })
  } finally {
    clearTimeout(timer)
    worker.removeAllListeners()
    // What a thread says that is being ended concerns nobody.
    worker.on('error', () => undefined)
    await worker.terminate()
  }
}

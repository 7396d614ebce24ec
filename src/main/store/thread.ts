import { Worker } from 'node:worker_threads'
import type { Answer, Ask, Cause, NumberedAnswer, NumberedAsk, ThreadSetup } from './protocol'

/** One thread of the store, seen from main. */
export interface Thread {
  /** Always answers, also when the thread has died or dies over it. */
  ask(ask: Ask): Promise<Answer>
  /** Lets the thread finish what it was asked, close its database, and end. */
  end(): Promise<void>
}

const causeOf = (error: unknown): Cause =>
  error instanceof Error ? { code: error.name, message: error.message } : { code: 'unknown', message: '' }

const withResolver = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

const makeWorker = (url: URL, setup: ThreadSetup, die: (cause: Cause) => void): Worker | null => {
  try {
    return new Worker(url, { workerData: setup, name: `store-${setup.role}` })
  } catch (error) {
    die(causeOf(error))
    return null
  }
}

/**
 * Starts a thread that runs the bundle at `workerUrl`. `onDeath` is told when it ends without having been asked to.
 */
export function startThread(workerUrl: URL, setup: ThreadSetup, onDeath: (cause: Cause) => void): Thread {
  const waiting = new Map<number, (answer: Answer) => void>()
  let count = 0
  let isEnding = false
  let death: Cause | null = null

  const failure = (cause: Cause): Answer => ({ ok: false, problem: 'failed', cause })
  const { promise: gone, resolve: leave } = withResolver()
  const die = (cause: Cause): void => {
    if (death) return
    death = cause
    for (const answer of waiting.values()) answer(failure(cause))
    waiting.clear()
    if (!isEnding) onDeath(cause)
    leave()
  }

  const worker = makeWorker(workerUrl, setup, die)
  worker?.on('message', ({ id, answer }: NumberedAnswer) => {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  worker?.on('messageerror', (error) => die(causeOf(error)))
  worker?.on('error', (error) => die(causeOf(error)))
  worker?.on('exit', (code) => die({ code: 'exit', message: `the thread ended with code ${code}` }))

  const ask = (question: Ask): Promise<Answer> => {
    if (death) return Promise.resolve(failure(death))
    return new Promise((resolve) => {
      const message: NumberedAsk = { id: count++, ask: question }
      waiting.set(message.id, resolve)
      try {
        worker?.postMessage(message)
      } catch (error) {
        // Input that cannot be copied to another thread.
        waiting.delete(message.id)
        resolve(failure(causeOf(error)))
      }
    })
  }

  return {
    ask,
    async end() {
      if (isEnding) return gone
      const closed = ask({ kind: 'close' })
      isEnding = true
      await closed
      await worker?.terminate()
      await gone
    },
  }
}

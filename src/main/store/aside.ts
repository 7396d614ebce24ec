import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { ContentPage } from './content'
import type { Answer, ThreadSetup } from './protocol'
import type { StoreFault } from './store'
import { startThread } from './thread'

type StorageResult<T> = Result<T, AppErrorOf<'storage'>>

/** Work on whole database files, each in a thread of its own that stands in nobody's way and ends with it. */
export interface Aside {
  /**
   * All content of a file (absolute path), page by page as asked for and as of one moment. The first error is the
   * last value. `isTolerant`: goes on past what is damaged.
   */
  readContent(file: string, how: { readonly isTolerant: boolean }): AsyncGenerator<StorageResult<ContentPage>>
  /**
   * A whole copy of a database at `target` (absolute path, readable by its user alone), or none; without what Litemail tells
   * again. Answers its bytes.
   */
  copy(file: string, target: string): Promise<StorageResult<number>>
}

const BUSY_TIMEOUT_MS = 5_000

export interface AsideParts {
  /** Where what must be written meanwhile goes. */
  readonly folder: string
  readonly workerUrl?: URL | undefined
  readonly onFault?: ((fault: StoreFault) => void) | undefined
}

export function createAside(parts: AsideParts): Aside {
  const report = (method: string | null, cause: { code: string; message: string }): void =>
    parts.onFault?.({ thread: 'aside', method, ...cause })
  const start = (file: string, isTolerant: boolean) => {
    const { folder } = parts
    const setup: ThreadSetup = { role: 'aside', folder, busyTimeoutMs: BUSY_TIMEOUT_MS, file, isTolerant }
    return startThread(parts.workerUrl ?? new URL('./store-worker.js', import.meta.url), setup, (cause) =>
      report(null, cause),
    )
  }
  const resultOf = <T>(method: string, answer: Answer): StorageResult<T> => {
    // The thread's methods are those of asideServe.ts: what they return is what their names say.
    if (answer.ok) return ok(answer.value as T)
    report(method, answer.cause)
    return err({ kind: 'storage', problem: answer.problem })
  }

  return {
    async *readContent(file, { isTolerant }) {
      const thread = start(file, isTolerant)
      try {
        const opened = resultOf('open', await thread.ask({ kind: 'open' }))
        if (!opened.ok) {
          yield opened
          return
        }
        for (;;) {
          const answer = await thread.ask({ kind: 'call', method: 'content.next', input: [] })
          const page = resultOf<ContentPage | null>('content.next', answer)
          if (!page.ok) {
            yield page
            return
          }
          if (page.value === null) return
          yield ok(page.value)
        }
      } finally {
        await thread.end()
      }
    },
    async copy(file, target) {
      const thread = start(file, false)
      try {
        const opened = resultOf('open', await thread.ask({ kind: 'open' }))
        if (!opened.ok) return opened
        return resultOf<number>('copy', await thread.ask({ kind: 'call', method: 'copy', input: [target] }))
      } finally {
        await thread.end()
      }
    },
  }
}

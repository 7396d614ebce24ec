import type { Topic } from '../../shared/contract'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Reads, Writes } from './methods'
import type { Cause, ThreadSetup } from './protocol'
import { startThread } from './thread'
import { topicsOf } from './topics'

type StorageResult<T> = Promise<Result<T, AppErrorOf<'storage'>>>

/** Reads what is kept. Every answer is of one moment; a write that was answered is in it. */
export interface StoreReader {
  read<M extends keyof Reads>(method: M, ...input: Parameters<Reads[M]>): StorageResult<ReturnType<Reads[M]>>
  /** What was asked before is still answered; what is asked later fails. */
  close(): Promise<void>
}

/** All that Mailroom keeps, and the only way to it. A write that is answered is on the disk. */
export interface Store extends StoreReader {
  write<M extends keyof Writes>(
    method: M,
    ...input: Parameters<Writes[M]>
  ): StorageResult<ReturnType<Writes[M]>>
  /** Tells after every write that was kept what it may have changed, until the returned function is called. */
  onChanged(listener: (topics: Topic[]) => void): () => void
}

/** A failure for the log. Nothing that was to be stored is in it. */
export interface StoreFault extends Cause {
  readonly thread: ThreadSetup['role']
  /** Null where the thread could not open the database, or died. */
  readonly method: string | null
}

interface Where {
  /** Made where it is missing. */
  readonly folder: string
  /**
   * When the thread for reads joins the one that writes, in milliseconds after that has opened; until then, and
   * if it cannot be had, that one reads, too. By default it is there from the start.
   */
  readonly readerAfterMs?: number
  /** The bundle of `worker.ts`; by default it lies beside this module's own. */
  readonly workerUrl?: URL
  readonly onFault?: (fault: StoreFault) => void
}

/** How long a lock of another program is waited for. */
const BUSY_TIMEOUT_MS = 5_000

const failed = (problem: AppErrorOf<'storage'>['problem']) => err({ kind: 'storage', problem } as const)

interface Channel {
  /** True when the database is open, false when there is none yet. */
  open(): StorageResult<boolean>
  call<T>(method: string, input: readonly unknown[]): StorageResult<T>
  end(): Promise<void>
}

const startChannel = (role: ThreadSetup['role'], where: Where): Channel => {
  const setup: ThreadSetup = { role, folder: where.folder, busyTimeoutMs: BUSY_TIMEOUT_MS }
  const report = (method: string | null, { code, message }: Cause): void =>
    where.onFault?.({ thread: role, method, code, message })
  const workerUrl = where.workerUrl ?? new URL('./store-worker.js', import.meta.url)
  const thread = startThread(workerUrl, setup, (cause) => report(null, cause))
  return {
    async open() {
      const answer = await thread.ask({ kind: 'open' })
      if (answer.ok) return ok(answer.value === true)
      report(null, answer.cause)
      return failed(answer.problem)
    },
    async call<T>(method: string, input: readonly unknown[]) {
      const answer = await thread.ask({ kind: 'call', method, input })
      // The method tables type both ends: the value is what that method of `methods.ts` returned.
      if (answer.ok) return ok(answer.value as T)
      report(method, answer.cause)
      return failed(answer.problem)
    },
    end: () => thread.end(),
  }
}

/** Where reads go. */
type Reading = Pick<Channel, 'call' | 'end'>

const readerOf = (channel: Reading): StoreReader => ({
  read: (method, ...input) => channel.call(method, input),
  close: () => channel.end(),
})

const openFollower = async (where: Where): StorageResult<StoreReader | null> => {
  const follower = startChannel('follower', where)
  const opened = await follower.open()
  if (opened.ok && opened.value) return ok(readerOf(follower))
  await follower.end()
  return opened.ok ? ok(null) : opened
}

/** Two threads that are started at once are there sooner than one after the other. */
const openBoth = async (where: Where, writer: Channel): StorageResult<Reading> => {
  const reader = startChannel('reader', where)
  const written = await writer.open()
  const opened = written.ok ? await reader.open() : written
  if (opened.ok) return ok(reader)
  await reader.end()
  return opened
}

/** Reads go to the writer, and later to a thread of their own. */
const openWriterFirst = async (where: Where, writer: Channel, afterMs: number): StorageResult<Reading> => {
  const opened = await writer.open()
  if (!opened.ok) return opened
  let current = writer
  let isEnding = false
  let joining = Promise.resolve()
  const join = async (): Promise<void> => {
    const reader = startChannel('reader', where)
    const joined = await reader.open()
    if (joined.ok && !isEnding) current = reader
    else await reader.end()
  }
  const timer = setTimeout(() => {
    joining = join()
  }, afterMs)
  return ok({
    call: (method, input) => current.call(method, input),
    async end() {
      isEnding = true
      clearTimeout(timer)
      await joining
      if (current !== writer) await current.end()
    },
  })
}

const openOwn = async (where: Where): StorageResult<Store> => {
  const { readerAfterMs } = where
  const writer = startChannel('writer', where)
  const opened = await (readerAfterMs === undefined
    ? openBoth(where, writer)
    : openWriterFirst(where, writer, readerAfterMs))
  if (!opened.ok) {
    await writer.end()
    return opened
  }
  const reader = opened.value
  const close = async (): Promise<void> => {
    // The writer goes last: it alone carries the log over into the file.
    await reader.end()
    await writer.end()
  }
  const listeners = new Set<(topics: Topic[]) => void>()
  const announce = (topics: readonly Topic[]): void => {
    if (topics.length === 0) return
    // Not within the write: what a listener throws does not undo what is on the disk.
    for (const listener of listeners) queueMicrotask(() => listener([...topics]))
  }
  return ok({
    ...readerOf(reader),
    async write(method, ...input) {
      const result = await writer.call<ReturnType<Writes[typeof method]>>(method, input)
      if (result.ok) announce(topicsOf(method, result.value))
      return result
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
  })
}

/**
 * Opens what Mailroom keeps in a folder. `own`: to read and write, by the one process that has the folder; a
 * database that cannot be used (`newer`, `locked`, `read-only`, `full`, `corrupt`) is left as it is.
 * `read-only`: beside that process, without changing anything; null where there is no database yet.
 */
export function openStore(options: Where & { readonly mode: 'own' }): StorageResult<Store>
export function openStore(options: Where & { readonly mode: 'read-only' }): StorageResult<StoreReader | null>
export function openStore(
  options: Where & { readonly mode: 'own' | 'read-only' },
): StorageResult<StoreReader | null> {
  return options.mode === 'own' ? openOwn(options) : openFollower(options)
}

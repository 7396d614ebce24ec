import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Reads, Writes } from '../../../src/main/store/methods'
import { DATABASE_NAME } from '../../../src/main/store/open'
import type { Answer } from '../../../src/main/store/protocol'
import type { JournalRow, NewAddressWrite, Settlement } from '../../../src/main/store/rows'
import { createResponder } from '../../../src/main/store/serve'
import { openStore, type Store, type StoreFault } from '../../../src/main/store/store'
import { bundleStoreWorker } from './bundleStoreWorker'
import { anAccount, aWrite, NOON } from './rows'

/** A folder that goes when the test has ended. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The store as the application has it: two threads and a file. Closed when the test has ended. */
export async function openTestStore(
  folder = temporaryFolder(),
): Promise<{ store: Store; folder: string; faults: StoreFault[] }> {
  const faults: StoreFault[] = []
  const opened = await openStore({
    folder,
    mode: 'own',
    workerUrl: await bundleStoreWorker(),
    onFault: (fault) => faults.push(fault),
  })
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify([opened.error, faults])}`)
  onTestFinished(() => opened.value.close())
  return { store: opened.value, folder, faults }
}

const demand = (answer: Answer): unknown => {
  if (!answer.ok) throw new Error(`${answer.problem}: ${answer.cause.message}`)
  return answer.value
}

export interface DirectStore {
  readonly folder: string
  read<M extends keyof Reads>(method: M, ...input: Parameters<Reads[M]>): ReturnType<Reads[M]>
  write<M extends keyof Writes>(method: M, ...input: Parameters<Writes[M]>): ReturnType<Writes[M]>
  /** The answer itself, where a failure is what is looked for. */
  tryWrite<M extends keyof Writes>(method: M, ...input: Parameters<Writes[M]>): Answer
  close(): void
}

/** The very same code and a real file, without the threads: what the threads answer, at once. */
export function openDirectly(folder = temporaryFolder()): DirectStore {
  const writer = createResponder({ role: 'writer', folder, busyTimeoutMs: 100 })
  const reader = createResponder({ role: 'reader', folder, busyTimeoutMs: 100 })
  demand(writer({ kind: 'open' }))
  demand(reader({ kind: 'open' }))
  return {
    folder,
    // The method tables type what comes back, as in the store itself.
    read: <M extends keyof Reads>(method: M, ...input: Parameters<Reads[M]>) =>
      demand(reader({ kind: 'call', method, input })) as ReturnType<Reads[M]>,
    write: <M extends keyof Writes>(method: M, ...input: Parameters<Writes[M]>) =>
      demand(writer({ kind: 'call', method, input })) as ReturnType<Writes[M]>,
    tryWrite: (method, ...input) => writer({ kind: 'call', method, input }),
    close() {
      reader({ kind: 'close' })
      demand(writer({ kind: 'close' }))
    },
  }
}

export const databaseIn = (folder: string): string => join(folder, DATABASE_NAME)

/** All bytes of a database and of what lies beside it. */
export const bytesIn = (folder: string): Record<string, string | null> =>
  Object.fromEntries(
    ['', '-wal', '-shm', '-journal'].map((suffix) => {
      const file = databaseIn(folder) + suffix
      return [suffix, existsSync(file) ? readFileSync(file).toString('base64') : null]
    }),
  )

/** A new folder with a copy of a database, which no connection of this process has ever seen. */
export const copyOf = (folder: string, suffixes: readonly string[] = ['']): string => {
  const copy = temporaryFolder()
  for (const suffix of suffixes) copyFileSync(databaseIn(folder) + suffix, databaseIn(copy) + suffix)
  return copy
}

export * from './rows'

/** A store with one account and what is done with a row most often. */
export function storeWithAccount(folder?: string) {
  const store = openDirectly(folder)
  const account = store.write('accounts.insert', anAccount())
  const plan = (given: Partial<NewAddressWrite> = {}): JournalRow =>
    store.write('journal.plan', aWrite(account.id, given)).row
  const send = (row: { readonly id: string }): JournalRow => {
    const start = store.write('journal.startSending', { id: row.id, at: NOON + 1_000 })
    if (!start.started) throw new Error(`not started: ${start.why}`)
    return start.row
  }
  const settle = (row: { readonly id: string }, settlement: Settlement): JournalRow =>
    store.write('journal.settle', { id: row.id, settlement })
  return { store, account, plan, send, settle }
}

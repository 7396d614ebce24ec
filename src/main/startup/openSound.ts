import type { AppErrorOf } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { finishPuttingAside, putAside, suspect } from '../store/recovering'
import { openStore, type Store, type StoreFault } from '../store/store'

/**
 * The store's second thread costs a tenth of a start (`npm run bench`), and is not missed before the list is there:
 * it joins when the start is over, in milliseconds.
 */
const READER_AFTER_MS = 2_000

export interface SoundParts {
  /** Where the database is. */
  readonly folder: string
  readonly logFault: (ref: string, cause: unknown) => void
  /** Where the store's threads start; the bundled one unless told. */
  readonly workerUrl?: URL
}

type Opened = Promise<Result<Store, AppErrorOf<'storage'>>>

/**
 * Opens the database; one that SQLite calls damaged is put aside first, and a new one stands in its place until the user
 * has decided what to go on with. Where it cannot be put aside it stays, and its problem is said.
 */
export async function openSound({ folder, logFault, workerUrl }: SoundParts): Opened {
  const onFault = (fault: StoreFault) => {
    logFault('store', fault)
    if (isDamage(fault)) suspect(folder)
  }
  const open = (): Opened =>
    openStore({
      folder,
      mode: 'own',
      readerAfterMs: READER_AFTER_MS,
      onFault,
      ...(workerUrl === undefined ? {} : { workerUrl }),
    })
  try {
    finishPuttingAside(folder)
    const opened = await open()
    if (opened.ok || opened.error.problem !== 'corrupt') return opened
    putAside(folder, Date.now())
  } catch (cause) {
    logFault('recovery', cause)
  }
  return open()
}

/** A part of the database in use that SQLite calls damaged. */
const isDamage = ({ code }: StoreFault): boolean => /CORRUPT|NOTADB|^corrupt$/.test(code)

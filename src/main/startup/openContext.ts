import type { Created } from '../../shared/address'
import type { AppError, AppErrorOf } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Context, RecoveryPort, Surroundings } from '../actions/context'
import { endWork } from '../actions/endWork'
import { createFleetRuns } from '../actions/fleet/reading'
import { createLine } from '../actions/line'
import type { Keychain } from '../secrets/keychain'
import { createKeys } from '../secrets/keys'
import { createAside } from '../store/aside'
import { endRecovery, finishPuttingAside, putAside, readMark, suspect } from '../store/recovering'
import { openStore, type Store, type StoreFault } from '../store/store'
import { systemClock } from '../upstream/clock'
import type { Transport } from '../upstream/exchange'
import { createLimiter } from '../upstream/limiter'
import { createBrokenStore } from './brokenStore'
import { endsWithin } from './deadline'

/**
 * The store's second thread costs a tenth of a start (`npm run bench`), and is not missed before the list is there:
 * it joins when the start is over, in milliseconds.
 */
const READER_AFTER_MS = 2_000

export interface ContextParts {
  /** Where the database is. */
  readonly folder: string
  readonly keychain: Keychain
  /** Made after the store, which sample data reads first. */
  readonly createTransport: (store: Store) => Promise<Transport>
  readonly copy: Context['copy']
  readonly markClipboard: Context['markClipboard']
  readonly files: Context['files']
  readonly tellChanged: Context['tellChanged']
  readonly announce: (ending: Result<Created, AppError>) => void
  /** As of the context; every server counts as reached unless told. */
  readonly isReached?: Context['isReached']
  /** As of the context; nobody is told unless told whom. */
  readonly tellProgress?: Context['tellProgress']
  readonly logFault: (ref: string, cause: unknown) => void
  /** What lies around the profile; nothing unless told. */
  readonly around?: Surroundings
  /** Where the store's threads start; the bundled one unless told. */
  readonly workerUrl?: URL
}

export interface OpenedContext {
  readonly context: Context
  /** Why nothing stored can be used; null when it can. */
  readonly storageProblem: AppErrorOf<'storage'> | null
}

/** Opens the store and puts together what every action works with. Never fails: a broken store answers. */
export async function openContext(parts: ContextParts): Promise<OpenedContext> {
  const { folder, workerUrl } = parts
  const onFault = (fault: StoreFault) => {
    parts.logFault('store', fault)
    if (isDamage(fault)) suspect(folder)
  }
  const opened = await openWhatIsSound(parts, onFault)
  const store = opened.ok ? opened.value : createBrokenStore(opened.error)
  const context: Context = {
    store,
    transport: await parts.createTransport(store),
    limiter: createLimiter({ clock: systemClock, random: Math.random, kept: keepLimits(store) }),
    keys: createKeys(parts.keychain),
    clock: systemClock,
    line: createLine(),
    underWay: new Map(),
    inLine: new Set(),
    settling: new Map(),
    settlingLater: new Set(),
    folder: parts.folder,
    files: parts.files,
    openedFiles: new Map(),
    stagedFiles: new Map(),
    aside: createAside({ folder, workerUrl, onFault: (fault) => parts.logFault('store', fault) }),
    recovery: createRecovery(folder),
    around: parts.around ?? nothingAround,
    snapshots: new Map(),
    listings: new Map(),
    batches: new Map(),
    readings: new Map(),
    fleetRuns: createFleetRuns((cause) => parts.logFault('fleet', cause)),
    isReached: parts.isReached ?? (() => true),
    tellProgress: parts.tellProgress ?? (() => undefined),
    tellChanged: parts.tellChanged,
    copy: parts.copy,
    markClipboard: parts.markClipboard,
    announce: parts.announce,
  }
  return { context, storageProblem: opened.ok ? null : opened.error }
}

const nothingAround: Surroundings = {
  facts: () => ({}),
  readLog: async () => '',
  removeLog: async () => true,
  removeLoginItem: async () => ok(undefined),
}

/** A part of the database in use that SQLite calls damaged. */
const isDamage = ({ code }: StoreFault): boolean => /CORRUPT|NOTADB|^corrupt$/.test(code)

/**
 * Opens the database; one that SQLite calls damaged is put aside first, and a new one stands in its place until the user
 * has decided what to go on with. Where it cannot be put aside it stays, and its problem is said.
 */
async function openWhatIsSound(
  { folder, workerUrl, logFault }: ContextParts,
  onFault: (fault: StoreFault) => void,
): ReturnType<typeof openOwn> {
  const open = () => openOwn({ folder, onFault, workerUrl })
  try {
    finishPuttingAside(folder)
    const opened = await open()
    if (opened.ok || opened.error.problem !== 'corrupt') return opened
    putAside(folder, systemClock.now())
  } catch (cause) {
    logFault('recovery', cause)
  }
  return open()
}

const openOwn = (where: {
  folder: string
  onFault: (fault: StoreFault) => void
  workerUrl: URL | undefined
}): Promise<Result<Store, AppErrorOf<'storage'>>> =>
  openStore({
    folder: where.folder,
    mode: 'own',
    readerAfterMs: READER_AFTER_MS,
    onFault: where.onFault,
    ...(where.workerUrl === undefined ? {} : { workerUrl: where.workerUrl }),
  })

/** Asked for at every window's start, so it is read once. */
function createRecovery(folder: string): RecoveryPort {
  let mark = readMark(folder)
  return {
    mark: () => mark,
    end() {
      endRecovery(folder)
      mark = null
    },
    readable: null,
  }
}

/** What the limiter counted outlives the process, as far as it can be written. */
const keepLimits = (store: Store) => ({
  async load(key: string) {
    const kept = await store.read('limits.load', key)
    return kept.ok ? kept.value : null
  },
  async save(key: string, value: string) {
    // A count that cannot be saved costs a refusal by the service at worst.
    await store.write('limits.save', { key, value })
  },
})

/** Waits until no press is under way, and no several at once, those that come meanwhile included. */
export async function finishUnderWay(context: Context): Promise<void> {
  for (;;) {
    const batches = [...context.batches.values()].filter(({ isEnded }) => !isEnded)
    if (context.underWay.size === 0 && batches.length === 0) return
    await Promise.allSettled([...context.underWay.values(), ...batches.map(({ ended }) => ended)])
  }
}

/** What a service has not answered by then is asked for at the next start, as after a crash; in milliseconds. */
const WORK_MS = 3_000
/**
 * A long write comes to its end. One that hangs keeps nobody for ever: what was answered is on the disk, and what was not
 * leaves no trace (SQLite, "Atomic Commit"). In milliseconds.
 */
const STORE_MS = 15_000

/** Brings everything under way to a rest before the process ends, as far as it can be had in time. Never rejects. */
export async function closeContext(context: Context, onFault?: (cause: unknown) => void): Promise<void> {
  await endsWithin(WORK_MS, () => endWork(context), onFault)
  await endsWithin(STORE_MS, () => context.store.close(), onFault)
}

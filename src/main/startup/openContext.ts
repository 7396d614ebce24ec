import type { Created } from '../../shared/address'
import type { AppError, AppErrorOf } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Context, RecoveryPort, Surroundings } from '../actions/context'
import { createShown } from '../actions/credentials/shown'
import { endWork } from '../actions/endWork'
import { createFleetRuns } from '../actions/fleet/reading'
import { createJobs } from '../actions/jobs/running'
import { createLine } from '../actions/line'
import { createMail } from '../actions/messages/mail'
import type { Keychain } from '../secrets/keychain'
import { createKeys } from '../secrets/keys'
import { createAside } from '../store/aside'
import { endRecovery, readMark } from '../store/recovering'
import type { Store } from '../store/store'
import { systemClock } from '../upstream/clock'
import type { Transport } from '../upstream/exchange'
import { createLimiter } from '../upstream/limiter'
import { createBrokenStore } from './brokenStore'
import { endsWithin } from './deadline'
import { openSound } from './openSound'

export interface ContextParts {
  /** Where the database is. */
  readonly folder: string
  readonly keychain: Keychain
  /** Made after the store, which sample data reads first. */
  readonly createTransport: (store: Store) => Promise<Transport>
  readonly copy: Context['copy']
  readonly secretClipboard: Context['secretClipboard']
  readonly markClipboard: Context['markClipboard']
  readonly files: Context['files']
  readonly tellChanged: Context['tellChanged']
  readonly announce: (ending: Result<Created, AppError>) => void
  /** As of the context; every server counts as reached unless told. */
  readonly isReached?: Context['isReached']
  /** As of the context; nobody is told unless told whom. */
  readonly tellMail?: Context['tellMail']
  /** The same. */
  readonly tellProgress?: Context['tellProgress']
  readonly logFault: (ref: string, cause: unknown) => void
  /** What lies around the profile; nothing unless told. */
  readonly around?: Surroundings
  /** What `openSound` began to open there; unless told it is opened now. */
  readonly opening?: ReturnType<typeof openSound>
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
  const opened = await (parts.opening ?? openSound(parts))
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
    mail: createMail((cause) => parts.logFault('messages', cause)),
    tellMail: parts.tellMail ?? (() => undefined),
    readings: new Map(),
    fleetRuns: createFleetRuns((cause) => parts.logFault('fleet', cause)),
    jobs: createJobs((cause) => parts.logFault('jobs', cause)),
    isReached: parts.isReached ?? (() => true),
    tellProgress: parts.tellProgress ?? (() => undefined),
    tellChanged: parts.tellChanged,
    copy: parts.copy,
    secretClipboard: parts.secretClipboard,
    shown: createShown(systemClock, () => parts.tellChanged(['credentials'])),
    credentialExports: new Map(),
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

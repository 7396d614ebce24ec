import { setTimeout as sleep } from 'node:timers/promises'
import type { Created } from '../../shared/address'
import type { Topic } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { removeLeftParts } from '../actions/credentials/removeLeftParts'
import { createCopying } from '../actions/localCopies'
import { recoverJournal } from '../actions/recoverJournal'
import { endInOrder, hasDisplay, whenReady } from '../desktop/application'
import { copyText, markClipboard, prepareClipboard } from '../desktop/clipboard'
import { leaveClipboard, outliveClipboard } from '../desktop/clipboardAfterwards'
import type { CommandLine, CreateOrder } from '../desktop/commandLine'
import { createFileChoice } from '../desktop/fileChoice'
import type { Log } from '../desktop/log'
import type { Profile } from '../desktop/profile'
import { clearSecret, copySecret } from '../desktop/secretClipboard'
import { createSurroundings } from '../desktop/surroundings'
import { writeLine } from '../desktop/terminal'
import { exitCodeOf } from '../rules/exitCode'
import { createMemoryKeychain } from '../secrets/memoryKeychain'
import { createOsKeychain } from '../secrets/osKeychain'
import type { Store } from '../store/store'
import { tellSoon } from '../sync/tellSoon'
import { createTransport } from '../upstream/transport'
import { createChanges } from './changes'
import { endsWithin } from './deadline'
import { createDesk } from './desk'
import type { EarlyPage } from './earlyPage'
import { endingLines } from './endingLines'
import type { HandOver } from './handOver'
import { createLifetime } from './lifetime'
import { closeContext, finishUnderWay, type OpenedContext, openContext } from './openContext'
import type { openSound } from './openSound'
import { createOrderDesk } from './orders'
import { type Reach, watchReach } from './reach'

/** After its last work the process stays so long for what others may be handing over, in milliseconds. */
const LINGER_MS = 250
/** The day's copy of the database waits until a start is over, in milliseconds. */
const COPY_AFTER_MS = 20_000

/** What the end waits for at most, in milliseconds: each takes longer only where something hangs. */
const WINDOW_MS = 1_500
const CLIPBOARD_MS = 4_800

export interface OwnerParts {
  readonly profile: Profile
  readonly options: CommandLine
  readonly mine: HandOver
  readonly log: Log
  /** The store of the profile. */
  readonly opening: ReturnType<typeof openSound>
  /** Of the window, if this start has one. */
  readonly takePage: EarlyPage['take']
  /** From now on somebody ends this process in order. */
  readonly letQuit: () => void
}

/** The one process that owns the profile. */
export interface Owner {
  /** What another start of Mailroom asks for; null: it could not be understood. */
  accept(other: HandOver | null): void
}

/** Opens the profile and does what this process was started for, then what others hand over. */
export function runAsOwner(parts: OwnerParts): Owner {
  const application = open(parts)
  // Nothing could be shown, and later starts would hand over to nobody: it ends as after any fault that is not caught.
  application.catch((cause: unknown) =>
    setImmediate(() => {
      throw cause
    }),
  )
  const accept = (other: HandOver | null) => void application.then((run) => run(other, false))
  void application.then((run) => run(parts.mine, true))
  return { accept }
}

/** `isMine`: what this process was started for, not what another one hands over. */
type Run = (wanted: HandOver | null, isMine: boolean) => Promise<void>

async function open(parts: OwnerParts): Promise<Run> {
  const { log } = parts
  let quit = () => {}
  const quitting = new Promise<void>((resolve) => {
    quit = resolve
  })
  const changes = createChanges()
  prepareClipboard()
  const opened = await openProfileContext(parts, quitting, {
    announce: (ending) => desk.endings.tell(ending),
    tellMail: (news) => desk.tellMail(news),
    tellChanged: changes.tell,
    files: createFileChoice(() => desk.window.window),
    tellProgress: (progress) => desk.window.tellProgress(progress),
    onReach() {
      desk.tray.drawSoon()
      changes.tell(['fleet'])
      desk.fleet.reach()
    },
  })
  const { context } = opened
  const copying = createCopying(context)
  if (opened.storageProblem === null && !parts.profile.isDemo) {
    setTimeout(() => void copying.look(), COPY_AFTER_MS).unref()
  }
  const tellFleet = tellSoon({ clock: context.clock, tellChanged: changes.tell })
  context.store.onChanged((topics) => {
    // A fleet that is being read changes many times a second.
    const ofFleet = topics.filter(isOfFleet)
    if (ofFleet.length > 0) tellFleet(ofFleet)
    const others = topics.filter((topic) => !isOfFleet(topic))
    // What was used of an allowance changes with every request, and every request is in the journal.
    if (others.length > 0) changes.tell(others.includes('activity') ? [...others, 'allowance'] : others)
  })
  let exitCode = 0
  let isEnding = false
  const exit = endInOrder(async () => {
    isEnding = true
    quit()
    copying.stop()
    const onFault = (cause: unknown) => log.fault('end', cause)
    await endsWithin(WINDOW_MS, () => window.shut(), onFault)
    await Promise.all([closeContext(context, onFault), endsWithin(CLIPBOARD_MS, leaveClipboard, onFault)])
    return exitCode
  })
  const lifetime = createLifetime(() => void endWhenDone())
  const desk = createDesk({
    opened,
    changes,
    lifetime,
    profile: parts.profile,
    choice: parts.options,
    log,
    takePage: parts.takePage,
    quit: exit.quit,
  })
  const { window } = desk
  const orders = createOrderDesk(context, desk.endings.tell)
  parts.letQuit()

  /** What a closed window asked for is finished before the end begins: until then a new one may open. */
  async function endWhenDone(): Promise<void> {
    await sleep(LINGER_MS)
    await finishUnderWay(context)
    if (lifetime.isIdle) exit.quit()
  }

  async function create(requestId: string, order: CreateOrder, isMine: boolean): Promise<void> {
    const release = lifetime.hold()
    try {
      const { ending, isFirst } = await orders.run(requestId, order)
      if (isMine) {
        exitCode = exitCodeOf(ending)
        await say(ending, order)
      }
      if (isFirst && ending.ok && ending.value.isCopied && lifetime.isHeldOnce) await outliveClipboard()
    } finally {
      release()
    }
  }

  return async (wanted, isMine) => {
    // Who comes now takes over when this process is gone.
    if (isEnding) return
    if (wanted?.create) await create(wanted.requestId, wanted.create, isMine)
    // A window that nobody could see would keep the profile for ever.
    else if (!hasDisplay()) lifetime.hold()()
    else if (wanted?.isQuick === true) desk.quick.open({ kind: 'create' })
    else desk.appear({ isHidden: wanted?.isHidden === true })
  }
}

const isOfFleet = (topic: Topic): boolean => topic === 'fleet' || topic === 'mailboxes' || topic === 'domains'

async function say(ending: Result<Created, AppError>, order: CreateOrder): Promise<void> {
  const lines = endingLines(ending, order.isPrinted)
  if ('stdout' in lines) await writeLine(process.stdout, lines.stdout)
  else await writeLine(process.stderr, lines.stderr)
}

/** What was opened, and which servers were reached; sample data's is always. */
interface OpenedProfile extends OpenedContext {
  readonly reach: () => Reach | null
}

async function openProfileContext(
  { profile, options, log, opening }: OwnerParts,
  quitting: Promise<void>,
  {
    onReach,
    ...towards
  }: Pick<Context, 'announce' | 'tellMail' | 'tellChanged' | 'tellProgress' | 'files'> & {
    onReach: () => void
  },
): Promise<OpenedProfile> {
  let reach: Reach | null = null
  const opened = await openContext({
    folder: profile.folder,
    opening,
    keychain: profile.isDemo ? createMemoryKeychain() : createOsKeychain(quitting),
    async createTransport(store: Store) {
      if (!profile.isDemo) {
        await whenReady()
        reach = watchReach(createTransport(), onReach)
        return reach.transport
      }
      const { openSampleData } = await import('../demo/openSampleData')
      return openSampleData(store, options.demoMailboxes ?? undefined)
    },
    copy: copyText,
    secretClipboard: { copy: copySecret, clear: clearSecret },
    markClipboard,
    isReached: (origin) => reach?.isReached(origin) ?? true,
    ...towards,
    logFault: log.fault,
    around: createSurroundings(profile.logs, log),
  })
  if (profile.isDemo) {
    const { keepSampleKeys } = await import('../demo/sampleData')
    await keepSampleKeys(opened.context.keys)
  }
  if (opened.storageProblem === null) {
    await recoverJournal(opened.context)
    // A disk that does not answer keeps no window waiting.
    void removeLeftParts(opened.context)
  }
  await whenReady()
  return { ...opened, reach: () => reach }
}

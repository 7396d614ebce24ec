import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAccount } from '../../../src/main/actions/connectAccount'
import type { Context } from '../../../src/main/actions/context'
import { CREATE_DEADLINE_MS, createAddress, type Press } from '../../../src/main/actions/createAddress'
import type { MailNews } from '../../../src/main/actions/messages/mail'
import { isUsedSince } from '../../../src/main/rules/clipboardMark'
import { createMemoryKeychain } from '../../../src/main/secrets/memoryKeychain'
import { closeContext, openContext } from '../../../src/main/startup/openContext'
import type { Account } from '../../../src/shared/account'
import type { Created } from '../../../src/shared/address'
import type { AppError } from '../../../src/shared/errors'
import { err, ok, type Result } from '../../../src/shared/result'
import { DEFAULT_KEY } from '../likedo/server'
import { nodeTransport } from './nodeTransport'

export { take } from './take'

/** Main's actions in plain Node: a real store in a folder of its own, real HTTP, a keychain in memory. */
export interface World {
  readonly context: Context
  /** What was put on the clipboard, oldest first. */
  readonly copied: string[]
  /** Endings that nobody waited for. */
  readonly announced: Result<Created, AppError>[]
  /** Mail that came for addresses that were watched. */
  readonly mail: MailNews[]
  /** What was logged as a fault of Mailroom itself. */
  readonly faults: unknown[]
  /** What lies on the clipboard and is to be taken off. */
  secretCopied: string | null
  isClipboardBroken: boolean
  /** What the user chooses when asked for a file, by what for; nothing else is chosen. */
  readonly chosenFiles: Partial<Record<string, string>>
  /** What was told to have changed that is not in the store. */
  readonly changed: string[]
  connect(origin: string, key?: string): Promise<Account>
  press(press?: Partial<Press>): Promise<Result<Created, AppError>>
  close(): Promise<void>
}

/** Opens a world in `folder`, or in one of its own that goes with it. */
export async function openWorld(workerUrl: URL, folder?: string): Promise<World> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'mailroom-world-')))
  const copied: string[] = []
  let ours: string | null = null
  const mark = () => ({ at: performance.now(), text: copied.at(-1) ?? '' })
  const announced: Result<Created, AppError>[] = []
  const mail: MailNews[] = []
  const faults: unknown[] = []
  const { context, storageProblem } = await openContext({
    folder: own,
    keychain: createMemoryKeychain(),
    createTransport: async () => nodeTransport,
    copy: async (text, since) => {
      if (world.isClipboardBroken) return err({ kind: 'clipboard' })
      if (since !== undefined && isUsedSince(since, mark(), ours)) return err({ kind: 'clipboard-late' })
      ours = text
      copied.push(text)
      return ok(undefined)
    },
    secretClipboard: {
      copy: async (text) => {
        if (world.isClipboardBroken) return err({ kind: 'clipboard' })
        world.secretCopied = text
        return ok(undefined)
      },
      clear: async () => {
        world.secretCopied = null
      },
    },
    markClipboard: async () => mark(),
    files: {
      open: async (what) => world.chosenFiles[what] ?? null,
      save: async (what) => world.chosenFiles[what] ?? null,
    },
    tellChanged: (topics) => world.changed.push(...topics),
    announce: (ending) => announced.push(ending),
    tellMail: (news) => mail.push(news),
    logFault: (_, cause) => faults.push(cause),
    workerUrl,
  })
  if (storageProblem !== null) throw new Error(`the store could not be opened: ${storageProblem.problem}`)
  const world: World = {
    context,
    copied,
    announced,
    mail,
    faults,
    secretCopied: null,
    isClipboardBroken: false,
    chosenFiles: {},
    changed: [],
    async connect(origin, key = DEFAULT_KEY) {
      const connected = await connectAccount(context, {
        service: 'likedo',
        server: origin,
        key,
        plan: 'free',
        requestsPerHour: null,
        keyEndsOn: null,
        keyKept: 'until-quit',
        whenUnreached: 'save-unchecked',
      })
      if (!connected.ok) throw new Error(`not connected: ${connected.error.kind}`)
      return connected.value.account
    },
    press: (press) =>
      createAddress(context, {
        requestId: randomUUID(),
        via: 'window',
        account: null,
        wish: {},
        isOverBudgetAllowed: false,
        isCopyWanted: true,
        deadlineMs: CREATE_DEADLINE_MS,
        ...press,
      }),
    async close() {
      await closeContext(context)
      if (folder === undefined) await rm(own, { recursive: true, force: true })
    },
  }
  return world
}

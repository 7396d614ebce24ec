import { join } from 'node:path'
import type { Created } from '../../shared/address'
import type { Command, Link } from '../../shared/app'
import { type Method, methods } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { settleUnconfirmed } from '../actions/recoverJournal'
import { readAppInfo, startDemo } from '../desktop/application'
import type { Log } from '../desktop/log'
import { installMenu } from '../desktop/menu'
import type { Profile } from '../desktop/profile'
import { applyTheme } from '../desktop/theme'
import { openMainWindow } from '../desktop/window'
import { createDispatcher } from '../ipc/dispatch'
import { createHandlers } from '../ipc/handlers'
import { emit, serveWindow } from '../ipc/serve'
import { openLink, showFolder } from '../security/externalLink'
import { openWindowSession } from '../security/windowSession'
import type { Lifetime } from './lifetime'
import type { OpenedContext } from './openContext'

/** The main window needs all of the contract. */
const windowMethods: ReadonlySet<Method> = new Set(
  // The keys of a literal object are its methods.
  Object.keys(methods) as Method[],
)

export interface MainWindowParts {
  readonly opened: OpenedContext
  readonly profile: Profile
  readonly log: Log
  readonly lifetime: Lifetime
}

/** The main window, which opens when it is first shown and keeps the process alive while it is open. */
export interface MainWindow {
  readonly isOpen: boolean
  /** In front, or for a hidden start out of the way; one that is open already then stays as it is. */
  show(options: { readonly isHidden: boolean }): void
  /** Tells the window, if it is open, how a creation ended that it did not ask for. */
  tell(ending: Result<Created, AppError>): void
}

/** Prepares everything the window needs; opens nothing yet. */
export function createMainWindow({ opened, profile, log, lifetime }: MainWindowParts): MainWindow {
  const { context, storageProblem } = opened
  const { store } = context
  let window: ReturnType<typeof openMainWindow> | null = null
  let isOpening = false
  let hasSettled = false

  const send = (command: Command) => {
    if (window !== null) emit(window, 'command', { command }, log.fault)
  }
  const onLink = (link: Link) => void openLink(link, null, log.fault)
  const dispatch = createDispatcher(
    createHandlers(context, {
      info: () => readAppInfo(profile.isDemo, storageProblem),
      openLink: (link, accountOrigin) => openLink(link, accountOrigin, log.fault),
      showFolder: (folder) => showFolder(folder === 'data' ? profile.folder : profile.logs, log.fault),
      startDemo,
    }),
    log.fault,
  )

  store.onChanged((topics) => {
    if (topics.includes('settings')) void applyStoredTheme()
    // What was used of an allowance changes with every request, and every request is in the journal.
    const told = topics.includes('activity') ? [...topics, 'allowance' as const] : topics
    if (window !== null) emit(window, 'changed', { topics: told }, log.fault)
  })

  async function applyStoredTheme(): Promise<void> {
    const settings = await store.read('settings.get')
    if (settings.ok) applyTheme(settings.value.theme)
  }

  /** When the user sees the window: a hidden start asks neither the service nor the keychain. */
  function settleOnce(): void {
    if (hasSettled || storageProblem !== null) return
    hasSettled = true
    void settleUnconfirmed(context)
  }

  async function open(isHidden: boolean, release: () => void): Promise<void> {
    installMenu({ onCommand: send, onLink })
    const [place] = await Promise.all([store.read('windows.load'), applyStoredTheme()])
    window = openMainWindow({
      session: openWindowSession(join(import.meta.dirname, '../renderer')),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      icon: join(import.meta.dirname, 'icons/256.png'),
      place: place.ok ? place.value : null,
      savePlace: (kept) => void store.write('windows.save', kept),
      serve: (served) => serveWindow(served, dispatch, windowMethods),
      isMinimized: isHidden,
      log,
    })
    window.on('restore', settleOnce)
    window.on('closed', () => {
      window = null
      hasSettled = false
      release()
    })
    if (!isHidden) settleOnce()
  }

  return {
    get isOpen() {
      return window !== null
    },
    show({ isHidden }) {
      if (window !== null) {
        if (isHidden) return
        if (window.isMinimized()) window.restore()
        window.show()
        window.focus()
        settleOnce()
        return
      }
      if (isOpening) return
      isOpening = true
      const release = lifetime.hold()
      open(isHidden, release)
        .catch((cause: unknown) => {
          log.fault('window', cause)
          release()
        })
        .finally(() => {
          isOpening = false
        })
    },
    tell(ending) {
      if (window !== null) emit(window, 'ended', ending, log.fault)
    },
  }
}

import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Created } from '../../shared/address'
import type { Command, Link } from '../../shared/app'
import { type Method, methods } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { settleUnconfirmed } from '../actions/recoverJournal'
import type { Log } from '../desktop/log'
import { installMenu } from '../desktop/menu'
import { applyTheme } from '../desktop/theme'
import { openMainWindow } from '../desktop/window'
import type { Dispatch } from '../ipc/dispatch'
import { emit, serveWindow } from '../ipc/serve'
import { openLink } from '../security/externalLink'
import { openWindowSession } from '../security/windowSession'
import type { Changes } from './changes'
import type { Lifetime } from './lifetime'
import type { OpenedContext } from './openContext'

/** The main window needs all of the contract. */
const windowMethods: ReadonlySet<Method> = new Set(
  // The keys of a literal object are its methods.
  Object.keys(methods) as Method[],
)

export interface MainWindowParts {
  readonly opened: OpenedContext
  readonly dispatch: Dispatch
  readonly changes: Changes
  readonly log: Log
  readonly lifetime: Lifetime
}

/** The main window, which opens when it is first shown and keeps the process alive while it is open. */
export interface MainWindow {
  readonly isOpen: boolean
  /** Null while it is not open. */
  readonly window: BrowserWindow | null
  /** In front, or for a hidden start out of the way; one that is open already then stays as it is. */
  show(options: { readonly isHidden: boolean }): void
  /** Tells the window, if it is open, how a creation ended that it did not ask for. */
  tell(ending: Result<Created, AppError>): void
  /** Opens the details of an address, its note in focus; null: only the window. */
  showAddress(id: string | null): void
}

/** Prepares everything the window needs; opens nothing yet. */
export function createMainWindow({ opened, dispatch, changes, log, lifetime }: MainWindowParts): MainWindow {
  const { context, storageProblem } = opened
  const { store } = context
  let window: BrowserWindow | null = null
  let isOpening = false
  let hasSettled = false

  const send = (command: Command) => {
    if (window !== null) emit(window, 'command', { command }, log.fault)
  }
  const onLink = (link: Link) => void openLink(link, null, log.fault)

  changes.onTold((topics) => {
    if (topics.includes('settings')) void applyStoredTheme()
    if (window !== null) emit(window, 'changed', { topics: [...topics] }, log.fault)
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

  function show({ isHidden }: { readonly isHidden: boolean }): void {
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
  }

  return {
    get isOpen() {
      return window !== null
    },
    get window() {
      return window
    },
    show,
    tell(ending) {
      if (window !== null) emit(window, 'ended', ending, log.fault)
    },
    showAddress(id) {
      show({ isHidden: false })
      if (window !== null && id !== null) emit(window, 'show-address', { id }, log.fault)
    },
  }
}

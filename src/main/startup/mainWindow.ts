import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import type { Command, Link } from '../../shared/app'
import { type EventPayload, events } from '../../shared/contract'
import type { HealthMark } from '../../shared/health'
import { settleUnconfirmed } from '../actions/recoverJournal'
import type { Log } from '../desktop/log'
import { installMenu, tickSensitive } from '../desktop/menu'
import { applyTheme, rememberTheme } from '../desktop/theme'
import { appear, minimize } from '../desktop/window'
import { type Dispatch, methodOf } from '../ipc/dispatch'
import { emit } from '../ipc/serve'
import { openLink } from '../security/externalLink'
import type { Changes } from './changes'
import { type EarlyPage, makeServedPage } from './earlyPage'
import type { Ending } from './endings'
import type { Lifetime } from './lifetime'
import type { OpenedContext } from './openContext'

export interface MainWindowParts {
  readonly opened: OpenedContext
  readonly dispatch: Dispatch
  readonly changes: Changes
  readonly log: Log
  /** What was made of the first window while the rest was not there yet. */
  readonly takePage: EarlyPage['take']
  readonly lifetime: Lifetime
  /** Whether closing the window only hides it. */
  readonly isKeptOnClose: () => boolean
  /** The user has the window before them. */
  readonly onSeen: () => void
  /** The user has turned to something else: another window has the keyboard, or this one is out of sight. */
  readonly onLeft: () => void
  /** How a creation ended that the window asked for: it shows that itself, if somebody looks at it. */
  readonly onShown: (ending: Ending) => void
}

/** The main window, which opens when it is first shown and keeps the process alive while it is open. */
export interface MainWindow {
  /** Hidden or not. */
  readonly isOpen: boolean
  /** On the screen, as far as the desktop tells. */
  readonly isShown: boolean
  /** In front, with the keyboard: what it says is seen. */
  readonly isWatched: boolean
  /** Null while it is not open. */
  readonly window: BrowserWindow | null
  /** In front, or for a hidden start out of the way; one that is open already then stays as it is. */
  show(options: { readonly isHidden: boolean }): void
  /** One that is hidden, or was not opened yet, can be found among the desktop's windows, and is not in the way. */
  comeBack(): void
  /** Closes it for good: the process is ending. Resolves when what its page sent while it went has arrived. */
  shut(): Promise<void>
  /** Tells the window, if it is open, how a creation ended that it did not ask for. */
  tell(ending: Ending): void
  /** Tells the window, if it is open, how far an export is. */
  tellProgress(progress: EventPayload<'export-progress'>): void
  /** In front, and has it do this. */
  command(command: Command): void
  /** Opens the details of an address, its note in focus; null: only the window. */
  showAddress(id: string | null): void
  /** Brings it forward where the path of an operation is set. */
  fixPath(path: EventPayload<'fix-path'>): void
  /** In front, with what a Litemail account pays. */
  showBilling(accountId: string): void
  /** In front, with what of Activity waits for its user's eye. */
  showAttention(): void
  /** In front, with the domains that miss any of these, and no others. */
  showDomains(missing: HealthMark[]): void
}

const LAST_WORDS_MS = 50
/** A window that comes and goes in the tray asks about rows in doubt no more often, in milliseconds. */
const SETTLES_EVERY_MS = 10 * 60_000

/** Prepares everything the window needs; opens nothing yet. */
export function createMainWindow(parts: MainWindowParts): MainWindow {
  const { opened, dispatch, changes, log, lifetime } = parts
  const { context, storageProblem } = opened
  const { store } = context
  let window: BrowserWindow | null = null
  let isOpening = false
  let isFrontWanted = false
  let settledAt = Number.NEGATIVE_INFINITY
  let isShutting = false
  /** Opened for a hidden start, and nobody has looked at it yet. */
  let isAside = false
  /** What a page is told that is still loading; null: it listens. */
  let untold: ((page: BrowserWindow) => void)[] | null = []

  const say = (words: (page: BrowserWindow) => void) => {
    if (untold !== null) untold.push(words)
    else if (window !== null) words(window)
  }
  const send = (command: Command, isFromOutside: boolean) =>
    say((page) => emit(page, 'command', { command, isFromOutside }, log.fault))
  const onLink = (link: Link) => void openLink(link, null, log.fault)

  changes.onTold((topics) => {
    if (topics.includes('settings')) void applySettings()
    if (window !== null) emit(window, 'changed', { topics: [...topics] }, log.fault)
  })

  /** What the window asks for goes on when nobody looks at it any more; then others tell how it ended. */
  const served: Dispatch = async (raw, asker) => {
    const answer = await dispatch(raw, asker)
    if (methodOf(raw) === 'addresses.create') {
      const ending = events.ended.safeParse(answer)
      if (ending.success) parts.onShown(ending.data)
    }
    return answer
  }

  async function applySettings(): Promise<void> {
    const settings = await store.read('settings.get')
    if (!settings.ok) return
    applyTheme(settings.value.theme)
    tickSensitive(settings.value.isSensitiveHidden)
    rememberTheme(context.folder, settings.value.theme)
  }

  /** When the user sees the window: a hidden start asks neither the service nor the keychain. */
  function look(): void {
    if (window === null || isAside || !isSeen(window)) return
    say(parts.onSeen)
    const isDue = performance.now() - settledAt >= SETTLES_EVERY_MS
    if (!isDue || storageProblem !== null) return
    settledAt = performance.now()
    void settleUnconfirmed(context)
  }

  async function open(isHidden: boolean, release: () => void): Promise<void> {
    installMenu({ onCommand: (command) => send(command, false), onLink })
    const [place] = await Promise.all([store.read('windows.load'), applySettings()])
    const page = parts.takePage() ?? makeServedPage(log)
    const made = page.window
    // From here on: the first thing that the page draws has the user's theme.
    page.answerWith(served)
    appear(page, {
      icon: join(import.meta.dirname, 'icons/256.png'),
      place: place.ok ? place.value : null,
      savePlace: (kept) => void store.write('windows.save', kept),
      isMinimized: isHidden,
    })
    window = made
    isAside = isHidden
    void page.loaded.then(() => {
      if (window !== made) return
      const waiting = untold ?? []
      untold = null
      for (const words of waiting) words(made)
    })
    made.on('restore', () => {
      isAside = false
      look()
    })
    made.on('show', look)
    made.on('focus', look)
    made.on('close', (event) => {
      if (isShutting || !parts.isKeptOnClose()) return
      event.preventDefault()
      made.hide()
    })
    made.on('blur', parts.onLeft)
    made.on('hide', parts.onLeft)
    made.on('minimize', parts.onLeft)
    made.on('closed', () => {
      parts.onLeft()
      window = null
      untold = []
      release()
    })
  }

  function show({ isHidden }: { readonly isHidden: boolean }): void {
    if (window !== null) {
      if (isHidden) return
      isAside = false
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      look()
      return
    }
    isFrontWanted ||= !isHidden
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
        // Somebody asked for the window while it was being opened out of the way.
        if (isFrontWanted && isHidden) show({ isHidden: false })
        isFrontWanted = false
      })
  }

  return {
    get isOpen() {
      return window !== null
    },
    get isShown() {
      return window !== null && isSeen(window)
    },
    get isWatched() {
      return window !== null && isSeen(window) && window.isFocused()
    },
    get window() {
      return window
    },
    show,
    comeBack() {
      if (window === null) show({ isHidden: true })
      else if (!window.isVisible()) minimize(window)
    },
    async shut() {
      isShutting = true
      if (window === null) return
      const going = window
      const closed = new Promise<void>((resolve) => going.once('closed', resolve))
      going.close()
      await closed
      // A page's last words come another way than the news that it is gone.
      await sleep(LAST_WORDS_MS)
    },
    tell(ending) {
      if (window !== null) say((page) => emit(page, 'ended', ending, log.fault))
    },
    tellProgress(progress) {
      if (window !== null) say((page) => emit(page, 'export-progress', progress, log.fault))
    },
    command(command) {
      show({ isHidden: false })
      send(command, true)
    },
    showAddress(id) {
      show({ isHidden: false })
      if (id !== null) say((page) => emit(page, 'show-address', { id }, log.fault))
    },
    fixPath(path) {
      show({ isHidden: false })
      say((page) => emit(page, 'fix-path', path, log.fault))
    },
    showBilling(accountId) {
      show({ isHidden: false })
      say((page) => emit(page, 'show-billing', { accountId }, log.fault))
    },
    showAttention() {
      show({ isHidden: false })
      say((page) => emit(page, 'show-attention', {}, log.fault))
    },
    showDomains(missing) {
      show({ isHidden: false })
      say((page) => emit(page, 'show-domains', { missing }, log.fault))
    },
  }
}

const isSeen = (window: BrowserWindow) => window.isVisible() && !window.isMinimized()

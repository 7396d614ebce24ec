import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Created } from '../../shared/address'
import { events } from '../../shared/contract'
import type { QuickOrder } from '../../shared/desktopState'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { outliveClipboard } from '../desktop/clipboardAfterwards'
import type { Log } from '../desktop/log'
import { bringForward, makeQuickPage } from '../desktop/quickCreate'
import { applyTheme } from '../desktop/theme'
import { whenReadyToShow } from '../desktop/whenReadyToShow'
import { type Dispatch, methodOf } from '../ipc/dispatch'
import { emit, serveWindow } from '../ipc/serve'
import { openWindowSession } from '../security/windowSession'
import type { Store } from '../store/store'
import type { Changes } from './changes'
import type { Lifetime } from './lifetime'
import { quickMethods } from './quickMethods'

/** A start has more urgent things to do than a window that nobody called yet, in milliseconds. */
const AHEAD_AFTER_MS = 3_000

export interface QuickWindowParts {
  readonly store: Store
  readonly dispatch: Dispatch
  readonly changes: Changes
  readonly lifetime: Lifetime
  readonly log: Log
  /** Opens the main window at an address; null: only the window. */
  readonly showAddress: (id: string | null) => void
  /** Tells how a creation ended that the small window asked for and did not wait for. */
  readonly tell: (ending: Result<Created, AppError>) => void
}

/** The small window for one address or a few. */
export interface QuickWindow {
  /** Brings it forward, for this. One that is open already keeps what was typed into it. */
  open(order: QuickOrder): void
  /** What it was opened for last. */
  order(): QuickOrder
  /** Hides it, if it is open. */
  close(): void
  /** Hands over to the main window, which then stands in front. */
  showAddress(id: string | null): void
  /** Whether the window is kept ready behind the scenes, so that a key opens it at once. */
  keepReady(isWanted: boolean): void
  /** Null while there is none. */
  readonly window: BrowserWindow | null
}

/** Prepares the small window; makes it when it is first wanted. */
export function createQuickWindow(parts: QuickWindowParts): QuickWindow {
  const { store, changes, lifetime, log } = parts
  let window: BrowserWindow | null = null
  let order: QuickOrder = { kind: 'create' }
  /** Its page has something to show. */
  let isReady = false
  /** Somebody called it before that. */
  let isWaitedFor = false
  let isKeptReady = false
  let release: (() => void) | null = null

  changes.onTold((topics) => {
    if (window !== null) emit(window, 'changed', { topics: [...topics] }, log.fault)
  })

  const isOpen = () => window?.isVisible() === true

  /** Endings that nobody sees in the window any more are told elsewhere. */
  const dispatch: Dispatch = async (raw, asker) => {
    const answer = await parts.dispatch(raw, asker)
    if (methodOf(raw) === 'addresses.create' && !isOpen()) {
      const ending = events.ended.safeParse(answer)
      if (ending.success) parts.tell(ending.data)
    }
    return answer
  }

  function make(): void {
    if (window !== null) return
    const made = makeQuickPage({
      session: openWindowSession(join(import.meta.dirname, '../renderer')),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      icon: join(import.meta.dirname, 'icons/256.png'),
      serve: (served) => serveWindow(served, dispatch, quickMethods),
      log,
    })
    // Closing is hiding: the desktop's own way to close a window included.
    made.on('close', (event) => {
      event.preventDefault()
      close()
    })
    whenReadyToShow(made, () => {
      isReady = true
      if (isWaitedFor) bringForward(made)
      isWaitedFor = false
    })
    made.on('closed', () => {
      window = null
      isReady = false
      void letGo()
    })
    window = made
  }

  /** The process may end when the window is gone, and nobody needs the text that it put on the clipboard. */
  async function letGo(): Promise<void> {
    const held = release
    release = null
    if (held === null) return
    if (lifetime.isHeldOnce) await outliveClipboard()
    held()
  }

  function close(): void {
    if (window === null || !isOpen()) return
    window.hide()
    void letGo()
    if (!isKeptReady) window.destroy()
  }

  async function takeTheme(): Promise<void> {
    const settings = await store.read('settings.get')
    if (settings.ok) applyTheme(settings.value.theme)
  }

  return {
    open(wanted) {
      // What somebody is typing is not thrown away.
      const isKept = isOpen() && order.kind === 'create'
      if (!isKept) order = wanted
      release ??= lifetime.hold()
      if (window !== null && isReady) {
        if (!isKept) emit(window, 'quick', order, log.fault)
        bringForward(window)
        void takeTheme()
        return
      }
      isWaitedFor = true
      void takeTheme().then(make)
    },
    order: () => order,
    close,
    showAddress(id) {
      // In front of the main window it would cover what it sends its user to.
      window?.setAlwaysOnTop(false)
      parts.showAddress(id)
    },
    keepReady(isWanted) {
      isKeptReady = isWanted
      if (isWanted) setTimeout(() => isKeptReady && make(), AHEAD_AFTER_MS).unref()
      else if (window !== null && !isOpen()) window.destroy()
    },
    get window() {
      return window
    },
  }
}

import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { MailOrder } from '../../shared/message'
import type { Log } from '../desktop/log'
import { openMailPage } from '../desktop/mailPage'
import { applyTheme } from '../desktop/theme'
import type { Dispatch } from '../ipc/dispatch'
import { emit, serveWindow } from '../ipc/serve'
import { openWindowSession } from '../security/windowSession'
import type { Store } from '../store/store'
import type { Changes } from './changes'
import type { Lifetime } from './lifetime'
import { mailMethods } from './mailMethods'

export interface MailWindowParts {
  readonly store: Store
  readonly dispatch: Dispatch
  readonly changes: Changes
  readonly lifetime: Lifetime
  readonly log: Log
}

/** The small window for the messages of one address. */
export interface MailWindow {
  /** Brings it forward, for this address, whose messages are read anew where it shows them already. */
  open(wanted: Omit<MailOrder, 'press'>): void
  /** What it was opened for last; null: not yet. */
  order(): MailOrder | null
  /** It is open for this address. */
  shows(addressId: string): boolean
  /** In front, with the keyboard: what it says is seen. */
  readonly isWatched: boolean
}

/** Prepares the window; makes it when it is first wanted, and anew after it was closed. */
export function createMailWindow({ store, dispatch, changes, lifetime, log }: MailWindowParts): MailWindow {
  let window: BrowserWindow | null = null
  let order: MailOrder | null = null
  let presses = 0

  changes.onTold((topics) => {
    if (window !== null) emit(window, 'changed', { topics: [...topics] }, log.fault)
  })

  function make(): void {
    const release = lifetime.hold()
    try {
      const made = openMailPage({
        session: openWindowSession(join(import.meta.dirname, '../renderer')),
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        icon: join(import.meta.dirname, 'icons/256.png'),
        serve: (page) => serveWindow(page, dispatch, mailMethods),
        log,
      })
      made.on('closed', () => {
        window = null
        release()
      })
      window = made
    } catch (cause) {
      release()
      throw cause
    }
  }

  async function takeTheme(): Promise<void> {
    const settings = await store.read('settings.get')
    if (settings.ok) applyTheme(settings.value.theme)
  }

  return {
    open(wanted) {
      presses += 1
      order = { ...wanted, press: presses }
      if (window === null) {
        void takeTheme()
          .then(() => {
            if (window === null) make()
          })
          .catch((cause: unknown) => log.fault('messages', cause))
        return
      }
      emit(window, 'mail', order, log.fault)
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    order: () => order,
    shows: (addressId) => window !== null && order?.addressId === addressId,
    get isWatched() {
      return window?.isFocused() === true
    },
  }
}

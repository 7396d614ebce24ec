import type { Settings } from '../../shared/settings'
import { notificationsText } from '../../shared/text/notifications'
import type { Notifications } from '../desktop/notifications'
import { type HostStanding, type TrayHost, watchTrayHost } from '../desktop/trayHost'
import type { Store } from '../store/store'
import type { Changes } from './changes'
import type { Lifetime } from './lifetime'
import type { MainWindow } from './mainWindow'

/** A window that is just opening has more urgent things to do than the session bus, in milliseconds. */
const AFTER_START_MS = 1_000

export interface PresenceParts {
  readonly store: Store
  readonly changes: Changes
  readonly lifetime: Lifetime
  readonly notifications: Notifications
  readonly window: () => MainWindow
  /** Whether something shows tray icons now. Told again when that is another one than before. */
  readonly onTray: (isShown: boolean) => void
}

/** Whether Mailroom goes on without a visible window: never where its user could not find it any more. */
export interface Presence {
  readonly tray: HostStanding
  /** Closing the window hides it. */
  readonly isKeptOnClose: boolean
  /** What was just set holds from now on: whoever set it may close the window at once. */
  obey(settings: Settings): void
  /** The window is before its user, and keeps Mailroom running by itself. */
  seen(): void
  /** A start that nobody is to see: into the tray, or where there is none as a minimised window. */
  startHidden(): void
}

export function createPresence(parts: PresenceParts): Presence {
  const { store, changes, lifetime, notifications, window } = parts
  let host: TrayHost | null = null
  let closing: Settings['closing'] = 'auto'
  /** Several threads read the store: an earlier reading may be answered after a later one. */
  let readings = 0
  let hasBegun = false
  /** Of a hidden start without a window: only the tray shows that Mailroom runs. */
  let release: (() => void) | null = null

  async function readClosing(): Promise<void> {
    readings += 1
    const reading = readings
    const settings = await store.read('settings.get')
    if (settings.ok && reading === readings) closing = settings.value.closing
  }
  changes.onTold((topics) => {
    if (topics.includes('settings')) void readClosing()
  })

  function follow(standing: HostStanding): void {
    parts.onTray(standing === 'shown')
    changes.tell(['desktop'])
    if (standing !== 'none') return
    // Nothing else shows any more that Mailroom runs.
    if (release !== null || (closing !== 'stay' && window().isOpen)) window().comeBack()
    letGo()
    void sayOnce()
  }

  function letGo(): void {
    release?.()
    release = null
  }

  async function sayOnce(): Promise<void> {
    const isSaid = await store.read('hints.isSaid', 'no-tray')
    if (!isSaid.ok || isSaid.value) return
    const shown = await notifications.show(notificationsText.noTray, () => window().command('settings'))
    if (shown !== null) await store.write('hints.say', 'no-tray')
  }

  const start = () => {
    host ??= watchTrayHost(follow)
  }

  return {
    get tray() {
      return host?.standing ?? 'starting'
    },
    get isKeptOnClose() {
      return closing === 'stay' || (closing === 'auto' && host?.standing === 'shown')
    },
    obey(settings) {
      readings += 1
      closing = settings.closing
    },
    seen() {
      letGo()
      if (hasBegun) return
      hasBegun = true
      void readClosing()
      setTimeout(start, AFTER_START_MS).unref()
    },
    startHidden() {
      if (window().isOpen) return
      release ??= lifetime.hold()
      hasBegun = true
      void readClosing()
      start()
      if (host?.standing !== 'none') return
      window().comeBack()
      letGo()
    },
  }
}

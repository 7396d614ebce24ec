import { notificationsText } from '../../shared/text/notifications'
import type { Notifications } from '../desktop/notifications'
import { type HostStanding, type TrayHost, watchTrayHost } from '../desktop/trayHost'
import type { Store } from '../store/store'
import type { Changes } from './changes'
import type { Lifetime } from './lifetime'
import type { MainWindow } from './mainWindow'

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
  /** Looks for a tray from now on. May be called again. */
  start(): void
  /** A start that nobody is to see: into the tray, or where there is none as a minimised window. */
  startHidden(): void
}

export function createPresence(parts: PresenceParts): Presence {
  const { store, changes, lifetime, notifications, window } = parts
  let host: TrayHost | null = null
  let closing: 'auto' | 'stay' | 'quit' = 'auto'
  /** Of a hidden start without a window: only the tray shows that Mailroom runs. */
  let release: (() => void) | null = null

  async function readClosing(): Promise<void> {
    const settings = await store.read('settings.get')
    if (settings.ok) closing = settings.value.closing
  }
  changes.onTold((topics) => {
    if (topics.includes('settings')) void readClosing()
  })

  function follow(standing: HostStanding): void {
    parts.onTray(standing === 'shown')
    changes.tell(['desktop'])
    if (standing !== 'none') return
    // Nothing shows any more that Mailroom runs.
    if (release !== null || closing !== 'stay') window().comeBack()
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
    if (host !== null) return
    void readClosing()
    host = watchTrayHost(follow)
  }

  return {
    get tray() {
      return host?.standing ?? 'starting'
    },
    get isKeptOnClose() {
      return closing === 'stay' || (closing === 'auto' && host?.standing === 'shown')
    },
    start,
    startHidden() {
      release ??= lifetime.hold()
      start()
      if (host?.standing === 'none') {
        window().show({ isHidden: true })
        letGo()
      }
    },
  }
}

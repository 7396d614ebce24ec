import { powerMonitor } from 'electron'
import { connectSessionBus, sessionBusAddress } from '../bus/sessionBus'

/** Hears each time the computer goes to sleep. Only once the application is ready (Electron, "powerMonitor"). */
export function onSleep(listener: () => void): void {
  powerMonitor.on('suspend', listener)
}

/** Under which names desktops tell that their screen is locked or blank; all by the signal `ActiveChanged`. */
const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
]

/**
 * Hears each time the screen is locked: Electron tells it on macOS and Windows ("powerMonitor", `lock-screen`), on Linux
 * the desktop does, on the session bus. Where nobody tells, the lock still takes the keyboard from every window.
 */
export function onLock(listener: () => void): void {
  powerMonitor.on('lock-screen', listener)
  if (process.platform === 'linux') void follow(listener).catch(() => undefined)
}

async function follow(listener: () => void): Promise<void> {
  const address = sessionBusAddress(process.env)
  const bus = address === null ? null : await connectSessionBus(address)
  for (const name of bus === null ? [] : screenSavers) {
    await bus?.onSignal({ interface: name, member: 'ActiveChanged' }, ([isActive]) => {
      if (isActive === true) listener()
    })
  }
}

import { pathToFileURL } from 'node:url'
import { app, Notification } from 'electron'
import { desktopText } from '../../shared/text/desktop'
import { type NotificationWords, notificationsText } from '../../shared/text/notifications'
import { connectSessionBus, daemon, type SessionBus, sessionBusAddress } from '../bus/sessionBus'

const NAME = 'org.freedesktop.Notifications'
const server = { destination: NAME, path: '/org/freedesktop/Notifications', interface: NAME } as const
/** Who takes longer than this has not shown it, in milliseconds. */
const ANSWER_MS = 5_000
/** Clicks on older ones lead nowhere. */
const MOST_REMEMBERED = 100

/** What the desktop shows of Mailroom beside its windows. */
export interface Notifications {
  /**
   * Shows words; a click calls `onClick`. Answers the number under which a later one can take its place (`replaces`),
   * or null where nothing showed it. Never waits for long, and never fails.
   */
  show(words: NotificationWords, onClick: () => void, replaces?: number | null): Promise<number | null>
  /** Whether anything on this desktop shows notifications. */
  canShow(): Promise<boolean>
}

/**
 * On Linux Mailroom talks to the notification server itself (Desktop Notifications Specification): through Electron
 * each call blocks main until the server answers, and one that hangs would take every window with it.
 * `icon`: absolute path of a PNG, outside of any archive; null: the name under which the desktop knows Mailroom's.
 */
export function createNotifications(icon: string | null): Notifications {
  return process.platform === 'linux' ? onSessionBus(icon) : throughElectron()
}

function onSessionBus(icon: string | null): Notifications {
  const clicks = new Map<number, () => void>()
  let line: Promise<SessionBus | null> | null = null

  const openLine = () => {
    line ??= connect(clicks).then((bus) => {
      const forget = () => {
        line = null
      }
      if (bus === null) forget()
      else void bus.ended.then(forget)
      return bus
    })
    return line
  }

  return {
    async show(words, onClick, replaces = null) {
      try {
        const bus = await openLine()
        if (bus === null) return null
        const [id] = await bus.call(await notifyCall(bus, words, icon, replaces ?? 0), ANSWER_MS)
        if (typeof id !== 'number') return null
        clicks.set(id, onClick)
        for (const old of clicks.keys()) {
          if (clicks.size <= MOST_REMEMBERED) break
          clicks.delete(old)
        }
        return id
      } catch {
        // There is no server, it refused or it hangs: the tray's menu and Activity have it all the same.
        return null
      }
    },
    async canShow() {
      try {
        const bus = await openLine()
        return bus !== null && (await isOffered(bus))
      } catch {
        return false
      }
    },
  }
}

async function connect(clicks: ReadonlyMap<number, () => void>): Promise<SessionBus | null> {
  const address = sessionBusAddress(process.env)
  const bus = address === null ? null : await connectSessionBus(address)
  if (bus === null) return null
  try {
    await bus.onSignal({ interface: NAME, member: 'ActionInvoked' }, ([id, action]) => {
      if (typeof id !== 'number' || action !== 'default') return
      // A click may come with the answer that tells the number; who waits for that has had it by the next turn.
      setImmediate(() => clicks.get(id)?.())
    })
    return bus
  } catch {
    bus.close()
    return null
  }
}

async function notifyCall(bus: SessionBus, words: NotificationWords, icon: string | null, replaces: number) {
  const { Variant } = await import('dbus-next')
  // Only a server that reads marks must be told which characters are none.
  const body = (await readsMarkup(bus)) ? markup(words.body) : words.body
  const hints = { 'desktop-entry': new Variant('s', 'mailroom'), urgency: new Variant('y', 1) }
  const picture = icon === null ? 'mailroom' : pathToFileURL(icon).href
  const actions = ['default', notificationsText.show]
  return {
    ...server,
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: [desktopText.name, replaces, picture, words.title, body, actions, hints, -1],
  }
}

async function readsMarkup(bus: SessionBus): Promise<boolean> {
  const asked = { ...server, member: 'GetCapabilities', signature: '', body: [] }
  const [capabilities] = await bus.call(asked, ANSWER_MS)
  return Array.isArray(capabilities) && capabilities.includes('body-markup')
}

/** Somebody shows notifications now, or is started by the bus for the first one. */
async function isOffered(bus: SessionBus): Promise<boolean> {
  const asked = { ...daemon, signature: 's', body: [NAME] }
  const [isThere] = await bus.call({ ...asked, member: 'NameHasOwner' })
  if (isThere === true) return true
  const [startable] = await bus.call({ ...daemon, member: 'ListActivatableNames', signature: '', body: [] })
  return Array.isArray(startable) && startable.includes(NAME)
}

const markup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function throughElectron(): Notifications {
  let last = 0
  const shown = new Map<number, Notification>()
  return {
    async show({ title, body }, onClick, replaces = null) {
      if (!Notification.isSupported()) return null
      if (replaces !== null) shown.get(replaces)?.close()
      const notification = new Notification({ title, body })
      last += 1
      const id = last
      // Held until it is gone: one that nobody holds hears of no click.
      shown.set(id, notification)
      notification.on('click', onClick)
      notification.on('close', () => shown.delete(id))
      notification.show()
      return id
    },
    canShow: async () => Notification.isSupported(),
  }
}

/** In a package the desktop knows Mailroom's icon by its name; from source it is beside the bundle. */
export const notificationIcon = (fromSource: string): string | null => (app.isPackaged ? null : fromSource)

import { join } from 'node:path'
import type { MailNews } from '../actions/messages/mail'
import type { Log } from '../desktop/log'
import { createNotifications, notificationIcon } from '../desktop/notifications'
import type { ProfileChoice } from '../desktop/ownCommand'
import type { Profile } from '../desktop/profile'
import { onWake } from '../desktop/waking'
import { createDispatcher } from '../ipc/dispatch'
import { createHandlers } from '../ipc/handlers'
import { tellBatches } from './batchEndings'
import type { Changes } from './changes'
import { createDesktopPort } from './desktopPort'
import type { EarlyPage } from './earlyPage'
import { createEndings, type Endings } from './endings'
import { createFleetRefreshing, type FleetRefreshing } from './fleetRefreshing'
import { createHealthNews } from './healthNews'
import { createHealthWatching } from './healthWatching'
import { hideOnLeaving } from './hideOnLeaving'
import type { Lifetime } from './lifetime'
import { createMailNews } from './mailNews'
import { createMailWindow, type MailWindow } from './mailWindow'
import { createMainWindow, type MainWindow } from './mainWindow'
import type { OpenedContext } from './openContext'
import { createPresence } from './presence'
import { createQuickWindow, type QuickWindow } from './quickWindow'
import type { Reach } from './reach'
import { createRefreshing } from './refreshing'
import { createSettling } from './settling'
import { createShortcutChoice } from './shortcutChoice'
import { createTrayDesk, type TrayDesk } from './trayDesk'
import { createWalletNews } from './walletNews'
import { watchWallets } from './walletWatching'

export interface DeskParts {
  readonly opened: OpenedContext & { readonly reach: () => Reach | null }
  readonly changes: Changes
  readonly lifetime: Lifetime
  readonly profile: Profile
  /** What chose it. */
  readonly choice: ProfileChoice
  readonly log: Log
  readonly takePage: EarlyPage['take']
  readonly quit: () => void
}

/** Everything through which a user sees Mailroom on the desktop. */
export interface Desk {
  readonly window: MainWindow
  readonly quick: QuickWindow
  readonly tray: TrayDesk
  readonly endings: Endings
  /** Mail came for an address that somebody waits at. */
  readonly tellMail: (news: MailNews) => void
  readonly fleet: FleetRefreshing
  /** As a program of the desktop: with its window in front, or where nobody is to see it start, in the tray. */
  appear(options: { readonly isHidden: boolean }): void
}

/** Puts windows, tray and notifications together; shows nothing yet. */
export function createDesk(parts: DeskParts): Desk {
  const { opened, changes, lifetime, profile, log, quit } = parts
  const { context, storageProblem } = opened
  const { store } = context
  const notifications = createNotifications(notificationIcon(join(import.meta.dirname, 'icons/128.png')))
  const endings = createEndings({
    store,
    window: () => window,
    notifications,
    askToCopy: (id, email) => quick.open({ kind: 'copy', ids: [id], email }),
    onChange: () => tray.drawSoon(),
  })
  tellBatches({
    context,
    changes,
    notifications,
    isWatched: () => window.isWatched || quick.window?.isFocused() === true,
    tell: (batch) => endings.tellBatch(batch),
    lead: () => window.command('addresses'),
  })
  const presence = createPresence({
    store,
    changes,
    lifetime,
    notifications,
    window: () => window,
    onTray: (isShown) => tray.show(isShown),
  })
  const shortcut = createShortcutChoice({ store, quick: () => quick })
  const refreshing = createRefreshing(context)
  const fleet = createFleetRefreshing(context, { isShown: () => window.isShown })
  onWake(fleet.wake)
  const health = createHealthWatching(context, {
    isShown: () => window.isShown,
    tell: createHealthNews({ store, notifications, lead: (missing) => window.showDomains(missing) }),
  })
  watchWallets(
    context,
    createWalletNews({ store, notifications, lead: ({ accountId }) => window.showBilling(accountId) }),
  )
  const settling = createSettling(context, {
    isShown: () => window.isShown,
    onFault: (cause) => log.fault('settling', cause),
  })
  hideOnLeaving(context)
  const desktop = createDesktopPort({
    opened,
    profile,
    choice: parts.choice,
    shortcut,
    log,
    tray: () => presence.tray,
    obey: presence.obey,
    canNotify: notifications.canShow,
    quick: () => quick,
    mail: () => mail,
    window: () => window,
    quit,
  })
  const dispatch = createDispatcher(createHandlers(context, desktop), log.fault)
  const window: MainWindow = createMainWindow({
    opened,
    dispatch,
    changes,
    log,
    takePage: parts.takePage,
    lifetime,
    isKeptOnClose: () => presence.isKeptOnClose,
    onSeen() {
      presence.seen()
      beginOnce()
      endings.see()
      if (storageProblem !== null) return
      refreshing.look()
      fleet.look()
      health.look()
      settling.look()
    },
    onShown: endings.tellShown,
    onLeft: context.shown.hide,
  })
  const showAddress = (id: string | null) => window.showAddress(id)
  const quick: QuickWindow = createQuickWindow({
    store,
    dispatch,
    changes,
    lifetime,
    log,
    showAddress,
    tell: endings.tell,
  })
  const mail: MailWindow = createMailWindow({ store, dispatch, changes, lifetime, log })
  const mailNews = createMailNews({
    store,
    notifications,
    isWatched: (addressId) => (mail.shows(addressId) ? mail.isWatched : window.isWatched),
    lead({ addressId, email }) {
      if (mail.shows(addressId)) mail.open({ addressId, email })
      else window.showAddress(addressId)
    },
  })
  const tray: TrayDesk = createTrayDesk({
    opened,
    changes,
    endings,
    lifetime,
    window,
    quick,
    mail,
    log,
    reach: opened.reach,
    unseen: () => endings.unseen,
    quit,
  })
  let isOnDesktop = false
  function beginOnce(): void {
    if (!isOnDesktop) void shortcut.begin()
    isOnDesktop = true
  }
  return {
    window,
    quick,
    tray,
    endings,
    tellMail: (news) => void mailNews(news).catch((cause: unknown) => log.fault('mail', cause)),
    fleet,
    appear({ isHidden }) {
      if (isHidden) presence.startHidden()
      else window.show({ isHidden: false })
      beginOnce()
    },
  }
}

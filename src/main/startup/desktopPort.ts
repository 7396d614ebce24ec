import type { Link } from '../../shared/app'
import type { DesktopState } from '../../shared/desktopState'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import { readAppInfo, startDemo } from '../desktop/application'
import { copyText, forgetCopied } from '../desktop/clipboard'
import { quickCommand, readDesktopState } from '../desktop/desktopState'
import type { Log } from '../desktop/log'
import { setLoginItem } from '../desktop/loginItem'
import { ownCommand, type ProfileChoice } from '../desktop/ownCommand'
import type { Profile } from '../desktop/profile'
import { actOn } from '../desktop/windowActs'
import type { Desktop } from '../ipc/handlers'
import { openLink, openPage, showFolder } from '../security/externalLink'
import type { MailWindow } from './mailWindow'
import type { MainWindow } from './mainWindow'
import type { OpenedContext } from './openContext'
import type { QuickWindow } from './quickWindow'
import type { ShortcutChoice } from './shortcutChoice'

export interface DesktopPortParts {
  readonly opened: OpenedContext
  readonly profile: Profile
  readonly log: Log
  /** What chose the profile. */
  readonly choice: ProfileChoice
  readonly shortcut: ShortcutChoice
  readonly tray: () => DesktopState['tray']
  readonly obey: Desktop['obey']
  /** Whether anything on this desktop shows notifications. */
  readonly canNotify: () => Promise<boolean>
  /** The small window; made after this. */
  readonly quick: () => QuickWindow
  /** The small window for messages; made after this, too. */
  readonly mail: () => MailWindow
  /** The main window; made after this, too. */
  readonly window: () => MainWindow
  readonly quit: () => void
}

/** So long a window that has nothing left to show still says what stays on this computer, in milliseconds. */
const LAST_WORDS_MS = 8_000

/** What the desktop does for windows. */
export function createDesktopPort(parts: DesktopPortParts): Desktop {
  const { opened, profile, log } = parts
  const { store } = opened.context
  return {
    info: () => readAppInfo(profile.isDemo, opened.storageProblem, opened.context.recovery.mark() !== null),
    openLink: (link: Link, accountOrigin) => openLink(link, accountOrigin, log.fault),
    showFolder: (folder) => showFolder(folder === 'data' ? profile.folder : profile.logs, log.fault),
    openPage: (address) => openPage(address, log.fault),
    fixPath: (path) => parts.window().fixPath(path),
    mailOrder: () => parts.mail().order(),
    startDemo,
    act: (act) =>
      void setImmediate(() => {
        const { window } = parts.window()
        if (act === 'quit') parts.quit()
        else if (window !== null) actOn(window, act)
      }),
    async state() {
      const settings = await store.read('settings.get')
      return readDesktopState({
        profile: parts.choice,
        shortcut: parts.shortcut.shortcut,
        accelerator: settings.ok ? settings.value.shortcut : null,
        tray: parts.tray(),
        canNotify: await parts.canNotify(),
      })
    },
    obey: parts.obey,
    setShortcut: (accelerator) => parts.shortcut.choose(accelerator),
    async setLogin(startsAtLogin): Promise<Result<void, AppError>> {
      // Sample data is looked at, and never started by itself.
      if (profile.isDemo) return err({ kind: 'forbidden' })
      return setLoginItem(startsAtLogin ? ownCommand(parts.choice) : null)
    },
    copyCommand: () => copyText(quickCommand(parts.choice)),
    quick: {
      order: () => parts.quick().order(),
      close: () => parts.quick().close(),
      showAddress: (id) => parts.quick().showAddress(id),
    },
    quitSoon() {
      // Who deleted everything wants nothing of it to stay.
      forgetCopied()
      setTimeout(parts.quit, LAST_WORDS_MS)
    },
  }
}

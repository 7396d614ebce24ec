import type { Link } from '../../shared/app'
import type { DesktopState } from '../../shared/desktopState'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { readAppInfo, startDemo } from '../desktop/application'
import { copyText } from '../desktop/clipboard'
import type { Log } from '../desktop/log'
import type { Profile } from '../desktop/profile'
import { isWaylandSession } from '../desktop/waylandClipboard'
import type { Desktop } from '../ipc/handlers'
import { openLink, showFolder } from '../security/externalLink'
import type { OpenedContext } from './openContext'
import type { QuickWindow } from './quickWindow'

export interface DesktopPortParts {
  readonly opened: OpenedContext
  readonly profile: Profile
  readonly log: Log
  readonly tray: () => DesktopState['tray']
  /** The small window; made after this. */
  readonly quick: () => QuickWindow
  readonly quit: () => void
}

/** An answer has left the process after so long, in milliseconds. */
const ANSWERED_MS = 200
const COMMAND = 'mailroom --new-address'

/** What the desktop does for windows. */
export function createDesktopPort(parts: DesktopPortParts): Desktop {
  const { opened, profile, log } = parts
  const { store } = opened.context
  return {
    info: () => readAppInfo(profile.isDemo, opened.storageProblem, false),
    openLink: (link: Link, accountOrigin) => openLink(link, accountOrigin, log.fault),
    showFolder: (folder) => showFolder(folder === 'data' ? profile.folder : profile.logs, log.fault),
    startDemo,
    async state() {
      const settings = await store.read('settings.get')
      return {
        session: isWaylandSession(process.env) ? 'wayland' : 'x11',
        tray: parts.tray(),
        shortcut: { accelerator: settings.ok ? settings.value.shortcut : null, standing: 'off' },
        startsAtLogin: null,
        canNotify: false,
        command: COMMAND,
      }
    },
    setShortcut: async (): Promise<Result<void, AppError>> => err({ kind: 'shortcut', problem: 'not-here' }),
    setLogin: async () => ok(undefined),
    copyCommand: () => copyText(COMMAND),
    quick: {
      order: () => parts.quick().order(),
      close: () => parts.quick().close(),
      showAddress: (id) => parts.quick().showAddress(id),
    },
    quitSoon: () => void setTimeout(parts.quit, ANSWERED_MS),
  }
}

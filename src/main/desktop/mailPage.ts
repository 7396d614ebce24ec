import { BrowserWindow, type Session, screen } from 'electron'
import { messagesText } from '../../shared/text/window/messages'
import { keepOnPage } from '../security/navigation'
import { MAIL_PAGE } from '../security/origin'
import { watchAttention } from './attention'
import { offerContextMenu } from './contextMenu'
import type { Log } from './log'
import { pagePreferences } from './pagePreferences'
import { windowColour } from './theme'
import { whenReadyToShow } from './whenReadyToShow'

/** In device-independent pixels: as wide as what most messages are written for, with a margin. */
const SIZE = { width: 660, height: 720 }
const SMALLEST = { minWidth: 400, minHeight: 360 }

export interface MailPageParts {
  /** From `openWindowSession`. */
  readonly session: Session
  /** Absolute path of the bundled preload. */
  readonly preload: string
  /** Absolute path of a PNG. */
  readonly icon: string
  /** Binds the window's channel; called before the page loads. */
  readonly serve: (window: BrowserWindow) => void
  readonly log: Log
}

/** Opens the window for the messages of one address, on the display where the pointer is. It shows itself when it is ready. */
export function openMailPage(parts: MailPageParts): BrowserWindow {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  const window = new BrowserWindow({
    width: Math.min(SIZE.width, workArea.width),
    height: Math.min(SIZE.height, workArea.height),
    ...SMALLEST,
    show: false,
    title: messagesText.title,
    icon: parts.icon,
    backgroundColor: windowColour(),
    webPreferences: pagePreferences(parts.session, parts.preload),
  })
  keepOnPage(window.webContents, MAIL_PAGE)
  parts.serve(window)
  offerContextMenu(window)
  watchAttention(window)
  // The menu and its keys are the main window's.
  window.removeMenu()
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    parts.log.fault('messages', `${reason} (${exitCode})`)
    window.destroy()
  })
  whenReadyToShow(window, () => window.show())
  window.loadURL(MAIL_PAGE).catch((cause: unknown) => parts.log.fault('page', cause))
  return window
}

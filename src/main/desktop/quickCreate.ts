import { BrowserWindow, type BrowserWindowConstructorOptions, type Session, screen } from 'electron'
import { quickCreateText } from '../../shared/text/quickCreate'
import { keepOnPage } from '../security/navigation'
import { QUICK_PAGE } from '../security/origin'
import { watchAttention } from './attention'
import { offerContextMenu } from './contextMenu'
import type { Log } from './log'
import { pagePreferences } from './pagePreferences'
import { windowColour } from './theme'

/** In device-independent pixels. The height is its page's, up to the display's. */
const WIDTH = 460
const FIRST_HEIGHT = 260
/** Where it stands: higher than the middle, where one looks. */
const FROM_TOP = 0.3

export interface QuickPageParts {
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

/** Makes the small window and loads its page. It stays hidden until `bringForward`. */
export function makeQuickPage(parts: QuickPageParts): BrowserWindow {
  const window = new BrowserWindow(windowOptions(parts))
  keepOnPage(window.webContents, QUICK_PAGE)
  parts.serve(window)
  offerContextMenu(window)
  watchAttention(window)
  // The menu and its keys are the main window's.
  window.removeMenu()
  window.webContents.on('content-bounds-updated', (event, bounds) => {
    // The page says how high it is, and nothing else.
    event.preventDefault()
    fitHeight(window, bounds.height)
  })
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    parts.log.fault('quick create', `${reason} (${exitCode})`)
    // The next one has a new page; what this one asked for is in main and goes on.
    window.destroy()
  })
  window.loadURL(QUICK_PAGE).catch((cause: unknown) => parts.log.fault('page', cause))
  return window
}

/** Shows the window on the display where the pointer is, over everything, with the keyboard. */
export function bringForward(window: BrowserWindow): void {
  if (!window.isVisible()) place(window)
  window.setAlwaysOnTop(true)
  window.show()
  window.focus()
}

function windowOptions(parts: QuickPageParts): BrowserWindowConstructorOptions {
  return {
    width: WIDTH,
    height: FIRST_HEIGHT,
    useContentSize: true,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    title: quickCreateText.title,
    icon: parts.icon,
    backgroundColor: windowColour(),
    webPreferences: {
      ...pagePreferences(parts.session, parts.preload),
      // It is made ahead, and has to be painted when a key calls it.
      backgroundThrottling: false,
    },
  }
}

function place(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  const [, height = FIRST_HEIGHT] = window.getContentSize()
  const x = Math.round(workArea.x + (workArea.width - WIDTH) / 2)
  const y = Math.round(workArea.y + (workArea.height - height) * FROM_TOP)
  window.setBounds({ x, y, width: WIDTH, height })
}

function fitHeight(window: BrowserWindow, wanted: number): void {
  if (window.isDestroyed()) return
  const { workArea } = screen.getDisplayMatching(window.getBounds())
  const { x, y } = window.getBounds()
  const height = Math.min(Math.ceil(wanted), workArea.height)
  // What grows beyond the lower edge moves up.
  const top = Math.max(workArea.y, Math.min(y, workArea.y + workArea.height - height))
  window.setBounds({ x, y: top, width: WIDTH, height })
}

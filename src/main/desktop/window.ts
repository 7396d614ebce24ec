import { BrowserWindow, type BrowserWindowConstructorOptions, type Session, screen } from 'electron'
import { desktopText } from '../../shared/text/desktop'
import { APP_PAGE } from '../security/origin'
import { watchAttention } from './attention'
import { offerContextMenu } from './contextMenu'
import type { Log } from './log'
import { pagePreferences } from './pagePreferences'
import { windowColour } from './theme'
import { whenReadyToShow } from './whenReadyToShow'
import { watchHealth } from './windowHealth'
import { placeOnDisplays, SMALLEST, type WindowPlace } from './windowPlace'

export interface MainWindowParts {
  /** From `openWindowSession`. */
  readonly session: Session
  /** Absolute path of the bundled preload. */
  readonly preload: string
  /** Absolute path of a PNG; null where the system has the icon from elsewhere. */
  readonly icon: string | null
  /** Where the window was; null the first time. */
  readonly place: WindowPlace | null
  readonly savePlace: (place: WindowPlace) => void
  /** Opens among the other windows of the desktop's bar, not in front of them. */
  readonly isMinimized: boolean
  /** Binds the window's channel; called before the page loads. */
  readonly serve: (window: BrowserWindow) => void
  readonly log: Log
}

/** After the last move or change of size, in milliseconds. */
const SETTLED_MS = 400

/** Opens Mailroom's window and loads its page. It shows itself when there is something to see. */
export function openMainWindow(parts: MainWindowParts): BrowserWindow {
  const window = new BrowserWindow(windowOptions(parts))
  parts.serve(window)
  keepPlace(window, parts.savePlace)
  watchHealth(window, parts.log)
  offerContextMenu(window)
  watchAttention(window)
  whenReadyToShow(window, () => show(window, parts))
  window.loadURL(APP_PAGE).catch((cause: unknown) => parts.log.fault('page', cause))
  return window
}

function show(window: BrowserWindow, { isMinimized, place }: MainWindowParts): void {
  if (isMinimized) minimize(window)
  else if (place?.isMaximized === true) window.maximize()
  else window.show()
}

/** Among the other windows of the desktop's bar, not in front of them. */
export function minimize(window: BrowserWindow): void {
  // X11 has no minimised state for a window that is not shown.
  window.showInactive()
  window.minimize()
}

function windowOptions(parts: MainWindowParts): BrowserWindowConstructorOptions {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  return {
    ...placeOnDisplays(parts.place, displays),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: desktopText.name,
    show: false,
    backgroundColor: windowColour(),
    ...(parts.icon === null ? {} : { icon: parts.icon }),
    webPreferences: pagePreferences(parts.session, parts.preload),
  }
}

function keepPlace(window: BrowserWindow, save: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | undefined
  const saveNow = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isMinimized() && !window.isFullScreen()) {
      save({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
    }
  }
  const saveSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(saveNow, SETTLED_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', saveNow)
}

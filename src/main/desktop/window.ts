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

export interface MainPageParts {
  /** From `openWindowSession`. */
  readonly session: Session
  /** Absolute path of the bundled preload. */
  readonly preload: string
  /** Binds the window's channel; called before the page loads. */
  readonly serve: (window: BrowserWindow) => void
  readonly log: Log
}

/** The main window, hidden, while its page loads. */
export interface MainPage {
  readonly window: BrowserWindow
  /** The page hears what it is told. */
  readonly loaded: Promise<void>
  /** There is something to see. */
  readonly drawn: Promise<void>
}

export interface Appearance {
  /** Absolute path of a PNG. */
  readonly icon: string
  /** Where the window was; null the first time. */
  readonly place: WindowPlace | null
  readonly savePlace: (place: WindowPlace) => void
  /** Opens among the other windows of the desktop's bar, not in front of them. */
  readonly isMinimized: boolean
}

/** After the last move or change of size, in milliseconds. */
const SETTLED_MS = 400

/** Makes Mailroom's window and loads its page. Nobody sees it before `appear`. */
export function makeMainPage(parts: MainPageParts): MainPage {
  const window = new BrowserWindow(windowOptions(parts))
  parts.serve(window)
  watchHealth(window, parts.log)
  offerContextMenu(window)
  watchAttention(window)
  const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
  const drawn = new Promise<void>((resolve) => whenReadyToShow(window, resolve))
  window.loadURL(APP_PAGE).catch((cause: unknown) => parts.log.fault('page', cause))
  return { window, loaded, drawn }
}

/** Gives the window its place and the theme's colour; it shows itself when there is something to see. */
export function appear(page: MainPage, { icon, place, savePlace, isMinimized }: Appearance): void {
  const { window } = page
  // Not while it is made: its page waits for that, and a picture takes a while to read.
  if (process.platform !== 'darwin') window.setIcon(icon)
  if (place !== null) putInPlace(window, place)
  keepPlace(window, savePlace)
  window.setBackgroundColor(windowColour())
  void page.drawn.then(() => {
    if (window.isDestroyed()) return
    if (isMinimized) minimize(window)
    else if (place?.isMaximized === true) window.maximize()
    else window.show()
  })
}

function putInPlace(window: BrowserWindow, place: WindowPlace): void {
  const bounds = placeOnDisplays(place, workAreas())
  window.setBounds(bounds)
  if (bounds.x === undefined) window.center()
}

/** Among the other windows of the desktop's bar, not in front of them. */
export function minimize(window: BrowserWindow): void {
  // X11 has no minimised state for a window that is not shown.
  window.showInactive()
  window.minimize()
}

const workAreas = () =>
  [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)

function windowOptions(parts: MainPageParts): BrowserWindowConstructorOptions {
  return {
    ...placeOnDisplays(null, workAreas()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: desktopText.name,
    show: false,
    backgroundColor: windowColour(),
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

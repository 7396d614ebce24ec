import type { BrowserWindow } from 'electron'
import { isWaylandSession } from './waylandClipboard'

/**
 * Calls back once, when a hidden window's page has something to show. On Wayland a window that was never shown may be
 * given no frames to paint, and Electron's event for it then never comes (electron/electron issue 48859): there a loaded
 * page has to do.
 */
export function whenReadyToShow(window: BrowserWindow, then: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    then()
  }
  window.once('ready-to-show', once)
  if (isWaylandSession(process.env)) window.webContents.once('did-finish-load', once)
}

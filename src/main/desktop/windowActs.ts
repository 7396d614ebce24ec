import type { BrowserWindow } from 'electron'
import type { WindowAct } from '../../shared/palette'

/** What Electron's own menu roles go by. */
const ZOOM_STEP = 0.5

/** Does with a window what the application menu does with the one in front (Electron, "MenuItem", "Roles"). */
export function actOn(window: BrowserWindow, act: Exclude<WindowAct, 'quit'>): void {
  const { webContents } = window
  switch (act) {
    case 'close-window':
      window.close()
      return
    case 'actual-size':
      webContents.zoomLevel = 0
      return
    case 'zoom-in':
      webContents.zoomLevel += ZOOM_STEP
      return
    case 'zoom-out':
      webContents.zoomLevel -= ZOOM_STEP
      return
    case 'full-screen':
      window.setFullScreen(!window.isFullScreen())
      return
    default:
      act satisfies never
  }
}

import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'
import { actOn } from '../../../src/main/desktop/windowActs'
import { windowAct } from '../../../src/shared/palette'

/** A window at a zoom that nobody chose by steps, and what became of it. */
function aWindow(isFullScreen = false) {
  const became = { zoom: 2, isFullScreen, isOpen: true }
  const own: unknown = {
    close: () => {
      became.isOpen = false
    },
    isFullScreen: () => became.isFullScreen,
    setFullScreen: (is: boolean) => {
      became.isFullScreen = is
    },
    webContents: {
      get zoomLevel() {
        return became.zoom
      },
      set zoomLevel(level: number) {
        became.zoom = level
      },
    },
  }
  // What is done to windows here needs no more of one.
  return { window: own as BrowserWindow, became }
}

/** What Electron's own roles of the menu do (Electron, "MenuItem", "Roles"): close, resetZoom, zoomIn, zoomOut, togglefullscreen. */
const BECOMES = {
  'close-window': { zoom: 2, isFullScreen: false, isOpen: false },
  'actual-size': { zoom: 0, isFullScreen: false, isOpen: true },
  'zoom-in': { zoom: 2.5, isFullScreen: false, isOpen: true },
  'zoom-out': { zoom: 1.5, isFullScreen: false, isOpen: true },
  'full-screen': { zoom: 2, isFullScreen: true, isOpen: true },
} as const
const acts = windowAct.options.filter((act) => act !== 'quit')

it.each(acts)('does with a window what the menu does with it: %s', (act) => {
  const { window, became } = aWindow()
  actOn(window, act)
  expect(became).toEqual(BECOMES[act])
})

it('leaves the full screen by the same', () => {
  const { window, became } = aWindow(true)
  actOn(window, 'full-screen')
  expect(became.isFullScreen).toBe(false)
})

import { BrowserWindow, type InputEvent } from 'electron'

const touched = new WeakSet<BrowserWindow>()
const presses: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart'])

/** Notices when the user presses something in a window, until they turn to another one. */
export function watchAttention(window: BrowserWindow): void {
  const { webContents } = window
  const notice = (_event: unknown, { type }: InputEvent) => {
    if (!presses.has(type)) return
    touched.add(window)
    // Once is enough: the pointer's moves come this way, too.
    webContents.off('input-event', notice)
  }
  webContents.on('input-event', notice)
  window.on('blur', () => {
    touched.delete(window)
    webContents.off('input-event', notice)
    webContents.on('input-event', notice)
  })
}

/** Whether the user is in one of our windows and has pressed something there: Wayland lets only that one copy. */
export function isUserHere(): boolean {
  const focused = BrowserWindow.getFocusedWindow()
  return focused !== null && touched.has(focused)
}

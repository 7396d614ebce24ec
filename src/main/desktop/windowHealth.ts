import { app, type BrowserWindow, dialog } from 'electron'
import { desktopText } from '../../shared/text/desktop'
import type { Log } from './log'

/**
 * Says so when a window's process has gone or hangs, and offers to load it again: what is under way is
 * in main and goes on.
 */
export function watchHealth(window: BrowserWindow, log: Log): void {
  let isAsking = false

  const ask = async (words: { message: string; detail: string }, buttons: [string, string]) => {
    isAsking = true
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        ...words,
        buttons,
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      return response
    } finally {
      isAsking = false
    }
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.fault('window', `${reason} (${exitCode})`)
    if (isAsking) return
    const { message, detail, reload, quit } = desktopText.windowGone
    void ask({ message, detail }, [reload, quit]).then((pressed) => {
      if (pressed === 1) app.quit()
      else if (!window.isDestroyed()) window.reload()
    })
  })

  window.on('unresponsive', () => {
    log.fault('window', 'unresponsive')
    if (isAsking) return
    const { message, detail, wait, reload } = desktopText.windowHangs
    void ask({ message, detail }, [wait, reload]).then((pressed) => {
      if (pressed !== 1 || window.isDestroyed()) return
      // A page that hangs does not take part in a reload.
      window.webContents.forcefullyCrashRenderer()
      window.webContents.reload()
    })
  })
}

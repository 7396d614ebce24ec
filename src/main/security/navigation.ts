import type { WebContents } from 'electron'
import { APP_PAGE } from './origin'

/**
 * Keeps a web contents where it was put: its page does not leave Mailroom's own, no frame loads anything,
 * no window opens, no `<webview>` is attached.
 */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // What is left is a page that loads itself again.
    if (event.url !== APP_PAGE) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('did-navigate', (_event, url) => {
    // `about:blank` asks nobody before it comes (Chromium loads it without a request).
    if (contents.getType() !== 'window' || url === APP_PAGE) return
    // Where it cannot be loaded either, the window is about to close.
    contents.loadURL(APP_PAGE).catch(() => undefined)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

import { app, type WebContents } from 'electron'
import { APP_PAGE } from './origin'

/**
 * Keeps every web contents where it was put: no page leaves Mailroom's own, no frame loads anything, no
 * window opens, no `<webview>` is attached. Call it once, before the first window.
 */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // What is left is a page that loads itself again.
    if (event.url !== APP_PAGE) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

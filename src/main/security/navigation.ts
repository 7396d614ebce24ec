import type { WebContents } from 'electron'
import { APP_PAGE, type MAIL_PAGE, type QUICK_PAGE } from './origin'

/** The page that a web contents shows for good; the main window's unless told. */
const homes = new WeakMap<WebContents, string>()

/** Gives a web contents another page of Mailroom's to stay on; before it loads anything. */
export function keepOnPage(contents: WebContents, page: typeof QUICK_PAGE | typeof MAIL_PAGE): void {
  homes.set(contents, page)
}

/**
 * Keeps a web contents where it was put: its page is one of Mailroom's own and stays the same one, no frame
 * loads anything, no window opens, no `<webview>` is attached.
 */
export function guardNavigation(contents: WebContents): void {
  const home = () => homes.get(contents) ?? APP_PAGE
  contents.on('will-navigate', (event) => {
    // What is left is a page that loads itself again.
    if (event.url !== home()) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('did-navigate', (_event, url) => {
    // `about:blank` asks nobody before it comes (Chromium loads it without a request).
    if (contents.getType() !== 'window' || url === home()) return
    // Where it cannot be loaded either, the window is about to close.
    contents.loadURL(home()).catch(() => undefined)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

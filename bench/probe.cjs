/**
 * Runs first in the main process of whatever is measured (`electron -r probe.cjs APPLICATION`), and tells on standard
 * output when something happened there, a line each: `bench NAME MILLISECONDS`, since 1970.
 *
 * BENCH_USABLE holds an expression for the page: true when what is waited for is on it. `usable` is told once the
 * frame that shows it was drawn.
 */
const { app } = require('electron')

/** @param {string} name @param {number} [at] */
const tell = (name, at = Date.now()) => process.stdout.write(`bench ${name} ${at}\n`)

tell('main')
// The application reads its own arguments; ours are none of its.
const ours = process.argv.indexOf('-r')
if (ours >= 0) process.argv.splice(ours, 2)

const usable = process.env.BENCH_USABLE ?? ''
/** Resolves when the page was drawn with what is waited for; kept small, since it runs while the page starts. */
const waitInPage = `new Promise((resolve) => {
  const isUsable = () => ${usable}
  const drawn = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(Date.now())
    port2.postMessage(null)
  })
  if (isUsable()) return drawn()
  const observer = new MutationObserver(() => {
    if (!isUsable()) return
    observer.disconnect()
    drawn()
  })
  observer.observe(document, { childList: true, subtree: true })
})`

app.once('ready', () => tell('ready'))
app.once('browser-window-created', (_event, window) => {
  tell('window')
  const { webContents } = window
  window.once('ready-to-show', () => tell('ready-to-show'))
  window.once('show', () => tell('show'))
  webContents.once('dom-ready', () => tell('dom-ready'))
  webContents.once('did-navigate', () => {
    tell('navigated')
    if (usable === '') return
    // `webContents.executeJavaScript` waits until everything has loaded; the frame's does not.
    webContents.mainFrame.executeJavaScript(waitInPage).then(
      (at) => tell('usable', Number(at)),
      (cause) => process.stderr.write(`The page could not be watched: ${cause}\n`),
    )
  })
})

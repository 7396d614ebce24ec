/**
 * Runs first in the main process of what a test drives (`electron -r holdReady.cjs APPLICATION`): Electron is ready for the
 * application only once Playwright has connected, as it is where Playwright chooses the Electron itself. A window that is
 * made while Playwright connects may be met between two of its pages, and is then waited for without end.
 */
const { app } = require('electron')

// The application reads its own arguments; ours are none of its.
process.argv.splice(process.argv.indexOf('-r'), 2)

const ready = app.whenReady()
const emit = app.emit.bind(app)
/** @type {unknown[]} */
let told = []
let isReady = false
/** @type {() => void} */
let release = () => {}
const released = new Promise((resolve) => {
  release = () => resolve(undefined)
})

app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args)
  told = args
  return true
}
app.isReady = () => isReady
app.whenReady = () => released

// Playwright calls this when it is there.
Object.assign(globalThis, {
  async __playwright_run() {
    await ready
    isReady = true
    release()
    emit('ready', ...told)
  },
})

/**
 * The least that Electron can show: one window with an empty page, opened as soon as Electron lets it. What it costs is
 * the runtime's own, and the measure for everything that Mailroom adds.
 */
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  return window.loadFile(path.join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())

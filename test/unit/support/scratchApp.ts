import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MAIN = `
const { app, BrowserWindow, clipboard, ipcMain } = require('electron')
const has = (name) => process.argv.includes('--' + name)
if (has('print')) {
  app.whenReady().then(() => {
    process.stdout.write('printed from ' + app.getPath('userData') + '\\n')
    process.stderr.write('said aside\\n')
    app.exit(5)
  })
} else if (has('stay')) {
  app.whenReady().then(() => process.stdout.write('staying\\n'))
} else {
  if (has('early-output')) process.stderr.write('early: something is wrong\\n')
  app.whenReady().then(async () => {
    if (has('no-window')) return
    const window = new BrowserWindow({ webPreferences: { sandbox: !has('no-seccomp'), contextIsolation: true } })
    await window.loadFile('index.html', { query: Object.fromEntries(process.argv.filter((a) => a.startsWith('--page-')).map((a) => [a.slice(7), '1'])) })
    clipboard.writeText('copied by the application')
  })
  app.on('before-quit', (event) => { if (has('never-quits')) event.preventDefault() })
  app.on('window-all-closed', () => { if (!has('never-quits')) app.quit() })
}
`
const PAGE = `<!doctype html><html><head><title>Scratch</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"></head>
<body><h1>Scratch</h1><script src="page.js"></script></body></html>`
const SCRIPT = `
const has = (name) => new URLSearchParams(location.search).has(name)
if (has('console')) console.log('a word on the console')
if (has('policy')) document.body.appendChild(Object.assign(new Image(), { src: 'http://127.0.0.1:9/pixel.png' }))
if (has('throws')) throw new Error('thrown in the page')
`

/** Writes a small application that misbehaves as its command line says, where everybody can read it; gives its folder. */
export const writeScratchApp = (): string => {
  const folder = mkdtempSync('/tmp/scratch-app-')
  chmodSync(folder, 0o755)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'scratch', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(folder, 'main.cjs'), MAIN)
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'page.js'), SCRIPT)
  return folder
}

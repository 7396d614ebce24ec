import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const source = join(import.meta.dirname, '../../../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: withoutComments(readFileSync(join(source, file), 'utf8')) }))

function withoutComments(text: string) {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

const whereStands = (pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

/** Electron's defaults are the strict ones; each of these would soften one. */
it.each([
  [
    'a certificate that does not fit is never accepted',
    /certificate-error|setCertificateVerifyProc|ignore-certificate/,
  ],
  ['no proxy or server is told a password', /\.on\(\s*'login'(?!, \(\w+, answer\) => answer\(\)\))/],
  ['no crash report is written, for it holds what was in memory', /crashReporter/],
  ['no Blink feature is switched on', /enableBlinkFeatures|enable-blink-features/],
  [
    'the page’s own rules are never off',
    /webSecurity:\s*false|allowRunningInsecureContent:\s*true|bypassCSP/,
  ],
  ['no window has Node', /nodeIntegration\w*:\s*true|contextIsolation:\s*false|sandbox:\s*false/],
  ['no web page is embedded', /<webview|webviewTag:\s*true|allowpopups/],
  ['nothing is served from file://', /loadFile\(|file:\/\/\//],
  ['no html is made of text', /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/],
  ['no text is run', /\beval\(|new Function\(|executeJavaScript/],
  ['nobody but main asks main', /\bipcMain\b|@electron\/remote/],
])('%s', (_, pattern) => {
  expect(whereStands(pattern)).toEqual([])
})

it('would find them', () => {
  expect(whereStands(/contextIsolation:\s*true/)).toEqual(['main/desktop/pagePreferences.ts'])
})

it('lets one file open something outside, and one bring the bridge to a page', () => {
  expect(whereStands(/shell\.open/)).toEqual(['main/security/externalLink.ts'])
  expect(whereStands(/exposeInMainWorld/)).toEqual(['preload/index.ts'])
  expect(whereStands(/clipboard\.write/)).toEqual([
    'main/desktop/clipboard.ts',
    'main/desktop/holdClipboard.ts',
  ])
})

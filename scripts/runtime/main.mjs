/**
 * The application that an Electron without one of its own starts with: `electron [options] FOLDER [arguments]`
 * runs the application in FOLDER. It goes into `resources/default_app.asar` of the runtime that set-up makes from
 * the npm registry; Electron's own download brings such a loader along.
 *
 * An ES module whose last act is an awaited import: Electron holds back `ready` until it has settled, so the
 * application can still register its schemes (Electron documentation, "ES Modules in Electron").
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const given = readArguments(process.argv.slice(1))
for (const preload of given.preloads) require(path.resolve(preload))

const folder = path.resolve(given.folder)
const about = readAbout(folder)
app.setName(about.productName ?? about.name)
if (about.desktopName) app.setDesktopName(about.desktopName)
// What only a loader may set is not in Electron's public types.
const loader = /** @type {{ setVersion(version: string): void, setAppPath(folder: string): void }} */ (
  /** @type {unknown} */ (app)
)
loader.setVersion(about.version)
loader.setAppPath(folder)
Object.assign(process, { defaultApp: true })

await import(pathToFileURL(path.join(folder, about.main)).href)

/**
 * Options of Chromium may stand before the folder. `-r FILE` (Electron's and Playwright's way to run something
 * first) takes the argument after it.
 *
 * @param {string[]} args
 */
function readArguments(args) {
  const preloads = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '-r' || arg === '--require') preloads.push(args[++index] ?? '')
    else if (!arg.startsWith('-')) return { preloads, folder: arg }
  }
  return { preloads, folder: '.' }
}

/** @param {string} folder */
function readAbout(folder) {
  const file = path.join(folder, 'package.json')
  try {
    return { name: 'Electron', version: '0.0.0', main: 'index.js', ...JSON.parse(readFileSync(file, 'utf8')) }
  } catch (failure) {
    process.stderr.write(`${file} cannot be read: ${failure instanceof Error ? failure.message : failure}\n`)
    process.exit(1)
  }
}

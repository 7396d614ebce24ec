import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLock, runtimePackages } from '../setup/packages.mjs'

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} Licence of one package */

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Vite writes here, inside each bundle's folder, what it has put into that bundle (`build.license`). */
export const bundledLicences = 'licences.json'
/** Imported by style sheets, where Vite does not count them. */
const inStyles = ['tailwindcss']

/**
 * Writes the licences of everything that Mailroom is made of into `out/licences.txt`, as its licences ask. Part of
 * the last of the three builds, the renderer's.
 *
 * @returns {import('vite').Plugin}
 */
export function licences() {
  return {
    name: 'mailroom:licences',
    apply: 'build',
    closeBundle() {
      const out = path.join(root, 'out')
      const bundled = ['main', 'preload', 'renderer'].flatMap((bundle) =>
        readBundled(path.join(out, bundle, bundledLicences)),
      )
      const beside = [...runtimePackages(readLock(path.join(root, 'package-lock.json'))), ...inStyles.map(place)]
        .map((folder) => path.join(root, folder))
        .filter((folder) => existsSync(folder))
        .map(readPackage)
      const own = readFileSync(path.join(root, 'LICENSE'), 'utf8')
      writeFileSync(path.join(out, 'licences.txt'), licenceText(own, [...bundled, ...beside]))
    },
  }
}

const place = (/** @type {string} */ name) => `node_modules/${name}`

/**
 * @param {string} file
 * @returns {Licence[]}
 */
function readBundled(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * What a package says about its licence.
 *
 * @param {string} folder
 * @returns {Licence}
 */
function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  return {
    name,
    version,
    ...(license ? { identifier: license } : {}),
    ...(file ? { text: readFileSync(path.join(folder, file), 'utf8') } : {}),
  }
}

/**
 * One text of all licences, each package once, by name.
 *
 * @param {string} own Mailroom's licence
 * @param {readonly Licence[]} others
 * @returns {string}
 */
export function licenceText(own, others) {
  const byName = new Map(others.map((other) => [`${other.name} ${other.version}`, other]))
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = sorted.map(([title, { identifier, text }]) =>
    section(identifier ? `${title} (${identifier})` : title, text ?? 'The package has no text of its licence.'),
  )
  return [section('Mailroom (MIT)', own), WHERE_ELECTRON_IS, ...parts].join('\n')
}

const RULE = '='.repeat(80)
const WHERE_ELECTRON_IS = section(
  'Electron and Chromium',
  'Their licences are the files LICENSE and LICENSES.chromium.html beside the program.',
)

/**
 * @param {string} title
 * @param {string} text
 */
function section(title, text) {
  return `${RULE}\n${title}\n${RULE}\n\n${text.trim().replaceAll('\r\n', '\n')}\n`
}

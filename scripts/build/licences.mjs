import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLock, runtimePackages } from '../setup/packages.mjs'

/**
 * @typedef {object} Licence of one package
 * @property {string} name
 * @property {string} version
 * @property {string} identifier
 * @property {string | undefined} text
 * @property {string[]} parts packages that hold a part of this one for one platform, often without the text
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Comes in through a style sheet, whose imports no bundle lists. */
const inStyles = ['node_modules/tailwindcss']

/**
 * Writes the licences of everything that Mailroom is made of into `out/licences.txt`. Each of the three builds tells
 * it what went into its bundle, so the last one has them all.
 *
 * @returns {() => import('vite').Plugin} makes the plugin for one build
 */
export function collectLicences() {
  const beside = [...runtimePackages(readLock(path.join(root, 'package-lock.json'))), ...inStyles].filter(
    // Electron runs on glibc only.
    (place) => !/-musl(eabihf)?$/.test(place),
  )
  const folders = new Set(
    beside.map((place) => path.join(root, place)).filter((folder) => existsSync(folder)),
  )
  return () => ({
    name: 'mailroom:licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const id of chunk.moduleIds) {
          const folder = packageFolder(id)
          if (folder) folders.add(folder)
        }
      }
    },
    closeBundle() {
      const own = readFileSync(path.join(root, 'LICENSE'), 'utf8')
      const out = path.join(root, 'out')
      mkdirSync(out, { recursive: true })
      writeFileSync(path.join(out, 'licences.txt'), licenceText(own, [...folders].map(readLicence)))
    },
  })
}

/**
 * The folder of the npm package that a bundled module is from.
 *
 * @param {string} id as the bundler names modules: a path, perhaps with a prefix or a query
 * @returns {string | undefined} undefined for a module of our own
 */
export function packageFolder(id) {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(id)?.[1]
}

/**
 * What a package says about its licence.
 *
 * @param {string} folder
 * @returns {Licence}
 */
function readLicence(folder) {
  const { name, version, license, optionalDependencies } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  return {
    name,
    version,
    // Older packages have an object there.
    identifier: license?.type ?? license ?? 'see its text',
    text: file && readFileSync(path.join(folder, file), 'utf8'),
    parts: Object.keys(optionalDependencies ?? {}),
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
  const byTitle = new Map(
    others.map((other) => [`${other.name} ${other.version} (${other.identifier})`, other]),
  )
  const sorted = [...byTitle].sort(([a], [b]) => (a < b ? -1 : 1))
  const textOf = (/** @type {Licence} */ { name, text }) =>
    text ??
    others.find((other) => other.parts.includes(name))?.text ??
    'The package has no text of its licence.'
  const parts = sorted.map(([title, licence]) => section(title, textOf(licence)))
  return [section('Mailroom (MIT)', own), WHERE_ELECTRONS_ARE, ...parts].join('\n')
}

/**
 * @param {string} title
 * @param {string} text
 */
function section(title, text) {
  const rule = '='.repeat(80)
  return `${rule}\n${title}\n${rule}\n\n${text.trim().replaceAll('\r\n', '\n')}\n`
}

const WHERE_ELECTRONS_ARE = section(
  'Electron and Chromium',
  'Their licences are the files LICENSE and LICENSES.chromium.html beside the program.',
)

import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { run } from '../setup/run.mjs'
import { Stop } from '../setup/words.mjs'

/**
 * @typedef {object} Edition what is being packed
 * @property {string} version a semantic version, and a Debian one
 * @property {string} arch as Node names it
 * @property {string} debArch as Debian names it
 * @property {number} date of the sources, seconds since 1970: every file in a package gets it
 */

/** @type {Readonly<Record<string, string>>} */
const debArchs = { x64: 'amd64', arm64: 'arm64', arm: 'armhf' }

/**
 * @param {string} root the repository
 * @param {import('../setup/electron.mjs').Electron} electron
 * @returns {Promise<Edition>}
 */
export async function readEdition(root, electron) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const debArch = debArchs[process.arch]
  if (!debArch) throw new Stop(`There is no Debian architecture for ${process.arch}.`)
  return {
    version: versionOf(version, electron),
    arch: process.arch,
    debArch,
    date: await readSourceDate(root, process.env.SOURCE_DATE_EPOCH),
  }
}

/**
 * The version of a package. On another Electron than the pinned one it says so, behind a plus sign, which makes it
 * newer than none and comes after the same version in Debian's order.
 *
 * @param {string} version Mailroom's
 * @param {{ version: string, isPinned: boolean }} electron
 */
export function versionOf(version, electron) {
  return electron.isPinned ? version : `${version}+electron${electron.version}`
}

/**
 * When the sources were last changed: what SOURCE_DATE_EPOCH says, else the last commit's date, else, outside of a
 * repository, that of package.json.
 *
 * @param {string} root
 * @param {string | undefined} given
 * @returns {Promise<number>} seconds since 1970
 */
export async function readSourceDate(root, given) {
  if (given !== undefined) {
    if (/^\d{1,11}$/.test(given)) return Number(given)
    throw new Stop('SOURCE_DATE_EPOCH is not a number of seconds.')
  }
  const commit = await run('git', ['log', '-1', '--format=%ct'], { cwd: root }).catch(() => undefined)
  const date = commit?.code === 0 ? Number(commit.output.trim()) : Number.NaN
  if (Number.isInteger(date) && date > 0) return date
  return Math.floor(statSync(path.join(root, 'package.json')).mtimeMs / 1000)
}

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { isRoot, withLock } from './cache.mjs'
import { lastWords, run } from './run.mjs'
import { during, Stop } from './words.mjs'

/**
 * @typedef {'window' | 'display' | 'test' | 'package'} Purpose
 *   to open a window; to have a display and a bus where there is none; to test; to build a .deb
 * @typedef {object} Need
 * @property {Purpose} purpose
 * @property {string[]} packages its Debian package under the names it has had, newest first
 * @property {string} [library] by which its presence is told, with or without a package
 * @property {string} [program] likewise
 */

/** @type {readonly Need[]} */
export const needs = [
  { purpose: 'window', packages: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0' },
  { purpose: 'window', packages: ['libnss3'], library: 'libnss3.so' },
  { purpose: 'window', packages: ['libasound2t64', 'libasound2'], library: 'libasound.so.2' },
  { purpose: 'window', packages: ['libgbm1'], library: 'libgbm.so.1' },
  { purpose: 'window', packages: ['libsecret-1-0'], library: 'libsecret-1.so.0' },
  { purpose: 'window', packages: ['libnotify4'], library: 'libnotify.so.4' },
  { purpose: 'display', packages: ['xvfb'], program: 'Xvfb' },
  { purpose: 'display', packages: ['dbus'], program: 'dbus-daemon' },
  { purpose: 'test', packages: ['xauth'], program: 'xauth' },
  { purpose: 'test', packages: ['dbus-x11'], program: 'dbus-launch' },
  { purpose: 'test', packages: ['gnome-keyring'], program: 'gnome-keyring-daemon' },
  { purpose: 'test', packages: ['xclip'], program: 'xclip' },
  { purpose: 'test', packages: ['xdotool'], program: 'xdotool' },
  { purpose: 'test', packages: ['sway'], program: 'sway' },
  { purpose: 'test', packages: ['wl-clipboard'], program: 'wl-copy' },
  { purpose: 'test', packages: ['wtype'], program: 'wtype' },
  { purpose: 'test', packages: ['openssl'], program: 'openssl' },
  { purpose: 'package', packages: ['dpkg'], program: 'dpkg-deb' },
  { purpose: 'package', packages: ['tar'], program: 'tar' },
  { purpose: 'package', packages: ['gzip'], program: 'gzip' },
]

/**
 * Sees to it that the system has the libraries and programs for these purposes: as root on Debian (and what stems
 * from it) with apt; otherwise by saying what is missing and how to get it.
 *
 * @param {readonly Purpose[]} purposes
 * @returns {Promise<void>} rejects with a `Stop` where something is missing and stays so
 */
export async function ensureSystemPackages(purposes) {
  if (process.platform !== 'linux') return
  const wanted = needs.filter(({ purpose }) => purposes.includes(purpose))
  const isDebian = existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query')
  const missing = isDebian ? missingPackages(wanted, await readInstalled(wanted)) : wanted
  if (missing.length === 0) return
  if (isDebian && isRoot()) return withLock('debian', (hold) => install(wanted, hold))

  const really = await reallyMissing(missing)
  if (really.length === 0) return
  throw new Stop(isDebian ? aptWords(pickNames(really, await readCandidates(really))) : libraryWords(really))
}

/**
 * Which needs no installed package meets.
 *
 * @param {readonly Need[]} wanted
 * @param {ReadonlyMap<string, string>} installed the state of packages in dpkg's words
 */
export function missingPackages(wanted, installed) {
  return wanted.filter(({ packages }) => !packages.some((name) => installed.get(name) === 'installed'))
}

/** @param {readonly Need[]} wanted */
async function readInstalled(wanted) {
  const format = '--showformat=$' + '{Package} $' + '{db:Status-Status}\\n'
  const names = wanted.flatMap(({ packages }) => packages)
  return parseInstalled((await run('dpkg-query', ['--show', format, ...names])).output)
}

/**
 * Reads what dpkg-query answered. It also names, in sentences, the packages that it does not know.
 *
 * @param {string} output
 * @returns {Map<string, string>}
 */
export function parseInstalled(output) {
  const rows = output.split('\n').flatMap((line) => {
    const row = /^([a-z0-9.+-]+) ([a-z-]+)$/.exec(line)
    return row ? [/** @type {const} */ ([row[1] ?? '', row[2] ?? ''])] : []
  })
  return new Map(rows)
}

/**
 * @param {readonly Need[]} wanted
 * @param {number | undefined} hold
 */
async function install(wanted, hold) {
  const missing = missingPackages(wanted, await readInstalled(wanted))
  if (missing.length === 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a', LC_ALL: 'C.UTF-8' }
  /** @param {string[]} args */
  const apt = (...args) =>
    run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args], { env, hold })
  const update = () => during("Reading the list of Debian's packages", () => apt('update'))

  if (!hasLists()) await update()
  let names = pickNames(missing, await readCandidates(missing))
  const installOnce = () =>
    during(`Installing Debian packages: ${names.join(' ')}`, () =>
      apt('install', '--no-install-recommends', ...names),
    )
  let { code, output } = await installOnce()
  if (code !== 0) {
    // Lists may be old, and an installation killed half way wants to be finished first.
    await run('dpkg', ['--configure', '-a'], { env, hold })
    await update()
    names = pickNames(missing, await readCandidates(missing))
    ;({ code, output } = await installOnce())
  }
  if (code === 0 && missingPackages(wanted, await readInstalled(wanted)).length === 0) return
  throw new Stop(
    `apt-get could not install them (it ended with ${code}):\n${lastWords(output)}\n` +
      `When that is mended, run the same command again, or by hand:\n  apt-get install ${names.join(' ')}`,
  )
}

function hasLists() {
  try {
    return readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages'))
  } catch {
    return false
  }
}

/** @param {readonly Need[]} missing */
async function readCandidates(missing) {
  const names = missing.flatMap(({ packages }) => packages)
  const { output } = await run('apt-cache', ['policy', ...names], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return output
}

/**
 * For each need the name of its package that this release of the distribution has; where that is not known the
 * oldest, which later releases still understand.
 *
 * @param {readonly Need[]} missing
 * @param {string} policy what `apt-cache policy` answered
 * @returns {string[]}
 */
export function pickNames(missing, policy) {
  const known = new Set(
    [...policy.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  )
  return missing.map(({ packages }) => packages.find((name) => known.has(name)) ?? packages.at(-1) ?? '')
}

/** @param {readonly Need[]} missing */
async function reallyMissing(missing) {
  const libraries = await readLibraries()
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return missing.filter(({ library, program }) => {
    if (library) return libraries !== undefined && !libraries.includes(`\t${library} `)
    return !folders.some((folder) => existsSync(path.join(folder, program ?? '')))
  })
}

/** The linker's list of libraries; nothing where there is no such list, which says nothing about libraries. */
async function readLibraries() {
  const program = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file))
  if (!program) return undefined
  const { code, output } = await run(program, ['-p'])
  return code === 0 ? output : undefined
}

/**
 * The words for an ordinary user on Debian.
 *
 * @param {readonly string[]} names
 */
export function aptWords(names) {
  return (
    'Mailroom needs Debian packages that are not installed. Run:\n' +
    `  sudo apt-get update && sudo apt-get install ${names.join(' ')}\n` +
    'then the same command again.'
  )
}

/**
 * The words for systems without apt.
 *
 * @param {readonly Need[]} missing
 */
export function libraryWords(missing) {
  const libraries = missing.flatMap(({ library }) => library ?? [])
  const programs = missing.flatMap(({ program }) => program ?? [])
  return [
    'Mailroom needs parts of the system that are not installed:',
    ...(libraries.length > 0 ? [`  libraries: ${libraries.join(', ')}`] : []),
    ...(programs.length > 0 ? [`  programs: ${programs.join(', ')}`] : []),
    "Install them with the system's package manager, then run the same command again.",
  ].join('\n')
}

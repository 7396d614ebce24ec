import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { digest, readJson, requireRoom, withLock, writeJson } from './cache.mjs'
import { npm } from './npm.mjs'
import { run } from './run.mjs'
import { Stop, say } from './words.mjs'

/** What the packages take on the disk, and a little more, in bytes. */
const ROOM = 600e6

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock a package-lock.json, or npm's own copy of it
 */

/**
 * Installs the npm packages that the lock file names, without running their scripts. What was installed is noted
 * in node_modules as the very last act, so that a half-way killed installation is done again.
 *
 * @param {string} root the repository
 * @returns {Promise<void>} rejects with a `Stop` where npm fails
 */
export async function ensurePackages(root) {
  const modules = path.join(root, 'node_modules')
  const stamp = path.join(modules, '.mailroom-setup.json')
  const lockFile = path.join(root, 'package-lock.json')
  const npmsCopy = path.join(modules, '.package-lock.json')
  const wanted = stampFor(readFileSync(lockFile), `${process.platform}-${process.arch}`)
  if (isInstalled(readJson(stamp), wanted)) return

  await withLock(cloneLock(root), async (hold) => {
    if (isInstalled(readJson(stamp), wanted)) return
    const isThere = (/** @type {string} */ place) =>
      readJson(path.join(root, place, 'package.json')) !== undefined
    // Someone who ran npm himself need not wait for a second installation of the same.
    if (existsSync(npmsCopy) && isSame(readLock(lockFile), readLock(npmsCopy), isThere)) {
      writeJson(stamp, wanted)
      return
    }
    if (!existsSync(modules)) requireRoom(root, ROOM)
    rmSync(stamp, { force: true })
    rmSync(npmsCopy, { force: true })
    say('Installing the npm packages …')
    const [command, args] = npm('ci', '--ignore-scripts', '--include=dev', '--include=optional')
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    const { code } = await run(command, [...args, ...quiet], { cwd: root, show: true, hold })
    if (code !== 0) {
      throw new Stop(
        `The npm packages could not be installed (npm ended with ${code}); what npm said stands above.\n` +
          'When that is mended, run the same command again.',
      )
    }
    // On a full disk npm leaves empty files and still ends well.
    const places = Object.keys(readLock(npmsCopy).packages ?? {})
    if (places.length === 0 || !places.every(isThere)) {
      throw new Stop(
        `npm ended well, but not every package is whole in ${modules}; a full disk does that.\n` +
          'When there is room, run the same command again.',
      )
    }
    writeJson(stamp, wanted)
  })
}

/**
 * The name of the lock for work inside one clone.
 *
 * @param {string} root
 */
export function cloneLock(root) {
  return `clone-${digest(root)}`
}

/**
 * What is noted in node_modules about an installation.
 *
 * @param {Buffer | string} lock the lock file, as it is on the disk
 * @param {string} machine binaries differ by it
 */
export function stampFor(lock, machine) {
  return { lock: createHash('sha256').update(lock).digest('hex'), machine }
}

/**
 * Whether a note found in node_modules says that just this was installed, to the end.
 *
 * @param {unknown} found
 * @param {ReturnType<typeof stampFor>} wanted
 */
export function isInstalled(found, wanted) {
  return JSON.stringify(found) === JSON.stringify(wanted)
}

/**
 * Whether npm's own record of what it installed says the same as the lock file, and all of it is on the disk.
 * Packages for other machines are optional and may be missing.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 * @param {(place: string) => boolean} isThere
 */
export function isSame(lock, installed, isThere) {
  const wanted = lock.packages ?? {}
  const found = installed.packages ?? {}
  const hasNothingElse = Object.keys(found).every((place) => place in wanted && isThere(place))
  const lacksNothing = Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === '') return true
    const there = found[place]
    return there ? there.version === version && there.integrity === integrity : optional === true
  })
  return hasNothingElse && lacksNothing
}

/**
 * Where in node_modules the packages are that the application itself needs when it runs, by what the lock file
 * says, with those that exist for this machine only.
 *
 * @param {Lock & { packages?: Record<string, LockedPackage & { dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} e.g. "node_modules/libsql"
 */
export function runtimePackages(lock) {
  const packages = lock.packages ?? {}
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} from */
  const follow = (from) => {
    const { dependencies, optionalDependencies } = packages[from] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = resolvePlace(packages, from, name)
      if (place === undefined || found.has(place)) continue
      found.add(place)
      follow(place)
    }
  }
  follow('')
  return [...found].sort()
}

/**
 * Looks a package up the way Node does: in the nearest node_modules, then further out.
 *
 * @param {Record<string, LockedPackage>} packages
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function resolvePlace(packages, from, name) {
  const place = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
  if (place in packages) return place
  if (from === '') return undefined
  const cut = from.lastIndexOf('/node_modules/')
  return resolvePlace(packages, cut < 0 ? '' : from.slice(0, cut), name)
}

/**
 * @param {string} file
 * @returns {Lock}
 */
export function readLock(file) {
  const lock = readJson(file)
  return typeof lock === 'object' && lock !== null ? lock : {}
}

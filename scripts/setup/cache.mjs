import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { Stop, say } from './words.mjs'

/**
 * Where set-up keeps what every clone shares. For root a system folder that the ordinary user can read, since
 * root's own home is usually closed to it; for a user the platform's cache folder (XDG Base Directory
 * Specification on Linux). MAILROOM_CACHE names another, absolute; as root one that everybody can read.
 *
 * @param {{ platform: string, isRoot: boolean, home: string, env: NodeJS.ProcessEnv }} [machine]
 * @returns {string}
 */
export function cacheFolder(machine = thisMachine()) {
  const { platform, isRoot, home, env } = machine
  const name = 'mailroom-build'
  if (env.MAILROOM_CACHE && path.isAbsolute(env.MAILROOM_CACHE)) return env.MAILROOM_CACHE
  if (isRoot && platform !== 'darwin') return path.join('/var/cache', name)
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), name)
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', name)
  const xdg = env.XDG_CACHE_HOME
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), name)
}

function thisMachine() {
  return { platform: process.platform, isRoot: isRoot(), home: homedir(), env: process.env }
}

/** Whether this process is root's. Always false on Windows. */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * A short name for a text, e.g. for a clone by its path.
 *
 * @param {string | Buffer} text
 */
export function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/**
 * Makes a folder with everything above it.
 *
 * @param {string} folder
 */
export function makeFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/**
 * Does work that only one process at a time may do. The lock is the kernel's (flock(2)) and sits on an open file
 * that the programs started meanwhile inherit: it is free again exactly when we and all of them are gone, however
 * we ended. Where there is no `flock` program the work goes on without, guarded only by `publish`.
 *
 * @template T
 * @param {string} name
 * @param {(fd: number | undefined) => Promise<T>} work gets the descriptor to hand on to long-running programs
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  if (process.platform !== 'linux') return work(undefined)
  const fd = openSync(path.join(makeFolder(path.join(cacheFolder(), 'locks')), `${name}.lock`), 'a')
  try {
    const answer = await flock(fd, '--nonblock')
    if (answer === 'taken') {
      say('Another set-up is at work; waiting for it …')
      if ((await flock(fd, '--wait', '900')) === 'taken') {
        throw new Stop(
          'Another set-up has been at work for 15 minutes. End it, then run the same command again.',
        )
      }
    }
    return await work(answer === 'missing' ? undefined : fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Locks an open file for whoever has it open (flock(1) with a descriptor).
 *
 * @param {number} fd
 * @param {...string} options
 * @returns {Promise<'ours' | 'taken' | 'missing'>} `missing`: there is no such program
 */
function flock(fd, ...options) {
  return new Promise((resolve) => {
    const child = spawn('flock', [...options, '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
    child.once('error', () => resolve('missing'))
    child.once('exit', (code) => resolve(code === 0 ? 'ours' : 'taken'))
  })
}

/**
 * Does work in an empty folder inside the cache, on the same file system, and removes the folder however the work
 * ends. Who holds the lock `name` first removes what a killed predecessor left.
 *
 * @template T
 * @param {string} name
 * @param {number | undefined} hold
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkFolder(name, hold, work) {
  const parent = path.join(cacheFolder(), 'work', name)
  if (hold !== undefined) rmSync(parent, { recursive: true, force: true })
  const folder = makeFolder(path.join(parent, randomUUID()))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Puts a finished folder in its place in one step. Nobody ever sees half of it; a broken predecessor goes.
 *
 * @param {string} finished
 * @param {string} place
 */
export function publish(finished, place) {
  makeFolder(path.dirname(place))
  if (existsSync(place)) {
    const doomed = `${finished}.old`
    renameSync(place, doomed)
    rmSync(doomed, { recursive: true, force: true })
  }
  renameSync(finished, place)
}

/**
 * Writes a small file in one step: its old or its new content is there, never half of it.
 *
 * @param {string} file
 * @param {unknown} content written as JSON
 */
export function writeJson(file, content) {
  const half = `${file}.${randomUUID()}`
  try {
    writeFileSync(half, `${JSON.stringify(content)}\n`, { mode: 0o644 })
    renameSync(half, file)
  } catch (failure) {
    rmSync(half, { force: true })
    throw failure
  }
}

/**
 * Reads a JSON file of ours. One that is missing or broken is the same to us: not there.
 *
 * @param {string} file
 * @returns {unknown}
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Stops, before anything is begun, where a folder's disk has less room than the work needs.
 *
 * @param {string} folder
 * @param {number} bytes
 */
export function requireRoom(folder, bytes) {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  /** @param {number} n */
  const mb = (n) => `${Math.floor(n / 1e6)} MB`
  throw new Stop(
    `There is too little room on the disk: ${mb(bytes)} are needed where ${folder} is, and ${mb(free)} are free.\n` +
      'Make room, then run the same command again.',
  )
}

/**
 * Every file below a folder with its size, by its path from there; links are not followed.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

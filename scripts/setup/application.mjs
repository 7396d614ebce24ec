import { chmodSync, copyFileSync, existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import {
  cacheFolder,
  digest,
  filesBelow,
  inWorkFolder,
  makeFolder,
  publish,
  readJson,
  withLock,
  writeJson,
} from './cache.mjs'
import { cloneLock, readLock, runtimePackages } from './packages.mjs'
import { lastWords, run } from './run.mjs'
import { during, Stop } from './words.mjs'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Builds the application if its sources have changed since it was last built to the end, and gives the folder from
 * which Electron shall run it: the repository itself, or for root a copy of what Electron needs, since the ordinary
 * user as whom it runs can often not read the repository (a clone below /root, a folder of mode 0700).
 *
 * @param {string} root the repository, its npm packages installed
 * @param {import('./account.mjs').Account | undefined} account
 * @returns {Promise<string>} rejects with a `Stop` that holds the bundler's words where the build fails
 */
export async function ensureApplication(root, account) {
  return withLock(cloneLock(root), async (hold) => {
    await build(root, hold)
    return account ? stage(root, hold) : root
  })
}

/**
 * @param {string} root
 * @param {number | undefined} hold
 */
async function build(root, hold) {
  const stamp = path.join(root, 'out', '.built.json')
  const inputs = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts', 'LICENSE']
  const folders = ['src', 'packaging', path.join('scripts', 'build')]
  const wanted = { sources: fingerprint(root, [...inputs, ...folders.flatMap((name) => below(root, name))]) }
  if (JSON.stringify(readJson(stamp)) === JSON.stringify(wanted)) return
  rmSync(stamp, { force: true })
  const bundler = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { NODE_ENV: _, ...env } = process.env
  const { code, output } = await during('Building Mailroom', () =>
    run(process.execPath, [bundler, 'build', '--logLevel=warn'], {
      cwd: root,
      hold,
      env: { ...env, NO_COLOR: '1' },
    }),
  )
  if (code !== 0) throw new Stop(`Mailroom could not be built:\n${lastWords(output, 40)}`)
  writeJson(stamp, wanted)
}

/**
 * @param {string} root
 * @param {number | undefined} hold
 */
async function stage(root, hold) {
  const packages = runtimePackages(readLock(path.join(root, 'package-lock.json'))).filter((place) =>
    existsSync(path.join(root, place)),
  )
  const files = ['package.json', ...below(root, 'out'), ...packages.flatMap((place) => below(root, place))]
  const clones = path.join(cacheFolder(), 'applications')
  const place = path.join(clones, digest(root), fingerprint(root, files))
  if (!existsSync(place)) {
    await inWorkFolder(cloneLock(root), hold, async (work) => {
      const finished = path.join(work, 'application')
      for (const file of files) copyReadable(path.join(root, file), path.join(finished, file))
      publish(finished, place)
    })
  }
  const now = new Date()
  utimesSync(place, now, now)
  removeUnused(clones, now.getTime())
  return place
}

/**
 * Copies one file so that everybody can read it, whatever its own mode was.
 *
 * @param {string} from
 * @param {string} to
 */
function copyReadable(from, to) {
  makeFolder(path.dirname(to))
  copyFileSync(from, to)
  chmodSync(to, 0o644)
}

/**
 * Removes copies that nobody started for a week.
 *
 * @param {string} clones
 * @param {number} now
 */
function removeUnused(clones, now) {
  for (const clone of readdirSync(clones)) {
    const folder = path.join(clones, clone)
    const copies = readdirSync(folder).map((name) => path.join(folder, name))
    const unused = copies.filter(
      (copy) => now - (statSync(copy, { throwIfNoEntry: false })?.mtimeMs ?? 0) > WEEK_MS,
    )
    for (const copy of unused.length === copies.length ? [folder] : unused)
      rmSync(copy, { recursive: true, force: true })
  }
}

/**
 * A short name for the state of files: which there are, how long, last written when.
 *
 * @param {string} root
 * @param {readonly string[]} files by their paths from there
 */
export function fingerprint(root, files) {
  const rows = files.map((file) => {
    const about = statSync(path.join(root, file), { throwIfNoEntry: false })
    return [file, about?.size, about?.mtimeMs]
  })
  return digest(JSON.stringify(rows))
}

/**
 * @param {string} root
 * @param {string} folder
 */
function below(root, folder) {
  const from = path.join(root, folder)
  return existsSync(from) ? filesBelow(from).map((file) => path.join(folder, file)) : []
}

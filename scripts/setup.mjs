/**
 * Sets up what Mailroom needs and what is missing: npm packages, the Electron runtime, libraries and programs of the
 * system, and for root an ordinary user as whom Electron runs. Running it again costs nothing; interrupted anywhere,
 * the next run mends it. The scripts that need something set up call `ensure` themselves.
 *
 *   node scripts/setup.mjs [--for=start|test|package] [--retry]
 *
 *   --for     for which script (start)
 *   --retry   try Electron's own download again, though it was out of reach in the last 24 hours
 *
 * MAILROOM_ELECTRON=/path/to/electron runs another Electron. What all clones share is kept in a cache folder, which
 * may be deleted at any time: as root /var/cache/mailroom-build, else `mailroom-build` among the user's caches, or
 * where MAILROOM_CACHE says.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureAccount } from './setup/account.mjs'
import { isRoot } from './setup/cache.mjs'
import { ensureSystemPackages } from './setup/debian.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ensureSandbox } from './setup/sandbox.mjs'
import { giveUp, Stop, say } from './setup/words.mjs'

/**
 * @typedef {object} Ready
 * @property {string} root the repository
 * @property {import('./setup/electron.mjs').Electron} electron
 * @property {import('./setup/account.mjs').Account | undefined} account as whom Electron runs; nobody: as oneself
 */

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))

/**
 * Sets up what is missing.
 *
 * @param {object} [options]
 * @param {readonly import('./setup/debian.mjs').Purpose[]} [options.purposes] what it is for
 * @param {boolean} [options.retry] try Electron's own download again
 * @returns {Promise<Ready>} rejects with a `Stop` whose message says what to do
 */
export async function ensure({ purposes = ['window'], retry = false } = {}) {
  requireNode(process.versions.node)
  // What root makes here must be readable for the user as whom Electron runs.
  if (isRoot()) process.umask(0o022)

  const system = ensureSystemPackages(purposes)
  // Who cannot install what is missing should not wait for the rest before he is told.
  if (!isRoot()) await system
  const packages = ensurePackages(root).then(() => ensureElectron(root, { retry }))
  const [systemDone, electronDone] = await Promise.allSettled([system, packages])
  if (systemDone.status === 'rejected') throw systemDone.reason
  if (electronDone.status === 'rejected') throw electronDone.reason

  const electron = electronDone.value
  const account = await ensureAccount()
  await ensureSandbox(electron.folder)
  return { root, electron, account }
}

/** @param {string} version */
function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return
  throw new Stop(`Mailroom needs Node 20.20 or newer, and this is ${version}.`)
}

/**
 * Which Electron runs, in words.
 *
 * @param {import('./setup/electron.mjs').Electron} electron
 */
export function describeElectron({ version, pinnedVersion, isPinned }) {
  return isPinned ? `Electron ${version}` : `Electron ${version} (Mailroom is made for ${pinnedVersion})`
}

/** @type {Record<string, import('./setup/debian.mjs').Purpose[]>} */
export const purposesOf = {
  start: ['window', 'display'],
  test: ['window', 'display', 'test'],
  package: ['package'],
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({
      options: { for: { type: 'string', default: 'start' }, retry: { type: 'boolean', default: false } },
    })
    const purposes = purposesOf[values.for]
    if (!purposes) throw new Stop(`--for is one of ${Object.keys(purposesOf).join(', ')}.`, 2)
    const { electron } = await ensure({ purposes, retry: values.retry })
    say(`Everything is set up. ${describeElectron(electron)}`)
  } catch (failure) {
    giveUp(failure)
  }
}

import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from './cache.mjs'
import { run } from './run.mjs'
import { Stop } from './words.mjs'

/**
 * Sees to it that Chromium's sandbox can work: with a `chrome-sandbox` that belongs to root and is set-user-ID, or
 * with user namespaces for everybody (Chromium documentation, "Linux Sandboxing"). Root makes the former so; an
 * ordinary user gets the command.
 *
 * @param {string} electronFolder
 * @returns {Promise<void>} rejects with a `Stop` where the sandbox cannot work
 */
export async function ensureSandbox(electronFolder) {
  if (process.platform !== 'linux') return
  const program = path.join(electronFolder, 'chrome-sandbox')
  if (isSetUserIdRoot(program)) return
  if (isRoot() && existsSync(program)) {
    chownSync(program, 0, 0)
    chmodSync(program, 0o4755)
    return
  }
  if (await hasUserNamespaces()) return
  throw new Stop(
    "Chromium's sandbox cannot work here yet, and Mailroom never runs without it. Once, run:\n" +
      `  sudo chown root:root '${program}' && sudo chmod 4755 '${program}'\n` +
      'then the same command again.',
  )
}

/** @param {string} program */
function isSetUserIdRoot(program) {
  const about = statSync(program, { throwIfNoEntry: false })
  return about !== undefined && about.uid === 0 && (about.mode & 0o7777) === 0o4755
}

async function hasUserNamespaces() {
  if (
    forbidsUserNamespaces(
      readSwitch('apparmor_restrict_unprivileged_userns'),
      readSwitch('unprivileged_userns_clone'),
    )
  ) {
    return false
  }
  try {
    return (await run('unshare', ['--user', '--map-root-user', 'true'])).code === 0
  } catch {
    return false
  }
}

/**
 * Whether the kernel's switches keep user namespaces from ordinary programs: Ubuntu's AppArmor restriction on, or
 * Debian's switch off.
 *
 * @param {string | undefined} restricted
 * @param {string | undefined} allowed
 */
export function forbidsUserNamespaces(restricted, allowed) {
  return restricted === '1' || allowed === '0'
}

/** @param {string} name */
function readSwitch(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim()
  } catch {
    return undefined
  }
}

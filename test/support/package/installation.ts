import { execFile, execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

/** Says that the Mailroom on this machine is ours to replace: a test run that was killed left it. */
const MARK = '/var/tmp/mailroom-installed-by-a-test'

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
const apt = (...args: string[]): Promise<unknown> =>
  runFile('apt-get', ['--quiet', '--yes', '-o', 'DPkg::Lock::Timeout=300', ...args], { env })

/** Why the package cannot be installed here by a test; null where it can. */
export const whyNotInstallable = (): string | null => {
  if (!existsSync('/usr/bin/apt-get')) return 'the .deb is installed on Debian and what stems from it'
  if (process.getuid?.() !== 0) return 'only root can install the .deb'
  if (installedStatus() === 'installed' && !existsSync(MARK))
    return 'a Mailroom is installed on this machine, which the test would replace'
  return null
}

/** dpkg's word for the state of the package; "not-installed" where it knows none. */
export const installedStatus = (): string => {
  try {
    const format = '--showformat=$' + '{db:Status-Status}'
    return execFileSync('dpkg-query', ['--show', format, 'mailroom'], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return 'not-installed'
  }
}

/** Installs a .deb with what it depends on. */
export const installDeb = async (file: string): Promise<void> => {
  writeFileSync(MARK, '')
  const install = (): Promise<unknown> =>
    apt('install', '--reinstall', '--allow-downgrades', '--no-install-recommends', file)
  try {
    await install()
  } catch {
    // The machine's lists of packages may be missing or old.
    await apt('update')
    await install()
  }
}

/** Removes the package, with what it has outside of users' folders. */
export const purgeMailroom = async (): Promise<void> => {
  await apt('purge', 'mailroom')
  rmSync(MARK, { force: true })
}

import { chownSync, readFileSync } from 'node:fs'
import { isRoot, makeFolder, withLock } from './cache.mjs'
import { lastWords, run } from './run.mjs'
import { Stop, say } from './words.mjs'

/**
 * @typedef {object} Account an ordinary user of this machine
 * @property {string} name
 * @property {number} uid
 * @property {number} gid
 * @property {string} home
 */

/** The user as whom everything with a window or a bus runs when set-up itself runs as root. */
const NAME = 'mailroom-dev'

/**
 * As root: the ordinary user as whom Electron runs, made if missing, without a password and so without a log-in.
 * Chromium's sandbox refuses to work for root, and nothing here runs without it. For everybody else: nobody, they
 * run everything as themselves.
 *
 * @returns {Promise<Account | undefined>}
 */
export async function ensureAccount() {
  if (!isRoot() || process.platform !== 'linux') return undefined
  const account = findAccount(readFileSync('/etc/passwd', 'utf8'), NAME) ?? (await makeAccount())
  if (account.uid === 0)
    throw new Stop(`The user ${NAME} has root's number. Remove it, then run the same command again.`)
  makeFolder(account.home)
  chownSync(account.home, account.uid, account.gid)
  return account
}

/**
 * Reads one user from the text of /etc/passwd (passwd(5)).
 *
 * @param {string} passwd
 * @param {string} name
 * @returns {Account | undefined}
 */
export function findAccount(passwd, name) {
  for (const line of passwd.split('\n')) {
    const [user, , uid, gid, , home] = line.split(':')
    if (user === name && uid && gid && home) return { name, uid: Number(uid), gid: Number(gid), home }
  }
  return undefined
}

async function makeAccount() {
  return withLock('account', async () => {
    const found = () => findAccount(readFileSync('/etc/passwd', 'utf8'), NAME)
    const there = found()
    if (there) return there
    say(`Making the user ${NAME}, as whom Electron runs …`)
    const home = `/var/lib/${NAME}`
    const args = [
      '--system',
      '--user-group',
      '--create-home',
      '--home-dir',
      home,
      '--shell',
      '/usr/sbin/nologin',
      NAME,
    ]
    const { code, output } = await run('useradd', args)
    const made = found()
    if (made) return made
    throw new Stop(`The user ${NAME} could not be made (useradd ended with ${code}):\n${lastWords(output)}`)
  })
}

/**
 * The command line that runs a program as that user, with an environment of its own: as root's child it would
 * otherwise see root's HOME and session. Nobody given: the program itself. Same process, so signals and exit codes
 * are the program's own; `dieWithUs` also kills it when we die without a chance to.
 *
 * @param {Account | undefined} account
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ dieWithUs?: 'TERM' | 'KILL' }} [options] needs setpriv (util-linux), so Linux
 * @returns {[command: string, args: string[]]}
 */
export function asUser(account, command, args, { dieWithUs } = {}) {
  const options = [
    ...(dieWithUs ? [`--pdeathsig=${dieWithUs}`] : []),
    ...(account
      ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--init-groups', '--inh-caps=-all']
      : []),
  ]
  return options.length === 0 ? [command, [...args]] : ['setpriv', [...options, '--', command, ...args]]
}

/**
 * The environment that a program run as that user gets: words about language, proxies and Mailroom's own switches
 * are kept, everything that speaks of root's session is not.
 *
 * @param {Account | undefined} account
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.ProcessEnv} [more] set in any case
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(account, env, more = {}) {
  if (!account) return { ...env, ...more }
  const kept = Object.entries(env).filter(([name]) =>
    /^(LANG|LANGUAGE|LC_\w+|TZ|TERM|(https?|no|all)_proxy|MAILROOM_\w+|ELECTRON_ENABLE_\w+)$/i.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: account.home,
    USER: account.name,
    LOGNAME: account.name,
    ...more,
  }
}

/**
 * `npm start -- [arguments]`: sets up what is missing, builds the application if its sources have changed, and runs
 * it with these arguments. Standard output belongs to the application alone; its exit code is ours, and signals that
 * we get are passed on to it.
 */
import { spawn } from 'node:child_process'
import { asUser } from './setup/account.mjs'
import { ensureApplication } from './setup/application.mjs'
import { isRoot } from './setup/cache.mjs'
import { exitCode } from './setup/run.mjs'
import { openSession, planSession } from './setup/session.mjs'
import { giveUp, say } from './setup/words.mjs'
import { describeElectron, ensure } from './setup.mjs'

/** For a run that opens no window: no display, no graphics, and no words of Chromium about lacking both. */
const withoutDisplay = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3']

try {
  const args = process.argv.slice(2)
  const isOneShot = args.some((arg) => arg === '--print' || arg.startsWith('--print='))
  const plan = planSession({ isOneShot, platform: process.platform, isRoot: isRoot(), env: process.env })
  const needsSession = plan.display === 'virtual' || plan.needsBus

  const { root, electron, account } = await ensure({
    purposes: needsSession ? ['window', 'display'] : ['window'],
  })
  const application = await ensureApplication(root, account)
  say(`Starting Mailroom on ${describeElectron(electron)}${account ? `, as the user ${account.name}` : ''}.`)
  for (const sentence of sessionWords(plan, isRoot())) say(sentence)

  const session = await openSession(plan, account)
  const switches = plan.display === 'none' ? withoutDisplay : []
  process.exitCode = await runToEnd(
    electron.executable,
    [...switches, application, ...args],
    account,
    session,
  )
} catch (failure) {
  giveUp(failure)
}

/**
 * What the person who started it should know about the session.
 *
 * @param {import('./setup/session.mjs').Plan} plan
 * @param {boolean} isRoot
 * @returns {string[]}
 */
function sessionWords({ display, needsBus }, isRoot) {
  const words = []
  if (display === 'virtual')
    words.push('There is no display, so it runs on a virtual one (Xvfb) that nobody sees.')
  if (needsBus && display === 'virtual') {
    words.push('There is no keychain in this session: a key can be used until Mailroom quits, but not saved.')
  } else if (isRoot && display === 'own') {
    words.push('Its keychain is not yours: start Mailroom as an ordinary user to save keys in your own.')
  }
  return words
}

/**
 * @param {string} executable
 * @param {string[]} args
 * @param {import('./setup/account.mjs').Account | undefined} account
 * @param {{ env: NodeJS.ProcessEnv, close: () => void }} session
 * @returns {Promise<number>} the exit code
 */
function runToEnd(executable, args, account, { env, close }) {
  // Set by editors that are Electron applications themselves; it would turn ours into plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...own } = env
  const dieWithUs = process.platform === 'linux' ? { dieWithUs: /** @type {const} */ ('TERM') } : {}
  const [command, all] = asUser(account, executable, args, dieWithUs)
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, {
      env: own,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Root's own folder may be closed to the user.
      ...(account ? { cwd: account.home } : {}),
      // A terminal's Ctrl-C reaches us alone, and the application once, from us.
      detached: process.platform !== 'win32',
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal))
    }
    child.once('error', (error) => {
      close()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      close()
      resolve(exitCode(code, signal))
    })
  })
}

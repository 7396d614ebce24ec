import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { asUser, environmentFor } from './account.mjs'
import { isRoot } from './cache.mjs'
import { Stop } from './words.mjs'

/** @typedef {import('./account.mjs').Account} Account */

/**
 * What a start lacks of a desktop session and has to be given.
 *
 * @typedef {object} Plan
 * @property {'own' | 'virtual' | 'none'} display the one that is there; one that nobody sees; none is needed
 * @property {boolean} needsBus whether to start a message bus for the session
 */

/**
 * Decides what a start has to be given.
 *
 * @param {object} situation
 * @param {boolean} situation.isOneShot `--print`: one line on standard output, no window
 * @param {string} situation.platform
 * @param {boolean} situation.isRoot then another user runs it, to whom our Wayland session and bus are closed
 * @param {NodeJS.ProcessEnv} situation.env
 * @returns {Plan}
 */
export function planSession({ isOneShot, platform, isRoot, env }) {
  if (platform !== 'linux') return { display: 'own', needsBus: false }
  if (isOneShot) return { display: 'none', needsBus: false }
  const hasDisplay = Boolean(env.DISPLAY || (!isRoot && env.WAYLAND_DISPLAY))
  const hasBus = !isRoot && Boolean(env.DBUS_SESSION_BUS_ADDRESS || env.XDG_RUNTIME_DIR)
  return { display: hasDisplay ? 'own' : 'virtual', needsBus: !hasBus }
}

/**
 * Starts what the plan says.
 *
 * @param {Plan} plan
 * @param {Account | undefined} account as whom
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => void }>} the environment for a program in that session, and
 *   how to end what was started; should we be killed, it ends by itself
 */
export async function openSession({ display, needsBus }, account) {
  if (!account && display !== 'virtual' && !needsBus) return { env: { ...process.env }, close: () => {} }
  const folder = mkdtempSync(path.join(tmpdir(), 'mailroom-'))
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = []
  const close = () => {
    for (const child of children) child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const env = environmentFor(account, process.env, account ? { XDG_RUNTIME_DIR: folder } : {})
    if (display === 'own' && account) Object.assign(env, lendDisplay(folder, account))
    if (display === 'virtual') Object.assign(env, await startDisplay(folder, account, env, children))
    if (needsBus) Object.assign(env, await startBus(folder, account, env, children, display === 'own'))
    return { env, close }
  } catch (failure) {
    close()
    throw failure
  }
}

/**
 * A display that nobody sees, for this session only: who has not its cookie cannot connect.
 *
 * @param {string} folder
 * @param {Account | undefined} account
 * @param {NodeJS.ProcessEnv} env
 * @param {import('node:child_process').ChildProcess[]} children
 */
async function startDisplay(folder, account, env, children) {
  const sockets = '/tmp/.X11-unix'
  if (isRoot() && !existsSync(sockets)) {
    mkdirSync(sockets)
    chmodSync(sockets, 0o1777)
  }
  const authority = path.join(folder, 'Xauthority')
  writeOwned(authority, authorityRecord(randomBytes(16)), account)
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-auth', authority]
  const number = await startAndRead('Xvfb', options, account, env, children)
  return { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' }
}

/**
 * One entry of an Xauthority file, for every display there is (Xau library manual, "Xau": family FamilyWild, then
 * address, display number, name of the protocol and cookie, each after its length).
 *
 * @param {Uint8Array} cookie
 */
export function authorityRecord(cookie) {
  /** @param {string | Uint8Array} value */
  const counted = (value) => {
    const bytes = Buffer.from(value)
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  }
  return Buffer.concat([
    Buffer.from([255, 255]),
    ...['', '', 'MIT-MAGIC-COOKIE-1'].map(counted),
    counted(cookie),
  ])
}

/**
 * Lets the ordinary user into root's X session with root's own cookie.
 *
 * @param {string} folder
 * @param {Account} account
 */
function lendDisplay(folder, account) {
  const { DISPLAY, XAUTHORITY = path.join(homedir(), '.Xauthority') } = process.env
  if (!existsSync(XAUTHORITY)) return { DISPLAY }
  const authority = path.join(folder, 'Xauthority')
  copyFileSync(XAUTHORITY, authority)
  chmodSync(authority, 0o600)
  chownSync(authority, account.uid, account.gid)
  return { DISPLAY, XAUTHORITY: authority }
}

/**
 * A message bus for this session. Where nobody sees the display it starts no services by itself: a keyring that
 * asks on that display for a password would wait for ever.
 *
 * @param {string} folder
 * @param {Account | undefined} account
 * @param {NodeJS.ProcessEnv} env
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {boolean} startsServices
 */
async function startBus(folder, account, env, children, startsServices) {
  const config = path.join(folder, 'bus.conf')
  writeOwned(config, busConfig(path.join(folder, 'bus')), account)
  const options = startsServices
    ? ['--session', `--address=unix:path=${path.join(folder, 'bus')}`]
    : [`--config-file=${config}`]
  const address = await startAndRead(
    'dbus-daemon',
    ['--nofork', '--print-address=3', ...options],
    account,
    env,
    children,
  )
  return { DBUS_SESSION_BUS_ADDRESS: address }
}

/** @param {string} socket */
function busConfig(socket) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`
}

/**
 * @param {string} file
 * @param {string | Uint8Array} content
 * @param {Account | undefined} account
 */
function writeOwned(file, content, account) {
  writeFileSync(file, content, { mode: 0o600 })
  if (account) chownSync(file, account.uid, account.gid)
}

/**
 * Starts a server that tells on descriptor 3 how to reach it, and waits for that line.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Account | undefined} account
 * @param {NodeJS.ProcessEnv} env
 * @param {import('node:child_process').ChildProcess[]} children
 * @returns {Promise<string>}
 */
function startAndRead(command, args, account, env, children) {
  return new Promise((resolve, reject) => {
    const [program, all] = asUser(account, command, args, { dieWithUs: 'KILL' })
    const child = spawn(program, all, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
    children.push(child)
    let said = ''
    let line = ''
    /** @param {string} why */
    const fail = (why) => reject(new Stop(`${command} could not be started: ${why}\n${said.trim()}`.trim()))
    const timer = setTimeout(() => fail('it did not answer for 20 s.'), 20_000)
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => fail(`it ended with ${code}.`))
    child.once('close', () => clearTimeout(timer))
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-2000)
    })
    // The fourth descriptor is not in the types of a child's named streams.
    const told = /** @type {import('node:stream').Readable} */ (child.stdio[3])
    told.setEncoding('utf8').on('data', (text) => {
      line += text
      if (!line.includes('\n')) return
      clearTimeout(timer)
      resolve(line.split('\n', 1)[0] ?? '')
    })
  })
}

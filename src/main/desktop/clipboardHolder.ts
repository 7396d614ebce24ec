import { spawn } from 'node:child_process'
import { HELD } from './holderWords'
import { listUnwanted } from './inherited'

/** All that a holder needs of the environment: the display and the right to use it, and where libraries lie. */
const NEEDED = ['DISPLAY', 'XAUTHORITY', 'HOME', 'XDG_RUNTIME_DIR', 'LD_LIBRARY_PATH'] as const

/** A message bus that nobody listens on; without any named, libdbus would look for one, or start one. */
const NO_BUS = 'disabled:'

export interface Handing {
  readonly command: readonly string[]
  readonly text: string
  /** The folder whose files the holder does not keep open; absolute. */
  readonly profile: string
  readonly patienceMs: number
}

/**
 * Starts `command` to hold a text on the clipboard after this process. Answers true once it says that others read the
 * text from it; it then goes on by itself. Else false, at the latest after `patienceMs`, and it has ended, or is being
 * killed. The text goes over a pipe: arguments are there for every program to read.
 */
export function startHolder({ command, profile, text, patienceMs }: Handing): Promise<boolean> {
  const [program = '', ...args] = command
  const inherited = listUnwanted(profile)
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: environment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      // A group and a session of its own: what ends a terminal's commands, or waits for them, leaves it alone.
      detached: true,
    })
    let answer = ''
    let isHeld = false
    const settle = () => {
      clearTimeout(timer)
      child.stdin.destroy()
      child.stdout.destroy()
      child.unref()
      resolve(isHeld)
    }
    const timer = setTimeout(() => {
      // Late, it would take the clipboard over from whoever has it then. Its end settles this.
      child.kill('SIGKILL')
    }, patienceMs)
    // Where it could not be started it may have no pipes.
    child.on('error', () => {
      clearTimeout(timer)
      resolve(false)
    })
    child.on('exit', settle)
    child.stdin.on('error', () => undefined)
    child.stdout.on('data', (part: Buffer) => {
      answer += part.toString('latin1')
      if (answer.length > HELD.length + 1) child.kill('SIGKILL')
      if (answer !== `${HELD}\n`) return
      isHeld = true
      settle()
    })
    child.stdin.end(JSON.stringify({ text, inherited }))
  })
}

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { DBUS_SESSION_BUS_ADDRESS: NO_BUS }
  for (const name of NEEDED) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  return env
}

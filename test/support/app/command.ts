import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { collectText, type Ended, signalGroup } from '../desktop/programs'
import type { Session } from '../desktop/session'
import { type Runtime, runtimeForTests } from './runtime'

export interface CommandOptions extends Partial<Runtime> {
  /** The folder of `--user-data-dir`; default: a new one of the session. */
  readonly userData?: string
  /** Added to the session's environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Default 60,000 ms, then it is killed and the run rejects. */
  readonly timeoutMs?: number
}

/** The application started from a command line, and not driven. */
export interface Command {
  readonly userData: string
  readonly child: ChildProcess
  stdout(): string
  stderr(): string
  /** How it ended, once both its outputs are closed. */
  readonly ended: Promise<Ended>
  /** SIGKILL to it and all its children at once. */
  kill(): Promise<void>
}

let commands = 0

/** Starts the application with these options as a shell would: as the session's user, sandbox on, nothing attached. */
export const startCommand = (
  session: Session,
  args: readonly string[],
  options: CommandOptions = {},
): Command => {
  const { executable, appFolder } = { ...runtimeForTests(), ...options }
  commands += 1
  const userData = options.userData ?? session.makeFolder(`command-data-${process.pid}-${commands}`)
  // One-shot runs need no display; without one Chromium has to be told so before any of our code runs, as the
  // launcher does.
  const headless = args.includes('--print')
    ? ['--ozone-platform=headless', '--disable-gpu', '--log-level=3']
    : []
  const all = [
    ...(appFolder === null ? [] : [appFolder]),
    ...headless,
    `--user-data-dir=${userData}`,
    ...args,
  ]
  const child = session.start(executable, all, { stdio: ['ignore', 'pipe', 'pipe'], env: options.env ?? {} })
  const [stdout, stderr] = [collectText(child.stdout), collectText(child.stderr)]
  const ended = once(child, 'close').then(
    (): Ended => ({ code: child.exitCode, signal: child.signalCode, stdout: stdout(), stderr: stderr() }),
  )
  return {
    userData,
    child,
    stdout,
    stderr,
    ended,
    kill: async () => {
      if (child.pid) signalGroup(child.pid, 'SIGKILL')
      await ended
    },
  }
}

/** Runs the application with these options to its end. Rejects where a signal ended it: no code of it says how it went. */
export const runCommand = async (
  session: Session,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ended> => {
  const { timeoutMs = 60_000 } = options
  const command = startCommand(session, args, options)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      void command.kill()
      reject(
        new Error(
          `${args.join(' ')} took more than ${timeoutMs} ms; it wrote: ${command.stdout()}${command.stderr()}`,
        ),
      )
    }, timeoutMs)
  })
  const ended = await Promise.race([command.ended, late]).finally(() => clearTimeout(timer))
  if (ended.signal !== null) {
    throw new Error(
      `${args.join(' ')} was ended by ${ended.signal}; it wrote: ${ended.stdout}${ended.stderr}`,
    )
  }
  return ended
}

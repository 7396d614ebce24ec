import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, commandAs } from './account'

/** How a program ended, and what it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  /** Text for standard input. */
  readonly input?: string
  /** Added to the environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** Default 30,000 ms, then the program and its children are killed and the run rejects. */
  readonly timeoutMs?: number
}

export type StartOptions = Pick<SpawnOptions, 'stdio'> &
  Pick<RunOptions, 'env' | 'cwd'> & { readonly whenWeDie?: 'TERM' | 'KILL' }

const ENDING_MS = 3_000

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Sends a signal to a process group; false where nobody of it is left. */
export const signalGroup = (pid: number, signal: NodeJS.Signals): boolean => {
  try {
    process.kill(-pid, signal)
    return true
  } catch {
    return false
  }
}

/** Collects the text that a program writes to one of its pipes; what is given back tells it so far. */
export const collectText = (pipe: Readable | null): (() => string) => {
  let text = ''
  pipe?.setEncoding('utf8').on('data', (part) => {
    text += part
  })
  return () => text
}

/** The first line that a program writes to one of its pipes; never, if it ends before that. */
export const firstLine = async (pipe: Readable | null): Promise<string | undefined> => {
  if (!pipe) return undefined
  const [line] = await once(createInterface(pipe), 'line')
  return String(line)
}

/** Programs that run as one account in one environment, and that end together. */
export class Programs {
  readonly #account: Account
  readonly #env: Readonly<Record<string, string>>
  readonly #cwd: string
  readonly #running = new Set<ChildProcess>()

  constructor(account: Account, env: Readonly<Record<string, string>>, cwd: string) {
    this.#account = account
    this.#env = env
    this.#cwd = cwd
  }

  /** Starts a program as the leader of a process group of its own. */
  start(command: string, args: readonly string[], options: StartOptions = {}): ChildProcess {
    const { env = {}, cwd = this.#cwd, stdio = 'ignore', whenWeDie } = options
    const [program, ...rest] = commandAs(this.#account, command, args, whenWeDie)
    const child = spawn(program, rest, { env: withChanges(this.#env, env), cwd, stdio, detached: true })
    this.#running.add(child)
    child.once('exit', () => this.#running.delete(child))
    child.once('error', () => this.#running.delete(child))
    return child
  }

  /** Runs a program to its end. Rejects where it cannot be started or takes too long. */
  async run(command: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Ended> {
    const { input = '', timeoutMs = 30_000, ...rest } = options
    const child = this.start(command, args, { ...rest, stdio: 'pipe' })
    const [stdout, stderr] = [collectText(child.stdout), collectText(child.stderr)]
    // A program that does not read its input may end before all of it is written.
    child.stdin?.on('error', () => {}).end(input)
    const late = new Promise<never>((_resolve, reject) => {
      const timer = setTimeout(() => {
        if (child.pid) signalGroup(child.pid, 'SIGKILL')
        reject(
          new Error(
            `${command} ${args.join(' ')} took more than ${timeoutMs} ms; it said: ${stdout()}${stderr()}`,
          ),
        )
      }, timeoutMs)
      child.once('close', () => clearTimeout(timer))
      child.once('error', () => clearTimeout(timer))
    })
    await Promise.race([once(child, 'close'), late])
    return { code: child.exitCode, signal: child.signalCode, stdout: stdout(), stderr: stderr() }
  }

  /** Asks one program to end, and kills its group where it does not. */
  async end(child: ChildProcess): Promise<void> {
    if (child.pid === undefined) return
    if (!isOver(child)) {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.pid && signalGroup(child.pid, 'SIGKILL'), ENDING_MS)
      await once(child, 'exit')
      clearTimeout(timer)
    }
    signalGroup(child.pid, 'SIGKILL')
  }

  /** Ends everything that was started, the last one first, and whatever of it went on by itself. */
  async endAll(): Promise<void> {
    for (const child of [...this.#running].reverse()) await this.end(child)
    const runtime = this.#env.XDG_RUNTIME_DIR ?? ''
    for (let left = processesIn(runtime); left.length > 0; left = processesIn(runtime)) {
      for (const pid of left) kill(pid)
      await sleep(10)
    }
  }

  /** The same at once, for the moment in which our own process exits. */
  killAll(): void {
    for (const child of this.#running) if (child.pid) signalGroup(child.pid, 'SIGKILL')
  }
}

/** Processes of the session with this runtime folder: their environment says so, and nobody else has that folder. */
export const processesIn = (runtime: string): number[] => {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => environmentOf(pid).includes(`\0XDG_RUNTIME_DIR=${runtime}\0`)).map(Number)
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}

const environmentOf = (pid: string): string => {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`
  } catch {
    // It ended meanwhile, or is not ours to look at.
    return ''
  }
}

const withChanges = (
  env: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  const all: Record<string, string> = { ...env }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete all[name]
    else all[name] = value
  }
  return all
}

import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { PageProblems, type Problem, unexpectedLines } from '../app/problems'
import { collectText, type StartOptions, signalGroup } from '../desktop/programs'
import type { Session } from '../desktop/session'

/** An installed application, started as its user does and driven over its remote debugging port. */
export interface Driven {
  readonly pid: number
  /** The first window. */
  readonly page: Page
  /** Every window that is open. */
  windows(): readonly Page[]
  /** What was wrong so far, but for what is expected. */
  problems(expected?: readonly RegExp[]): readonly Problem[]
  stdout(): string
  stderr(): string
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  isRunning(): boolean
  kill(): Promise<void>
  /** Asks it to end as a closing session does, and waits until it has. */
  stop(): Promise<void>
}

/** A process of the application, as proc(5) shows it. */
export interface Process {
  readonly pid: number
  readonly args: readonly string[]
  /** `Uid` and `Seccomp` of its status. */
  readonly uid: number
  readonly seccomp: number
}

const STARTING_MS = 60_000
/** Playwright waits for ever for a page that was replaced while it attached to it: then it begins anew. */
const ATTACHING_MS = 12_000

/**
 * Starts a program in the session. A released application takes no debugger of Node, through which Playwright would
 * start it; its windows are Chromium's, which tells on standard error where they can be driven.
 */
export const startDriven = async (
  session: Session,
  command: string,
  args: readonly string[],
  env: NonNullable<StartOptions['env']> = {},
): Promise<Driven> => {
  const child = session.start(command, ['--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  })
  const [stdout, stderr] = [collectText(child.stdout), collectText(child.stderr)]
  const closed = once(child, 'close')
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  const kill = async (): Promise<void> => {
    if (child.pid) signalGroup(child.pid, 'SIGKILL')
    await closed
  }
  try {
    const address = await until(() => /DevTools listening on (ws:\S+)/.exec(stderr())?.[1])
    const browser = await connect(address)
    const windows = () => browser.contexts().flatMap((context) => context.pages())
    const page = await until(() => windows()[0])
    const pages = new PageProblems()
    await pages.watch(page.context(), [page])
    return {
      pid: child.pid ?? 0,
      page,
      windows,
      problems: (expected = []) => [
        ...pages.found(expected),
        ...unexpectedLines(stdout(), expected),
        ...unexpectedLines(stderr(), expected),
      ],
      stdout,
      stderr,
      exited: closed.then(() => ({ code: child.exitCode, signal: child.signalCode })),
      isRunning,
      kill,
      stop: async () => {
        child.kill('SIGTERM')
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 15_000).unref())])
        if (!isRunning()) return
        await kill()
        throw new Error('the application did not end when it was asked to')
      },
    }
  } catch (error) {
    await kill()
    throw new Error(`the application did not start in order; it wrote:\n${stdout()}${stderr()}`, {
      cause: error,
    })
  }
}

const connect = async (address: string): Promise<Browser> => {
  for (const end = Date.now() + STARTING_MS; ; ) {
    try {
      return await chromium.connectOverCDP(address, { timeout: ATTACHING_MS })
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}

const until = async <T>(look: () => T | undefined): Promise<T> => {
  const end = Date.now() + STARTING_MS
  for (let found = look(); ; found = look()) {
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`nothing within ${STARTING_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Every process that runs a program file, whoever started it. */
export const processesOf = (file: string): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (readlinkSync(`/proc/${pid}/exe`) !== file) return []
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        const number = (field: string): number =>
          Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1])
        // Chromium writes the command lines of its children anew, with blanks.
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean)
        return [{ pid: Number(pid), args, uid: number('Uid'), seccomp: number('Seccomp') }]
      } catch {
        // It ended meanwhile.
        return []
      }
    })

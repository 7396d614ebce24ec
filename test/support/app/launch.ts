import { once } from 'node:events'
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { commandAs } from '../desktop/account'
import { signalGroup } from '../desktop/programs'
import type { Session } from '../desktop/session'
import { launchInstalled } from '../package/launchInstalled'
import { holdAnswers } from './collected'
import { PageProblems, type Problem, unexpectedLines, unlessGone } from './problems'
import { type Runtime, runtimeForTests } from './runtime'
import { unsandboxedRenderers } from './sandbox'

export interface LaunchOptions extends Partial<Runtime> {
  /** Command-line options of the application. */
  readonly args?: readonly string[]
  /** The folder of `--user-data-dir`; default: a new one of the session. Give an earlier application's to go on with its data. */
  readonly userData?: string
  /** Added to the session's environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Default true: resolve once a window is there and its sandbox was looked at. */
  readonly window?: boolean
  /** Problems that are no problem. */
  readonly expected?: readonly RegExp[]
}

/** The real application, running in a session and driven by Playwright. */
export interface App {
  /** Of an installed application, which tells nothing of its main process, it throws. */
  readonly electron: ElectronApplication
  readonly pid: number
  readonly userData: string
  /** The first window that is open. */
  window(): Promise<Page>
  /** Every window that is open. */
  windows(): readonly Page[]
  /** From now on (and for what has already been said) such problems are none. */
  expectProblems(...patterns: readonly RegExp[]): void
  /** Everything that was wrong so far; whoever launched the application must find this empty. */
  problems(): readonly Problem[]
  /** What the main process wrote so far. */
  stdout(): string
  stderr(): string
  /** How the process ended. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  isRunning(): boolean
  /** Quits it. Rejects, after killing it, where it takes longer than `timeoutMs` (default 15,000). */
  close(timeoutMs?: number): Promise<void>
  /** SIGKILL to it and all its children at once. */
  kill(): Promise<void>
}

const STARTING_MS = 60_000
/** What was killed has its outputs closed at once. */
const PIPES_MS = 5_000

let launches = 0

/**
 * Playwright starts one executable: this one becomes the session's user, and keeps a copy of what the application
 * writes from its first byte on.
 */
const writeLauncher = (
  session: Session,
  executable: string,
): { launcher: string; stdout: string; stderr: string } => {
  launches += 1
  const file = (ending: string): string => join(session.folder, `launch-${process.pid}-${launches}${ending}`)
  const [launcher, stdout, stderr] = [file('.sh'), file('.out'), file('.err')]
  const command = commandAs(session.account, executable, ['-r', placeHold(session)]).map(
    (word) => `'${word.replaceAll("'", "'\\''")}'`,
  )
  writeFileSync(
    launcher,
    `#!/bin/bash\nexec ${command.join(' ')} "$@" > >(exec tee '${stdout}') 2> >(exec tee '${stderr}' >&2)\n`,
  )
  writeFileSync(stdout, '')
  writeFileSync(stderr, '')
  chmodSync(launcher, 0o755)
  return { launcher, stdout, stderr }
}

/** Where the session's user can read it. */
const placeHold = (session: Session): string => {
  const file = join(session.folder, 'holdReady.cjs')
  copyFileSync(join(import.meta.dirname, 'holdReady.cjs'), file)
  chmodSync(file, 0o644)
  return file
}

const environment = (session: Session, changes: LaunchOptions['env'] = {}): Record<string, string> => {
  const all: Record<string, string | undefined> = { ...session.env, ...changes }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** A start that shows no window is let be after so long, in milliseconds. */
const SHOWN_MS = 3_000

/** A window is there before it is shown, and before that nobody can do anything with it. */
const whenShown = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(async ({ BrowserWindow }, patienceMs) => {
    const until = Date.now() + patienceMs
    while (Date.now() < until && !BrowserWindow.getAllWindows().some((window) => window.isVisible()))
      await new Promise((resolve) => setTimeout(resolve, 20))
  }, SHOWN_MS)

/**
 * Starts the application as a user would, with its sandbox on. Rejects, and leaves nothing running, where it does not
 * start, shows no window within 60 s, or runs a renderer without its sandbox.
 */
export const launchApp = async (session: Session, options: LaunchOptions = {}): Promise<App> => {
  const { args = [], window: hasWindow = true } = options
  const runtime = { ...runtimeForTests(), ...options }
  const { executable, appFolder } = runtime
  if (appFolder === null) return launchInstalled(session, executable, options)
  const files = writeLauncher(session, executable)
  const userData = options.userData ?? session.makeFolder(`data-${process.pid}-${launches}`)
  const expected = [...(options.expected ?? [])]

  const electron = await _electron.launch({
    executablePath: files.launcher,
    args: [appFolder, `--user-data-dir=${userData}`, ...args],
    env: environment(session, options.env),
    cwd: session.home,
    chromiumSandbox: true,
    timeout: STARTING_MS,
  })
  holdAnswers(electron)
  const child = electron.process()
  const exited = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }))
  const pages = new PageProblems()
  const checkSandbox = async (): Promise<void> => {
    for (const { pid, mode } of await unsandboxedRenderers(electron)) {
      pages.add({ from: 'sandbox', text: `renderer ${pid} runs with seccomp mode ${mode}` })
    }
  }
  const welcome = async (page: Page): Promise<void> => {
    await pages.watchPage(page)
    await unlessGone(page.waitForLoadState('domcontentloaded'))
    await unlessGone(checkSandbox())
  }
  const kill = async (): Promise<void> => {
    if (child.pid) signalGroup(child.pid, 'SIGKILL')
    // What it left behind may have its outputs open; the test says so, and does not wait for that.
    await Promise.race([exited, sleep(PIPES_MS, undefined, { ref: false })])
  }
  const app: App = {
    electron,
    pid: child.pid ?? 0,
    userData,
    window: () => electron.firstWindow({ timeout: STARTING_MS }),
    windows: () => electron.windows(),
    expectProblems: (...patterns) => void expected.push(...patterns),
    problems: () => [
      ...pages.found(expected),
      ...unexpectedLines(readFileSync(files.stdout, 'utf8'), expected),
      ...unexpectedLines(readFileSync(files.stderr, 'utf8'), expected),
    ],
    stdout: () => readFileSync(files.stdout, 'utf8'),
    stderr: () => readFileSync(files.stderr, 'utf8'),
    exited,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    close: async (timeoutMs = 15_000) => {
      const quit = await Promise.race([
        Promise.all([electron.close(), exited]).then(() => true),
        sleep(timeoutMs, false, { ref: false }),
      ])
      if (quit) return
      const what = app.isRunning() ? 'the application did not quit' : 'something kept its outputs open'
      await kill()
      throw new Error(`${what} within ${timeoutMs} ms`)
    },
    kill,
  }
  try {
    electron.on('window', (page) => {
      welcome(page).catch((error: unknown) => pages.add({ from: 'page-error', text: String(error) }))
    })
    await pages.watch(electron.context(), electron.windows())
    if (hasWindow) {
      await welcome(await app.window())
      await unlessGone(whenShown(electron))
    }
    const unsandboxed = app.problems().filter(({ from }) => from === 'sandbox')
    if (unsandboxed.length > 0) throw new Error(unsandboxed.map(({ text }) => text).join('\n'))
    return app
  } catch (error) {
    await kill()
    throw new Error(`the application did not start in order; it wrote:\n${app.stdout()}${app.stderr()}`, {
      cause: error,
    })
  }
}

import { execFile, spawn } from 'node:child_process'

/** How long `wl-copy` and `wl-paste` may take; they answer in a few milliseconds. */
const PATIENCE_MS = 2_000
/** `wl-paste --watch` that has not ended after so long is watching. */
const WATCHES_AFTER_MS = 250

/** Whether windows are on a Wayland display, where only the program in focus may copy. */
export function isWaylandSession(env: NodeJS.ProcessEnv): boolean {
  return process.platform === 'linux' && Boolean(env.WAYLAND_DISPLAY)
}

/**
 * Copies through `wl-copy` (package wl-clipboard), which stays behind to serve the text for as long as
 * the clipboard has it. False where it is not installed, or where another program did not find the text.
 */
export async function copyOnWayland(text: string): Promise<boolean> {
  return (await write(text)) && (await readOnWayland()) === text
}

/** What another program reads from the clipboard, '' where nothing is there; null where that cannot be known. */
export function readOnWayland(): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { timeout: PATIENCE_MS, env: { ...process.env, LC_ALL: 'C' } }
    execFile('wl-paste', ['--no-newline', '--type', 'text'], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else resolve(/nothing is copied|no selection|not available/i.test(stderr) ? '' : null)
    })
  })
}

let unfocused: Promise<boolean> | null = null

/**
 * Whether `wl-paste` sees the clipboard without a window of its own, which would take the focus away from the one
 * that the user is in. Only such compositors let it watch (wl-paste(1), `--watch`). Found out once.
 */
export function readsUnfocused(): Promise<boolean> {
  unfocused ??= new Promise((resolve) => {
    const child = spawn('wl-paste', ['--watch', 'true'], { stdio: 'ignore' })
    const timer = setTimeout(() => {
      child.kill()
      resolve(true)
    }, WATCHES_AFTER_MS)
    const fail = () => {
      clearTimeout(timer)
      resolve(false)
    }
    child.on('error', fail)
    child.on('exit', fail)
  })
  return unfocused
}

/** Empties the clipboard (wl-copy(1), `--clear`). False where that did not work. */
export const clearOnWayland = (): Promise<boolean> => run(['--clear'], '')

/** The text goes over a pipe: arguments are there for every program to read. */
const write = (text: string): Promise<boolean> => run(['--type', 'text/plain;charset=utf-8'], text)

function run(args: readonly string[], input: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('wl-copy', [...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
      // What it leaves behind outlives the terminal that a command was typed into.
      detached: true,
      timeout: PATIENCE_MS,
    })
    child.on('error', () => resolve(false))
    // It forks once it has the text, and the one that we started ends.
    child.on('exit', (code) => resolve(code === 0))
    child.stdin.on('error', () => resolve(false))
    child.stdin.end(input)
  })
}

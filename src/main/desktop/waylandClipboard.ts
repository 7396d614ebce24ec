import { execFile, spawn } from 'node:child_process'

/** How long `wl-copy` and `wl-paste` may take; they answer in a few milliseconds. */
const PATIENCE_MS = 2_000

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

/** What another program reads from the clipboard; null where that cannot be known. */
export function readOnWayland(): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('wl-paste', ['--no-newline'], { timeout: PATIENCE_MS }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    )
  })
}

/** The text goes over a pipe: arguments are there for every program to read. */
function write(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('wl-copy', ['--type', 'text/plain;charset=utf-8'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: PATIENCE_MS,
    })
    child.on('error', () => resolve(false))
    // It forks once it has the text, and the one that we started ends.
    child.on('exit', (code) => resolve(code === 0))
    child.stdin.on('error', () => resolve(false))
    child.stdin.end(text)
  })
}

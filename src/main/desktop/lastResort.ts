import { spawn } from 'node:child_process'

/**
 * `tail` ends when this process does; then nothing is left to do. `timeout` says with 124 that it waited in vain (tail(1),
 * "--pid"; timeout(1), "EXIT STATUS"): then this process is killed. It is named by its number: a shell that comes late has
 * another parent already.
 */
const watch = (ms: number, pid: number) =>
  `timeout ${ms / 1_000} tail --pid=${pid} --sleep-interval=0.1 -f /dev/null; [ $? -ne 124 ] || kill -KILL ${pid}`

/**
 * For the very end, when everything is written down: sees to it that this process is gone within `ms` milliseconds.
 * No code of it runs any more by then, and it waits for ever for a thread that is held up in the system: in a
 * keychain's own question, or on a disk that does not answer (Node.js joins its threads before it ends). Never fails.
 */
export function endAtLatest(ms: number): void {
  if (process.platform === 'win32') return
  const child = spawn('/bin/sh', ['-c', watch(ms, process.pid)], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    stdio: 'ignore',
    // What ends a terminal's commands leaves it alone.
    detached: true,
  })
  child.on('error', () => undefined)
  child.unref()
}

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { Stop } from './words.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 and more for a signal
 * @property {string} output standard output and standard error, in the order in which they came, where captured
 */

/**
 * Runs a program to its end. Nothing of it ever reaches our standard output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.show] pass its words on to standard error instead of capturing them
 * @param {number | undefined} [options.hold] a lock's file descriptor that the program, too, holds as long as it lives
 * @param {number} [options.timeoutMs] killed after this
 * @returns {Promise<Outcome>} also for a program that fails; rejects with a `Stop` where it cannot be started
 */
export function run(command, args, { cwd, env, show = false, hold, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const said = show ? /** @type {const} */ (2) : /** @type {const} */ ('pipe')
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: hold === undefined ? ['ignore', said, said] : ['ignore', said, said, hold],
      ...(timeoutMs === undefined
        ? {}
        : { timeout: timeoutMs, killSignal: /** @type {const} */ ('SIGKILL') }),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => {
      const why = 'code' in error && error.code === 'ENOENT' ? 'it is not installed' : error.message
      reject(new Stop(`"${command}" could not be started: ${why}.`))
    })
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), output }))
  })
}

/**
 * The exit code of a process in one number, as a shell gives it.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}

/**
 * The last lines of what a program said, indented, for the words about its failure.
 *
 * @param {string} output
 * @param {number} [lines]
 */
export function lastWords(output, lines = 12) {
  return output
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `  ${line}`)
    .join('\n')
}

/**
 * `npm test`: sets up what is missing, then checks types and style, builds the application, and runs the unit tests
 * and the tests of the real application. Each check and the build count as a test. The last line says how many
 * passed and failed.
 *
 *   npm test -- [check] [unit] [desktop] [part of a file name …] [--long]
 *
 * For the tests it sets MAILROOM_ELECTRON (the runtime), MAILROOM_APP (the folder Electron runs) and, as root,
 * MAILROOM_RUN_AS (the user as whom everything with a window or a bus runs).
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureApplication } from './setup/application.mjs'
import { readJson } from './setup/cache.mjs'
import { exitCode } from './setup/run.mjs'
import { explain, say } from './setup/words.mjs'
import { describeElectron, ensure, purposesOf } from './setup.mjs'
import {
  closingLine,
  failed,
  resultOfPlaywright,
  resultOfProgram,
  resultOfVitest,
  sum,
} from './testing/results.mjs'
import { readSelection } from './testing/selection.mjs'

/** @typedef {import('./testing/results.mjs').Result} Result */

/** A whole run takes no longer than this, ten times as long with `--long`. */
const LIMIT_MS = 24 * 60_000

/** @type {Result[]} */
const results = []
try {
  await testAll(readSelection(process.argv.slice(2)))
} catch (failure) {
  say(explain(failure))
  results.push(failed('set-up'))
}
const total = sum(results)
if (total.failures.length > 0)
  console.log(`\nFailed:\n${total.failures.map((name) => `  ${name}`).join('\n')}`)
console.log(`\n${closingLine(total)}`)
process.exitCode = total.failed === 0 ? 0 : 1

/** @param {import('./testing/selection.mjs').Selection} selection */
async function testAll({ parts, filters, isLong }) {
  const { root, electron, account } = await ensure({ purposes: purposesOf.test ?? [] })
  say(`Testing on ${describeElectron(electron)}.`)
  const reports = path.join(root, 'test-results')
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    MAILROOM_ELECTRON: electron.executable,
    ...(account ? { MAILROOM_RUN_AS: account.name } : {}),
    ...(isLong ? { MAILROOM_LONG: '1' } : {}),
  }
  const deadline = Date.now() + LIMIT_MS * (isLong ? 10 : 1)
  /** @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} [more] */
  const run = (script, args, more = {}) =>
    runToEnd([path.join(root, 'node_modules', script), ...args], root, { ...env, ...more }, deadline)

  /** @type {Record<import('./testing/selection.mjs').Part, () => Promise<Result>>} */
  const steps = {
    types: async () => resultOfProgram('types', await run('typescript/bin/tsc', ['--noEmit'])),
    style: async () => resultOfProgram('style', await run('@biomejs/biome/bin/biome', ['check', '.'])),
    build: async () => {
      const { result, folder } = await buildApplication(root, account)
      env.MAILROOM_APP = folder
      return result
    },
    unit: async () => {
      const report = path.join(reports, 'unit.json')
      const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const lenient = filters.length > 0 ? ['--passWithNoTests'] : []
      const code = await run('vitest/vitest.mjs', ['run', ...options, ...lenient, ...filters])
      return resultOfVitest(readJson(report), code, root)
    },
    desktop: async () => {
      if (env.MAILROOM_APP === undefined) return failed('desktop: nothing was built that could be tested')
      const report = { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'desktop.json') }
      const lenient = filters.length > 0 ? ['--pass-with-no-tests'] : []
      const args = ['test', '--reporter=list,json', ...lenient, ...filters]
      const code = await run('@playwright/test/cli.js', args, report)
      return resultOfPlaywright(readJson(report.PLAYWRIGHT_JSON_OUTPUT_FILE), code)
    },
  }
  for (const part of parts) {
    console.log(`\n── ${part} ──`)
    results.push(await steps[part]())
  }
}

/**
 * @param {string} root
 * @param {import('./setup/account.mjs').Account | undefined} account
 * @returns {Promise<{ result: Result, folder: string | undefined }>}
 */
async function buildApplication(root, account) {
  try {
    const folder = await ensureApplication(root, account)
    return { result: resultOfProgram('build', 0), folder }
  } catch (failure) {
    say(explain(failure))
    return { result: resultOfProgram('build', 1), folder: undefined }
  }
}

/**
 * Runs one of the tools in a process group of its own, which goes as a whole when its time is up or we are told to
 * stop: nothing that a test started stays behind.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @param {number} deadline when its time is up, in milliseconds since 1970
 * @returns {Promise<number>} the exit code
 */
function runToEnd(args, cwd, env, deadline) {
  return new Promise((resolve, reject) => {
    const isGroup = process.platform !== 'win32'
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: isGroup,
    })
    const stop = () => {
      try {
        process.kill(isGroup ? -Number(child.pid) : Number(child.pid), 'SIGKILL')
      } catch {
        // It is gone already.
      }
    }
    const timer = setTimeout(
      () => {
        say('The time for all tests is up, so this was stopped.')
        stop()
      },
      Math.max(0, deadline - Date.now()),
    )
    /** @param {NodeJS.Signals} signal */
    const interrupt = (signal) => {
      stop()
      process.exit(exitCode(null, signal))
    }
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
    const done = () => {
      clearTimeout(timer)
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    }
    child.once('error', (failure) => {
      done()
      reject(failure)
    })
    child.once('exit', (code, signal) => {
      done()
      stop()
      resolve(exitCode(code, signal))
    })
  })
}

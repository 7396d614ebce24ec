/**
 * `npm run bench`: sets up what is missing, builds the application, and measures it against a blank window of the same
 * Electron: cold start and memory as ratios, and what Mailroom adds to a create in milliseconds. Each run is kept, whole,
 * in bench/results.
 *
 *   npm run bench -- [--runs=9] [--check]
 *
 *   --runs    rounds that are counted; of each figure the middle one is told
 *   --check   end with 1 where a figure is beyond one and a half times its limit
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureApplication } from './setup/application.mjs'
import { giveUp, Stop, say } from './setup/words.mjs'
import { describeElectron, ensure, purposesOf } from './setup.mjs'

try {
  const { runs, isCheck } = readOptions(process.argv.slice(2))
  if (process.platform !== 'linux') throw new Stop('It measures on Linux only: it reads /proc.')
  const { root, electron, account } = await ensure({ purposes: purposesOf.test ?? [] })
  const folder = await ensureApplication(root, account)
  Object.assign(process.env, {
    MAILROOM_ELECTRON: electron.executable,
    MAILROOM_APP: folder,
    ...(account ? { MAILROOM_RUN_AS: account.name } : {}),
  })
  say(`Measuring on ${describeElectron(electron)}.`)

  // Set-up may just have installed it.
  const { runnerImport } = await import('vite')
  const { module } = /** @type {{ module: typeof import('../bench/main') }} */ (
    await runnerImport(path.join(root, 'bench', 'main.ts'), { configFile: false, root, logLevel: 'warn' })
  )
  const isWithin = await module.bench({ runs, isCheck, electron, say })
  process.exitCode = isWithin ? 0 : 1
} catch (failure) {
  giveUp(failure)
}

/** @param {string[]} args */
function readOptions(args) {
  const { values } = parseOrStop(args)
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1 || runs > 99) throw new Stop('--runs is a number from 1 to 99.', 2)
  return { runs, isCheck: values.check }
}

/** @param {string[]} args */
function parseOrStop(args) {
  try {
    return parseArgs({
      args,
      options: { runs: { type: 'string', default: '9' }, check: { type: 'boolean', default: false } },
    })
  } catch (failure) {
    throw new Stop(failure instanceof Error ? failure.message : String(failure), 2)
  }
}

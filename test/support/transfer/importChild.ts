import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { openImport, runImport } from '../../../src/main/actions/importAddresses'
import { closeContext } from '../../../src/main/startup/openContext'
import { openPlainContext } from './plainContext'

/*
 * Imports one file into a profile of its own and says what that took: `node importChild <profile> <file> <store worker>`.
 */
const [folder = '', file = '', worker = ''] = process.argv.slice(2)

const { context } = await openPlainContext(folder, pathToFileURL(worker), file)
const before = process.resourceUsage().maxRSS
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const opened = await openImport(context)
const shown = opened.ok ? opened.value : null
const report =
  shown === null
    ? null
    : await runImport(context, { file: shown.file, reading: shown.reading, accountId: null, labels: [] })
delay.disable()
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024)
const said = {
  total: shown?.total,
  report: report?.ok === true ? { ...report.value, problems: report.value.problems.length } : report,
  problem: opened.ok ? null : opened.error,
  grownMb: megabytes(process.resourceUsage().maxRSS - before),
  stallMs: Math.round(delay.percentile(99.9) / 1e6),
  longestStallMs: Math.round(delay.max / 1e6),
}
console.log(JSON.stringify(said))
await closeContext(context)

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Result, resultOfPlaywright } from '../../../scripts/testing/results.mjs'
import { repository } from './build'

/** Runs whole files of journeys, by their names without `.spec.ts`, against an installed application. */
export const runJourneys = async (program: string, names: readonly string[]): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-journeys-'))
  const report = join(folder, 'report.json')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  // A part of a name would be found in others, too.
  const files = names.map((name) => `/${name}\\.spec\\.ts$`)
  const args = [
    cli,
    'test',
    '--reporter=json',
    '--workers=2',
    `--output=${join(folder, 'results')}`,
    ...files,
  ]
  const env = { ...process.env, MAILROOM_INSTALLED: program, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  try {
    const code = await new Promise<number>((resolve) => {
      const child = execFile(process.execPath, args, { cwd: repository, env, maxBuffer: 1 << 26 }, () =>
        resolve(child.exitCode ?? 1),
      )
    })
    return resultOfPlaywright(JSON.parse(readFileSync(report, 'utf8')), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

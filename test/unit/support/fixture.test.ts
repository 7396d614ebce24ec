import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeScratchApp } from './scratchApp'

interface Outcome {
  readonly suites: readonly {
    readonly specs: readonly {
      readonly title: string
      readonly ok: boolean
      readonly tests: readonly {
        readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[]
      }[]
    }[]
  }[]
}

const runJourneys = (appFolder: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
    const config = join(import.meta.dirname, 'journeys/playwright.config.ts')
    const env = { ...process.env, MAILROOM_SCRATCH_APP: appFolder, PLAYWRIGHT_JSON_OUTPUT_NAME: undefined }
    const args = [
      cli,
      'test',
      `--config=${config}`,
      '--reporter=json',
      `--output=${join(appFolder, 'results')}`,
    ]
    execFile(process.execPath, args, { env, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout))
      } catch {
        reject(new Error(`Playwright gave no report: ${stdout}${stderr}`))
      }
    })
  })

it('a journey fails by the problems of its applications, and only by those it did not expect', async () => {
  const appFolder = writeScratchApp()
  const { suites } = await runJourneys(appFolder)
  rmSync(appFolder, { recursive: true })
  const specs = suites.flatMap((suite) => suite.specs)
  const words = specs.map(({ tests }) =>
    tests
      .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
      .map(({ message }) => message)
      .join(),
  )

  expect(specs.map(({ title, ok }) => ({ title, ok }))).toEqual(
    specs.map(({ title }) => ({ title, ok: title.startsWith('passes') })),
  )
  expect(words).toEqual([
    '',
    '',
    '',
    expect.stringMatching(/the application had problems:\nconsole: log: a word on the console/),
    expect.stringMatching(/the application had problems:\noutput: early: something is wrong/),
  ])
}, 120_000)

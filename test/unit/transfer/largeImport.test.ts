import { execFile } from 'node:child_process'
import { closeSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { bundleForNode, bundleStoreWorker } from '../store/bundleStoreWorker'
import { ownFolder } from './files'

const said = z.object({
  total: z.number().optional(),
  report: z.unknown(),
  problem: z.unknown(),
  grownMb: z.number(),
  stallMs: z.number(),
  longestStallMs: z.number(),
})

/** Imports a file in a process of its own, so that its memory is its own too. */
const importFile = async (file: string) => {
  const child = await bundleForNode('test/support/transfer/importChild.ts', 'import-child')
  const worker = fileURLToPath(await bundleStoreWorker())
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [fileURLToPath(child), ownFolder(), file, worker])
  return said.parse(JSON.parse(stdout))
}

/** How long main may not answer, in milliseconds: far from what it takes, for other tests run beside this one. */
const STALL_MS = 500

describe('a large file', () => {
  it('of 100 MB is imported in bounded memory, and main stays answering', { timeout: 300_000 }, async () => {
    const file = join(ownFolder(), 'large.csv')
    const descriptor = openSync(file, 'w')
    const note = 'the same words again and again, '.repeat(31)
    writeSync(descriptor, 'address,note\n')
    let lines = 0
    while (statSync(file).size < 100 * 1024 * 1024) {
      const block = Array.from({ length: 1_000 }, () => `n${lines++ % 3_000}@ig.do,"${note}"\n`)
      writeSync(descriptor, block.join(''))
    }
    closeSync(descriptor)

    const { report, total, grownMb, stallMs } = await importFile(file)

    expect(total).toBe(lines)
    expect(report).toEqual({ added: 3_000, merged: 0, unchanged: lines - 3_000, left: 0, problems: 1_000 })
    expect(grownMb).toBeLessThan(200)
    expect(stallMs).toBeLessThan(STALL_MS)
  })

  it('of 100 MB in one line, or in one open quote, is refused in bounded memory', {
    timeout: 120_000,
  }, async () => {
    for (const start of ['address\n', 'address\n"']) {
      const file = join(ownFolder(), 'line.csv')
      writeFileSync(file, start + 'x'.repeat(100 * 1024 * 1024))
      const { report, problem, grownMb, stallMs } = await importFile(file)
      expect([report, problem]).not.toEqual([null, null])
      expect(grownMb).toBeLessThan(200)
      expect(stallMs).toBeLessThan(STALL_MS)
    }
  })

  it('over 200 MB is refused unread', async () => {
    const file = join(ownFolder(), 'huge.csv')
    writeFileSync(file, '')
    truncateSync(file, 200 * 1024 * 1024 + 1)
    expect(await importFile(file)).toMatchObject({ problem: { kind: 'file', problem: 'too-large' } })
  })
})

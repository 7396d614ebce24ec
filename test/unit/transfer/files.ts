import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { onFile } from '../../../src/main/transfer/fileProblem'
import { guessFile, readImport, readTitles } from '../../../src/main/transfer/readImport'
import type { Address } from '../../../src/shared/address'
import { ok } from '../../../src/shared/result'
import type { ImportReading } from '../../../src/shared/transfer'

/** A folder that goes when the test has ended. */
export const ownFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-transfer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const aFile = (content: string | Uint8Array, name = 'list.csv'): string => {
  const path = join(ownFolder(), name)
  writeFileSync(path, content)
  return path
}

/** Everything that an import makes of a file, read as `reading` says or as it seems to be meant. */
export const readWhole = (path: string, reading?: ImportReading) =>
  onFile('read', async () => {
    const used = reading ?? (await guessFile(path))
    const titles = await readTitles(path, used)
    const lines = []
    for await (const batch of readImport(path, used, titles)) lines.push(...batch)
    return ok({ reading: used, titles, lines })
  })

/** The same of a file that must be readable. */
export const readGood = async (path: string, reading?: ImportReading) => {
  const read = await readWhole(path, reading)
  if (!read.ok) throw new Error(`${read.error.problem} in line ${read.error.line}`)
  return read.value
}

export const anAddress = (given: Partial<Address> = {}): Address => ({
  id: 'a',
  accountId: null,
  accountName: null,
  email: 'brisk-otter-482@ig.do',
  note: '',
  labels: [],
  tag: null,
  state: 'created',
  problem: null,
  isRestored: false,
  via: 'window',
  at: Date.UTC(2026, 2, 9, 12),
  hiddenAt: null,
  ...given,
})

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '../../../src/main/desktop/log'
import { bundleEntry } from '../../support/process/bundle'

let folder: string
const read = (name = 'mailroom.log') => readFileSync(join(folder, 'logs', name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-log-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('writes the cause of a fault under its number, for the user alone to read', () => {
  const log = openLog(join(folder, 'logs'))
  log.fault('ab12cd34', new Error('no such table', { cause: new Error('disk image is malformed') }))
  expect(read()).toMatch(/^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] \[error\] ab12cd34: Error: no such table/)
  expect(read()).toContain('disk image is malformed')
  expect(statSync(join(folder, 'logs', 'mailroom.log')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
})

it('takes others the right to read a log that they could read before', () => {
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'logs', 'mailroom.log'), '')
  chmodSync(join(folder, 'logs', 'mailroom.log'), 0o644)
  openLog(join(folder, 'logs')).note('started')
  expect(statSync(join(folder, 'logs', 'mailroom.log')).mode & 0o777).toBe(0o600)
})

it('holds no key, wherever in a fault it stands', () => {
  const log = openLog(join(folder, 'logs'))
  const request = {
    url: 'https://like.do/?key=sk_live_canary',
    headers: { authorization: 'Bearer sk_live_canary' },
  }
  log.fault('a', Object.assign(new Error('refused: sk_live_canary'), { request }))
  log.note('Authorization: Bearer sk_live_canary')
  expect(read()).not.toContain('canary')
})

it('lets no text from outside pass for an entry', () => {
  const log = openLog(join(folder, 'logs'))
  log.note('LikeDo said: fine\n[2026-01-01T00:00:00.000Z] [info] all keys were sent\r[2026')
  expect(
    read()
      .split('\n')
      .filter((line) => line.startsWith('[')),
  ).toHaveLength(1)
})

it('turns over at about a megabyte and keeps three old ones', () => {
  const log = openLog(join(folder, 'logs'))
  const line = 'word '.repeat(20_000)
  for (let index = 0; index < 70; index += 1) log.note(line)
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
    'mailroom.1.log',
    'mailroom.2.log',
    'mailroom.3.log',
    'mailroom.log',
  ])
  for (const name of readdirSync(join(folder, 'logs'))) {
    const { size, mode } = statSync(join(folder, 'logs', name))
    expect(size).toBeLessThan(1.2 * 1024 * 1024)
    expect(mode & 0o777).toBe(0o600)
  }
})

it('is silent on standard output and error, also where it cannot be written', async () => {
  writeFileSync(join(folder, 'taken'), 'a file where the folder should be')
  const program = await bundleEntry(join(import.meta.dirname, 'logProgram.ts'))
  try {
    const folders = [join(folder, 'logs'), join(folder, 'taken', 'logs')]
    const { status, stdout, stderr } = spawnSync(process.execPath, [program.file, ...folders], {
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(read()).toContain('ab12cd34')
  } finally {
    await program.remove()
  }
})

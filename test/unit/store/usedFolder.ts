import { closeSync, copyFileSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { createResponder } from '../../../src/main/store/serve'
import { bytesIn, copyOf, databaseIn, done, storeWithAccount, temporaryFolder } from './testStore'

export const open = (folder: string, role: 'writer' | 'follower' = 'writer') =>
  createResponder({ role, folder, busyTimeoutMs: 100 })({ kind: 'open' })

/** Folders with a database of 200 addresses, made once for all tests of a file. */
export function usedFolders() {
  let template = ''
  beforeAll(() => {
    template = mkdtempSync(join(tmpdir(), 'mailroom-template-'))
    const { store, plan, send, settle } = storeWithAccount(template)
    for (let n = 0; n < 200; n++) settle(send(plan({ note: `note ${n}` })), done())
    for (const suffix of ['', '-wal'])
      copyFileSync(databaseIn(template) + suffix, join(template, `killed${suffix}`))
    store.close()
  })
  afterAll(() => rmSync(template, { recursive: true, force: true }))

  return {
    template: (): string => template,
    /** A folder with a database that was closed in order. */
    aUsedFolder: (): string => copyOf(template),
    /** The same after the process was killed: what it wrote is in the log beside the file. */
    aKilledFolder: (): string => {
      const folder = temporaryFolder()
      for (const suffix of ['', '-wal'])
        copyFileSync(join(template, `killed${suffix}`), databaseIn(folder) + suffix)
      return folder
    },
  }
}

export const overwrite = (file: string, position: number, bytes: Buffer): void => {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, position)
  closeSync(descriptor)
}

export const expectUntouched = (folder: string, problem: string): void => {
  const before = bytesIn(folder)
  const names = readdirSync(folder).sort()
  expect(open(folder)).toMatchObject({ ok: false, problem })
  expect(readdirSync(folder).sort()).toEqual(names)
  expect(bytesIn(folder)).toEqual(before)
}

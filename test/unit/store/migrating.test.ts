import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storageProblemOf } from '../../../src/main/store/failures'
import { copyPath, versionOf } from '../../../src/main/store/migrate'
import { latestVersion, type Migration, migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { connect } from '../../../src/main/store/sql'
import { copyOf, databaseIn, done, storeWithAccount, temporaryFolder } from './testStore'

const RELEASED = latestVersion(migrations)

const later = (...sql: string[]): Migration[] => [
  ...migrations,
  ...sql.map((text, n) => ({ version: migrations.length + n + 1, sql: text })),
]

const aUsedFolder = (): string => {
  const { store, plan, send, settle } = storeWithAccount()
  for (let n = 0; n < 5; n++) settle(send(plan({ email: `kept.${n}@ig.do` })), done())
  store.close()
  return copyOf(store.folder)
}

const openWith = (folder: string, steps: readonly Migration[]) =>
  openForWriting({ folder, busyTimeoutMs: 100, steps })

const countAddresses = (file: string): unknown => {
  const sql = connect(file, { isReadOnly: true, busyTimeoutMs: 100 })
  const row = sql.prepare('SELECT count(*) AS total FROM addresses').get()
  sql.close()
  return row?.total
}

describe('the steps of the schema', () => {
  it('are numbered one by one, as the version they lead to', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, n) => n + 1))
  })

  it('make a new database without a copy', () => {
    const folder = temporaryFolder()
    const sql = openWith(folder, later('ALTER TABLE addresses ADD COLUMN hidden INTEGER'))
    expect(versionOf(sql)).toBe(RELEASED + 1)
    expect(readdirSync(folder).filter((name) => name.includes('before-update'))).toEqual([])
  })
})

describe('a database of an older version', () => {
  it('is brought to this one, over as many steps as are missing, and keeps its rows', () => {
    const folder = aUsedFolder()
    const steps = later(
      'ALTER TABLE addresses ADD COLUMN hidden INTEGER',
      'UPDATE addresses SET hidden = 7; CREATE TABLE more (a TEXT) STRICT',
    )
    const sql = openWith(folder, steps)
    expect(versionOf(sql)).toBe(RELEASED + 2)
    expect(sql.prepare('SELECT count(*) AS n FROM addresses WHERE hidden = 7').get()).toEqual({ n: 5 })
  })

  it('is copied first: the copy is whole, of the older version, and for its user alone', () => {
    const folder = aUsedFolder()
    openWith(folder, later('DELETE FROM addresses'))
    const copy = copyPath(databaseIn(folder), RELEASED)

    expect(countAddresses(databaseIn(folder))).toBe(0)
    expect(countAddresses(copy)).toBe(5)
    expect(readFileSync(copy).readUInt32BE(60)).toBe(RELEASED)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    const sql = connect(copy, { isReadOnly: true, busyTimeoutMs: 100 })
    expect(sql.pragma('integrity_check')).toBe('ok')
  })

  it('is copied anew where an earlier attempt left half a copy', () => {
    const folder = aUsedFolder()
    const copy = copyPath(databaseIn(folder), RELEASED)
    writeFileSync(`${copy}.unfinished`, 'half')
    openWith(folder, later('DELETE FROM addresses'))
    expect(countAddresses(copy)).toBe(5)
    expect(existsSync(`${copy}.unfinished`)).toBe(false)
  })

  it.each([
    ['a step that fails', ['CREATE TABLE more (a TEXT) STRICT; DELETE FROM addresses', 'no sql']],
    ['a step that leaves a row without its account', ['DELETE FROM accounts']],
  ])('stays as it was after %s', (_, sql) => {
    const folder = aUsedFolder()
    expect(() => openWith(folder, later(...sql))).toThrow()
    const before = openWith(folder, migrations)
    expect(versionOf(before)).toBe(RELEASED)
    expect(before.prepare('SELECT count(*) AS n FROM addresses').get()).toEqual({ n: 5 })
    expect(before.prepare('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: 1 })
  })

  it('is not touched where no copy can be made', () => {
    const folder = aUsedFolder()
    mkdirSync(join(copyPath(databaseIn(folder), RELEASED), 'in-the-way'), { recursive: true })
    expect(() => openWith(folder, later('DELETE FROM addresses'))).toThrow()
    expect(countAddresses(databaseIn(folder))).toBe(5)
  })
})

describe('the words for a failure', () => {
  it.each([
    [{ rawCode: 5 }, 'locked'],
    [{ rawCode: 261 }, 'locked'],
    [{ rawCode: 8 }, 'read-only'],
    [{ rawCode: 1032 }, 'failed'],
    [{ rawCode: 11 }, 'corrupt'],
    [{ rawCode: 779 }, 'corrupt'],
    [{ rawCode: 26 }, 'corrupt'],
    [{ rawCode: 13 }, 'full'],
    [{ rawCode: 1 }, 'failed'],
    [{ rawCode: 2067 }, 'failed'],
    [{ code: 'ENOSPC' }, 'full'],
    [{ code: 'EDQUOT' }, 'full'],
    [{ code: 'EROFS' }, 'read-only'],
    [{ code: 'EACCES' }, 'read-only'],
    [{ code: 'EIO' }, 'failed'],
    [new Error('anything'), 'failed'],
    [null, 'failed'],
  ])('are found from its code: %j is %s', (error, problem) => {
    expect(storageProblemOf(error, { folder: '/', mayWrite: false })).toBe(problem)
  })
})

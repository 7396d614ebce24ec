import { chmodSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { latestVersion, migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { createResponder } from '../../../src/main/store/serve'
import { connect } from '../../../src/main/store/sql'
import { startProbe } from './otherProcess'
import {
  bytesIn,
  copyOf,
  databaseIn,
  done,
  firstRows,
  openDirectly,
  storeWithAccount,
  temporaryFolder,
} from './testStore'
import { expectUntouched, open, overwrite, usedFolders } from './usedFolder'

const { aUsedFolder, aKilledFolder } = usedFolders()

const version = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('a new database', () => {
  it('is readable by its user alone, and so is all beside it', () => {
    const folder = join(temporaryFolder(), 'deep', 'data')
    const { plan } = storeWithAccount(folder)
    plan()
    expect(modeOf(folder)).toBe('700')
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(databaseIn(folder) + suffix)).toBe('600')
  })

  it('also takes from others what they could read before', () => {
    const folder = aUsedFolder()
    chmodSync(databaseIn(folder), 0o644)
    chmodSync(folder, 0o755)
    openDirectly(folder)
    expect([modeOf(databaseIn(folder)), modeOf(folder)]).toEqual(['600', '700'])
  })

  it('begins in an empty file too, as an interrupted start leaves it', () => {
    const folder = temporaryFolder()
    writeFileSync(databaseIn(folder), '')
    expect(openDirectly(folder).read('accounts.list')).toEqual([])
  })

  it('has every commit on the disk before it is answered, and no row without its account', () => {
    const sql = openForWriting({ folder: temporaryFolder(), busyTimeoutMs: 100 })
    expect(sql.pragma('journal_mode')).toBe('wal')
    // 2 is FULL: the log is flushed at each commit (SQLite, "PRAGMA synchronous").
    expect(sql.pragma('synchronous')).toBe(2)
    expect(sql.pragma('foreign_keys')).toBe(1)
    expect(sql.pragma('trusted_schema')).toBe(0)
  })
})

describe('a database of a newer version', () => {
  it('is left as it is, with nothing laid beside it', () => {
    const folder = aUsedFolder()
    overwrite(databaseIn(folder), 60, version(99))
    expectUntouched(folder, 'newer')
  })

  it('is known as such by its log, where the version has not yet reached the file', () => {
    const source = aUsedFolder()
    const sql = connect(databaseIn(source), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.pragma('journal_mode = WAL')
    sql.exec(`PRAGMA user_version = ${latestVersion(migrations) + 1}`)
    const folder = copyOf(source, ['', '-wal'])
    sql.close()
    expect(readFileSync(databaseIn(folder)).readUInt32BE(60)).toBe(latestVersion(migrations))
    expectUntouched(folder, 'newer')
  })

  it('is not taken for newer by what a log did not commit', () => {
    const { store, plan } = storeWithAccount()
    plan()
    const folder = copyOf(store.folder, ['', '-wal'])
    const log = readFileSync(`${databaseIn(folder)}-wal`)
    const pageSize = log.readUInt32BE(8)
    // One frame more, of page 1, that ends no transaction: what a kill leaves in the middle of a commit.
    const frame = Buffer.alloc(24 + pageSize)
    frame.writeUInt32BE(1, 0)
    log.copy(frame, 8, 16, 24)
    frame.writeUInt32BE(99, 24 + 60)
    writeFileSync(`${databaseIn(folder)}-wal`, Buffer.concat([log, frame]))
    expect(open(folder)).toEqual({ ok: true, value: true })
  })
})

describe('a killed process', () => {
  it('leaves a database that opens with all that was answered', () => {
    const store = openDirectly(aKilledFolder())
    expect(store.read('addresses.list', firstRows()).total).toBe(200)
    expect(store.read('integrity.check')).toEqual({ isSound: true, remarks: [] })
  })
})

describe('a database that another program holds', () => {
  it.each(['hold-lock', 'hold-all'])('is left as it is (%s), and opens once it is free', async (how) => {
    const folder = aUsedFolder()
    const { lines, kill } = await startProbe(how, folder)
    await lines.next()
    const before = bytesIn(folder)

    expect(open(folder)).toMatchObject({ ok: false, problem: 'locked' })

    expect(bytesIn(folder)['']).toEqual(before[''])
    await kill()
    expect(open(folder)).toEqual({ ok: true, value: true })
  })

  it('says so when the lock comes later, and writes again when it has gone', async () => {
    const folder = aUsedFolder()
    const store = openDirectly(folder)
    const { lines, kill } = await startProbe('hold-lock', folder)
    await lines.next()

    expect(store.tryWrite('settings.update', { theme: 'dark' })).toMatchObject({ problem: 'locked' })
    expect(store.read('settings.get').theme).toBe('system')

    await kill()
    expect(store.write('settings.update', { theme: 'dark' }).theme).toBe('dark')
  })
})

describe('beside another process', () => {
  it('waits where there is no database yet', () => {
    const folder = temporaryFolder()
    expect(open(join(folder, 'none'), 'follower')).toEqual({ ok: true, value: false })
    expect(open(folder, 'follower')).toEqual({ ok: true, value: false })
    writeFileSync(databaseIn(folder), '')
    expect(open(folder, 'follower')).toEqual({ ok: true, value: false })
    expect(existsSync(`${databaseIn(folder)}-wal`)).toBe(false)
  })

  it('waits where the database is not yet of this version', () => {
    const folder = aUsedFolder()
    const sql = connect(databaseIn(folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec('PRAGMA user_version = 0')
    sql.close()
    expect(open(folder, 'follower')).toEqual({ ok: true, value: false })
  })

  it('reads each write as soon as it was answered, and writes nothing', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const follower = createResponder({ role: 'follower', folder: store.folder, busyTimeoutMs: 100 })
    expect(follower({ kind: 'open' })).toEqual({ ok: true, value: true })
    const read = (id: string) => follower({ kind: 'call', method: 'journal.get', input: [id] })

    const row = plan()
    expect(read(row.id)).toMatchObject({ value: { state: 'planned' } })
    send(row)
    expect(read(row.id)).toMatchObject({ value: { state: 'sending' } })
    settle(row, done())
    expect(read(row.id)).toMatchObject({ value: { state: 'done' } })
    expect(follower({ kind: 'call', method: 'journal.plan', input: [] })).toMatchObject({ ok: false })
  })

  it.each([
    ['newer', (folder: string) => overwrite(databaseIn(folder), 60, version(99))],
    ['corrupt', (folder: string) => writeFileSync(databaseIn(folder), 'nothing')],
  ] as const)('says what is wrong: %s', (problem, spoil) => {
    const folder = aUsedFolder()
    spoil(folder)
    const before = bytesIn(folder)
    expect(open(folder, 'follower')).toMatchObject({ ok: false, problem })
    expect(bytesIn(folder)).toEqual(before)
  })

  it('never carries the log over into the file', () => {
    const folder = aKilledFolder()
    copyFileSync(databaseIn(folder), join(folder, 'before'))
    const follower = createResponder({ role: 'follower', folder, busyTimeoutMs: 100 })
    expect(follower({ kind: 'open' })).toEqual({ ok: true, value: true })
    expect(follower({ kind: 'call', method: 'addresses.list', input: [firstRows()] })).toMatchObject({
      value: { total: 200 },
    })
    follower({ kind: 'close' })
    expect(readFileSync(databaseIn(folder)).equals(readFileSync(join(folder, 'before')))).toBe(true)
  })
})

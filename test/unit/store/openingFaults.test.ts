import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import { canMount, runUnprivileged, withSmallDisk } from './otherProcess'
import {
  bytesIn,
  copyOf,
  databaseIn,
  firstRows,
  openDirectly,
  storeWithAccount,
  temporaryFolder,
} from './testStore'
import { expectUntouched, open, overwrite, usedFolders } from './usedFolder'

const { aUsedFolder, template } = usedFolders()

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('a file that is no database of Mailroom', () => {
  it.each([
    ['text', Buffer.from('not a database\n'.repeat(600))],
    ['one byte', Buffer.from('x')],
    ['zeros', Buffer.alloc(8192)],
  ])('is reported as corrupt and left as it is: %s', (_, bytes) => {
    const folder = temporaryFolder()
    writeFileSync(databaseIn(folder), bytes)
    expectUntouched(folder, 'corrupt')
  })

  it('is not written into when it is a database of something else', () => {
    const folder = temporaryFolder()
    const sql = connect(databaseIn(folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)')
    sql.close()
    const copy = copyOf(folder)
    const before = readFileSync(databaseIn(copy))
    expect(open(copy)).toMatchObject({ ok: false, problem: 'failed' })
    expect(connectAndList(copy)).toEqual(['theirs'])
    expect(before.length).toBe(readFileSync(databaseIn(copy)).length)
  })

  it.each([
    'CREATE TRIGGER again AFTER UPDATE ON journal BEGIN UPDATE journal SET state = 0; END',
    'DROP INDEX accounts_default',
    'CREATE VIEW more AS SELECT 1',
    'PRAGMA application_id = 7',
    'ALTER TABLE journal ADD COLUMN more TEXT',
  ])('is not used when somebody changed its tables: %s', (change) => {
    const folder = aUsedFolder()
    const sql = connect(databaseIn(folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec(change)
    sql.pragma('wal_checkpoint(TRUNCATE)')
    sql.close()
    expect(open(copyOf(folder))).toMatchObject({ ok: false, problem: 'failed' })
  })

  it('is not opened when it is a folder', () => {
    const folder = temporaryFolder()
    mkdirSync(databaseIn(folder))
    expect(open(folder)).toMatchObject({ ok: false, problem: 'failed' })
  })
})

const connectAndList = (folder: string): unknown[] => {
  const sql = connect(databaseIn(folder), { isReadOnly: true, busyTimeoutMs: 100 })
  const names = sql.prepare('SELECT name FROM sqlite_schema').all()
  sql.close()
  return names.map((row) => row.name)
}

describe('a damaged database', () => {
  const expectCorrupt = (folder: string): void => {
    const before = bytesIn(folder)
    expect(open(folder)).toMatchObject({ ok: false, problem: 'corrupt' })
    const after = bytesIn(folder)
    expect(after['']).toEqual(before[''])
    if (before['-wal'] !== null) expect(after['-wal']).toEqual(before['-wal'])
  }

  it('is reported and left as it is where its tables cannot be read', () => {
    const folder = aUsedFolder()
    overwrite(databaseIn(folder), 100, Buffer.alloc(3_000, 0x41))
    expectCorrupt(folder)
  })

  it('is reported and left as it is where its end is missing', () => {
    const folder = aUsedFolder()
    truncateSync(databaseIn(folder), 8192)
    expectCorrupt(folder)
  })

  it('is not written over by the log that a killed process left', () => {
    const source = aUsedFolder()
    const { store, plan } = storeWithAccount(source)
    for (let n = 0; n < 30; n++) plan()
    const folder = copyOf(store.folder, ['', '-wal'])
    const pages = readFileSync(databaseIn(folder)).length / 4096
    expect(pages).toBeGreaterThan(10)
    for (let page = 2; page < pages; page += 2) {
      overwrite(databaseIn(folder), page * 4096, Buffer.alloc(4096, 0x41))
    }
    expectCorrupt(folder)
  })

  it('is found by the check, while what can be read is still read', () => {
    const folder = aUsedFolder()
    const sql = connect(databaseIn(folder), { isReadOnly: true, busyTimeoutMs: 100 })
    const index = sql.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_by_time'").get()
    sql.close()
    overwrite(databaseIn(folder), (Number(index?.rootpage) - 1) * 4096, Buffer.alloc(4096, 0x41))
    const store = openDirectly(folder)
    expect(store.read('integrity.check')).toMatchObject({ isSound: false })
    expect(store.read('integrity.check').remarks).not.toEqual([])
    expect(store.read('addresses.list', firstRows({}, 500)).rows).toHaveLength(200)
  })
})

describe.runIf(canMount)('a disk', () => {
  it('that is read-only leaves a database as it is', async () => {
    const source = aUsedFolder()
    const said = await withSmallDisk(
      temporaryFolder(),
      '8m',
      `cp ${databaseIn(source)} "$DISK"; before="$(ls "$DISK"; sha256sum "$DISK"/*)"
       mount -o remount,ro "$DISK"; probe open
       test "$before" = "$(ls "$DISK"; sha256sum "$DISK"/*)"`,
    )
    expect(said).toEqual([{ opened: false, problem: 'read-only' }])
  })

  it('that is read-only gives no new database', async () => {
    const said = await withSmallDisk(temporaryFolder(), '1m', 'mount -o remount,ro "$DISK"; probe open')
    expect(said).toEqual([{ opened: false, problem: 'read-only' }])
  })

  it('that fills up stops writing in words, and loses nothing that was kept', async () => {
    const said = await withSmallDisk(
      temporaryFolder(),
      '2m',
      'head -c 500000 /dev/zero > "$DISK/other"; probe fill; rm "$DISK/other"; probe open',
    )
    const [opened, filled, readable, ...rest] = said
    expect(opened).toEqual({ opened: true })
    expect(filled).toMatchObject({ problem: 'full' })
    expect(readable).toMatchObject({ isSound: true })
    expect(rest).toEqual([{ opened: true }, readable])
  })

  it('that is full leaves a database as it is', async () => {
    const said = await withSmallDisk(
      temporaryFolder(),
      '2m',
      `cp ${databaseIn(template())} "$DISK"; before="$(sha256sum "$DISK"/mailroom.sqlite)"
       head -c 4000000 /dev/zero > "$DISK/other" || true; probe open
       test "$before" = "$(sha256sum "$DISK"/mailroom.sqlite)"; rm "$DISK/other"; probe open`,
    )
    expect(said).toEqual([{ opened: false, problem: 'full' }, { opened: true }, { rows: 200, isSound: true }])
  })

  it('that is full gives no new database', async () => {
    const script =
      'head -c 4000000 /dev/zero > "$DISK/other" || true; probe open; rm "$DISK/other"; probe open'
    const said = await withSmallDisk(temporaryFolder(), '1m', script)
    expect(said[0]).toEqual({ opened: false, problem: 'full' })
    expect(said[1]).toEqual({ opened: true })
  })
})

describe('a database that may not be written', () => {
  it('is left as it is', async () => {
    const folder = aUsedFolder()
    chmodSync(databaseIn(folder), 0o400)
    const before = bytesIn(folder)
    expect(await runUnprivileged('open', folder)).toEqual([{ opened: false, problem: 'read-only' }])
    expect(bytesIn(folder)).toEqual(before)
    expect(modeOf(databaseIn(folder))).toBe('400')
  })

  it('because its folder may not be, is left as it is', async () => {
    const folder = aUsedFolder()
    chmodSync(folder, 0o500)
    const before = bytesIn(folder)
    expect(await runUnprivileged('open', folder)).toEqual([{ opened: false, problem: 'read-only' }])
    expect(bytesIn(folder)).toEqual(before)
    chmodSync(folder, 0o700)
  })
})

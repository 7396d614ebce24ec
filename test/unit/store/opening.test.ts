import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { latestVersion, migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { createResponder } from '../../../src/main/store/serve'
import { connect } from '../../../src/main/store/sql'
import { canMount, runUnprivileged, startProbe, withSmallDisk } from './otherProcess'
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

const open = (folder: string, role: 'writer' | 'follower' = 'writer') =>
  createResponder({ role, folder, busyTimeoutMs: 100 })({ kind: 'open' })

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

/** A folder with a database that was closed in order. */
const aUsedFolder = (): string => copyOf(template)

/** The same after the process was killed: what it wrote is in the log beside the file. */
const aKilledFolder = (): string => {
  const folder = temporaryFolder()
  for (const suffix of ['', '-wal'])
    copyFileSync(join(template, `killed${suffix}`), databaseIn(folder) + suffix)
  return folder
}

const overwrite = (file: string, position: number, bytes: Buffer): void => {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, position)
  closeSync(descriptor)
}

const version = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

const expectUntouched = (folder: string, problem: string): void => {
  const before = bytesIn(folder)
  const names = readdirSync(folder).sort()
  expect(open(folder)).toMatchObject({ ok: false, problem })
  expect(readdirSync(folder).sort()).toEqual(names)
  expect(bytesIn(folder)).toEqual(before)
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
      `cp ${databaseIn(template)} "$DISK"; before="$(sha256sum "$DISK"/mailroom.sqlite)"
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

import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listCopies, makeCopy } from '../../../src/main/actions/localCopies'
import { readRecovery, takeRecovery } from '../../../src/main/actions/recovery'
import { closeContext, type OpenedContext } from '../../../src/main/startup/openContext'
import { connect } from '../../../src/main/store/sql'
import { newestFirst } from '../../../src/shared/addressView'
import { take } from '../../support/actions/world'
import { openPlainContext } from '../../support/transfer/plainContext'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { anAccount, aWrite, done, NOON } from '../store/rows'

const ADDRESSES = 2_000

let workerUrl: URL
let template = ''
let copyId = ''
const folders: string[] = []
const opened: OpenedContext[] = []

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-recovery-'))
  folders.push(folder)
  return folder
}

const open = async (folder: string): Promise<OpenedContext> => {
  const context = await openPlainContext(folder, workerUrl)
  opened.push(context)
  return context
}
const close = async (context: OpenedContext): Promise<void> => {
  opened.splice(opened.indexOf(context), 1)
  await closeContext(context.context)
}

const total = async ({ context }: OpenedContext): Promise<number> =>
  take(await context.store.read('addresses.list', { view: newestFirst, offset: 0, limit: 1 })).total

beforeAll(async () => {
  workerUrl = await bundleStoreWorker()
  template = aFolder()
  const context = await open(template)
  const { store } = context.context
  const account = take(await store.write('accounts.insert', anAccount()))
  for (let from = 0; from < ADDRESSES; from += 500) {
    take(
      await store.write(
        'import.merge',
        Array.from({ length: 500 }, (_, n) => ({
          ...{ accountId: account.id, email: `n${from + n}@ig.do`, note: `note ${from + n}` },
          ...{ labels: n % 2 === 0 ? ['even'] : [], tag: null, at: NOON + from + n, hiddenAt: null },
        })),
      ),
    )
  }
  const { row } = take(await store.write('journal.plan', aWrite(account.id)))
  take(await store.write('journal.startSending', { id: row.id, at: NOON }))
  take(await store.write('journal.settle', { id: row.id, settlement: done() }))
  take(await store.write('journal.plan', aWrite(account.id)))
  copyId = take(await makeCopy(context.context, 'import')).id
  await close(context)
}, 60_000)
afterEach(async () => {
  for (const context of [...opened]) await close(context)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const database = (folder: string): string => join(folder, 'mailroom.sqlite')

/** The profile, its database damaged. */
const damaged = (spoil: (bytes: Buffer) => Buffer, withCopies = false): string => {
  const folder = aFolder()
  writeFileSync(database(folder), spoil(readFileSync(database(template))))
  // As a run that met the damage leaves it: the next start looks at all of the file.
  writeFileSync(join(folder, 'mailroom.suspect'), '')
  if (withCopies) {
    rmSync(join(folder, 'copies'), { recursive: true, force: true })
    copyFileSync(join(template, 'copies', copyId), join(folder, 'mailroom.before-update-1.sqlite'))
  }
  return folder
}

const PAGE = 4096
/** Damages the root of the table of addresses, so that nothing says where its rows are. */
const fillRoot = (bytes: Buffer): Buffer => {
  const sql = connect(database(template), { isReadOnly: true, busyTimeoutMs: 0 })
  const root = Number(
    sql.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'addresses'").get()?.rootpage,
  )
  sql.close()
  return bytes.fill(0x5a, (root - 1) * PAGE, root * PAGE)
}
const fillPages = (bytes: Buffer, every: number): Buffer => {
  for (let page = 8; page * PAGE < bytes.length; page += every)
    bytes.fill(0x5a, page * PAGE, (page + 1) * PAGE)
  return bytes
}

describe('a database that SQLite calls damaged', () => {
  it.each([
    ['in every tenth page', (bytes: Buffer) => fillPages(bytes, 10), 0.8],
    ['in every third page', (bytes: Buffer) => fillPages(bytes, 3), 0.5],
    ['cut off in its middle', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2)), 0.2],
    ['in the root of its addresses', fillRoot, 1],
    ['whose schema is no schema', (bytes: Buffer) => bytes.fill(0, 100, PAGE), 1],
    ['whose first page is gone', (bytes: Buffer) => bytes.fill(0, 0, PAGE), 1],
    ['that is something else', () => Buffer.from('this is no database at all'.repeat(500)), 0],
  ] as const)(
    '%s is put aside, said at every start, and what can be read comes back',
    { timeout: 120_000 },
    async (_, spoil, part) => {
      const folder = damaged(spoil)
      const bytes = readFileSync(database(folder))
      const first = await open(folder)
      expect(first.storageProblem).toBeNull()
      const found = take(await readRecovery(first.context))
      if (found === null) throw new Error('nothing is said')
      expect(readFileSync(join(folder, found.fileName)).equals(bytes)).toBe(true)
      expect(found.copies).toEqual([])
      await close(first)

      const second = await open(folder)
      expect(second.context.recovery.mark()).not.toBeNull()
      expect(take(await readRecovery(second.context))).toEqual(found)
      take(await takeRecovery(second.context, found.readable === null ? 'nothing' : 'readable'))
      expect(await total(second)).toBe(found.readable?.addresses ?? 0)
      expect(await total(second)).toBeGreaterThanOrEqual(ADDRESSES * part)
      expect(take(await readRecovery(second.context))).toBeNull()
      await close(second)

      const third = await open(folder)
      expect(third.context.recovery.mark()).toBeNull()
      // It stays where it was put.
      expect(existsSync(join(folder, found.fileName))).toBe(true)
    },
  )

  it('is given up for a local copy, and its Activity comes as history that is never sent', async () => {
    const context = await open(damaged((bytes) => fillPages(bytes, 2), true))
    const found = take(await readRecovery(context.context))
    expect(found?.copies).toMatchObject([{ id: 'mailroom.before-update-1.sqlite', why: 'update' }])
    take(await takeRecovery(context.context, 'mailroom.before-update-1.sqlite'))
    expect(await total(context)).toBe(ADDRESSES + 1)
    const { store } = context.context
    const { rows } = take(await store.read('activity.list', { offset: 0, limit: 10 }))
    expect(rows.map(({ isRestored }) => isRestored)).toEqual([true, true])
    for (const { id } of rows) {
      expect(take(await store.write('journal.startSending', { id, at: NOON })).started).toBe(false)
    }
    // The same profile on the same computer: the key is found where it was.
    expect(take(await store.read('accounts.list'))).toMatchObject([
      { keyGeneration: 1, keyStanding: 'unchecked' },
    ])
  })

  it('is left where it lies when the user takes nothing', async () => {
    const folder = damaged(() => Buffer.from('x'.repeat(5_000)))
    const context = await open(folder)
    take(await takeRecovery(context.context, 'nothing'))
    expect(await total(context)).toBe(0)
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1)
  })

  it('answers words for a copy that is not there, and stays undecided', async () => {
    const context = await open(damaged(() => Buffer.from('x'.repeat(5_000))))
    expect(await takeRecovery(context.context, '../../etc/passwd')).toMatchObject({
      error: { kind: 'not-found', what: 'copy' },
    })
    expect(context.context.recovery.mark()).not.toBeNull()
  })

  it('whose moving was interrupted is moved at the next start, with its log', async () => {
    const folder = damaged((bytes) => fillPages(bytes, 10))
    writeFileSync(`${database(folder)}-wal`, 'a log')
    writeFileSync(
      join(folder, 'mailroom.recovery.json'),
      JSON.stringify({ fileName: 'mailroom.damaged-2026-03-09T12-00-00-000Z.sqlite', at: NOON }),
    )
    const context = await open(folder)
    expect(context.context.recovery.mark()?.at).toBe(NOON)
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([
        'mailroom.damaged-2026-03-09T12-00-00-000Z.sqlite',
        'mailroom.damaged-2026-03-09T12-00-00-000Z.sqlite-wal',
      ]),
    )
    expect(await total(context)).toBe(0)
  })
})

describe('damage that is met while the database is in use', () => {
  it('has the next start look at all of it', async () => {
    const folder = damaged((bytes) => {
      // The newest address is listed first, and nothing else of its page is needed before.
      const page = Math.floor(bytes.indexOf(`n${ADDRESSES - 1}@ig.donote`) / PAGE)
      return bytes.fill(0x5a, page * PAGE, (page + 1) * PAGE)
    })
    rmSync(join(folder, 'mailroom.suspect'))
    const first = await open(folder)
    // Closed in order, so nothing had it checked.
    expect(first.context.recovery.mark()).toBeNull()
    const list = await first.context.store.read('addresses.list', {
      view: newestFirst,
      offset: 0,
      limit: 500,
    })
    expect(list).toMatchObject({ ok: false, error: { problem: 'corrupt' } })
    await close(first)
    expect((await open(folder)).context.recovery.mark()).not.toBeNull()
  })
})

describe('a database that is not damaged', () => {
  it.each([['newer', (bytes: Buffer) => bytes.fill(99, 63, 64)]] as const)(
    'but %s stays as it is, byte for byte, and no recovery is offered',
    async (problem, spoil) => {
      const folder = damaged(spoil)
      const before = readFileSync(database(folder))
      const context = await open(folder)
      expect(context.storageProblem).toEqual({ kind: 'storage', problem })
      expect(context.context.recovery.mark()).toBeNull()
      expect(readFileSync(database(folder)).equals(before)).toBe(true)
    },
  )

  it('but locked by another program stays as it is', async () => {
    const folder = aFolder()
    copyFileSync(database(template), database(folder))
    const other = connect(database(folder), { isReadOnly: false, busyTimeoutMs: 0 })
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    const before = readFileSync(database(folder))
    const context = await open(folder)
    expect(context.storageProblem).toEqual({ kind: 'storage', problem: 'locked' })
    expect(context.context.recovery.mark()).toBeNull()
    other.close()
    expect(readFileSync(database(folder)).equals(before)).toBe(true)
  })

  it('but only under suspicion is checked, and used', async () => {
    const folder = damaged((bytes) => bytes)
    const context = await open(folder)
    expect(context.storageProblem).toBeNull()
    expect(await total(context)).toBe(ADDRESSES + 2)
    expect(existsSync(join(folder, 'mailroom.suspect'))).toBe(false)
    expect(take(await listCopies(context.context))).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../src/main/actions/backup'
import { listCopies } from '../../../src/main/actions/localCopies'
import { recoverJournal, settleUnconfirmed } from '../../../src/main/actions/recoverJournal'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import { newestFirst } from '../../../src/shared/addressView'
import type { BackupPreview } from '../../../src/shared/backup'
import type { AppError } from '../../../src/shared/errors'
import type { Result } from '../../../src/shared/result'
import { openWorld, take, type World } from '../../support/actions/world'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { anAccount, aWrite, done, ended, NOON, TIMEOUT } from '../store/rows'

const PASSPHRASE = 'correct horse battery'

let workerUrl: URL
let folder = ''
beforeAll(async () => {
  workerUrl = await bundleStoreWorker()
  folder = mkdtempSync(join(tmpdir(), 'mailroom-backup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const worlds: World[] = []
const aWorld = async (): Promise<World> => {
  const world = await openWorld(workerUrl)
  worlds.push(world)
  return world
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const write = <T>(result: Promise<Result<T, AppError>>): Promise<T> => result.then(take)

/** So many created addresses of an account, each with a note, every third with a label. */
const fill = async (world: World, accountId: string, count: number, name: string): Promise<void> => {
  const { store } = world.context
  await write(
    store.write(
      'import.merge',
      Array.from({ length: count }, (_, n) => ({
        accountId,
        email: `${name}-${n}@ig.do`,
        note: `note ${n}`,
        labels: n % 3 === 0 ? ['third'] : [],
        tag: null,
        at: NOON + n,
        hiddenAt: n % 100 === 0 ? NOON : null,
      })),
    ),
  )
}

/** A press that was planned and, unless it waits, sent. */
const press = async (
  world: World,
  accountId: string,
  how: 'waiting' | 'sending' | 'unconfirmed' | 'done',
) => {
  const { store } = world.context
  const { row } = await write(store.write('journal.plan', aWrite(accountId, { note: how })))
  if (how === 'waiting') return row
  await write(store.write('journal.startSending', { id: row.id, at: NOON }))
  if (how === 'sending') return row
  const settlement = how === 'done' ? done() : ended('unconfirmed', TIMEOUT)
  return write(store.write('journal.settle', { id: row.id, settlement }))
}

const save = async (world: World, path: string): Promise<number | undefined> => {
  world.chosenFiles.backup = path
  return take(await saveBackup(world.context, PASSPHRASE))?.count
}

const preview = async (world: World, path: string, passphrase = PASSPHRASE) => {
  world.chosenFiles.backup = path
  const opened = await openBackup(world.context)
  if (!opened.ok) return opened
  if (opened.value === null) throw new Error('no file was chosen')
  return previewBackup(world.context, { file: opened.value.file, passphrase })
}

const restore = async (world: World, path: string): Promise<BackupPreview> => {
  const shown = take(await preview(world, path))
  const restored = take(await restoreBackup(world.context, shown.file))
  // What was promised is what came.
  expect(restored).toEqual(shown)
  return restored
}

const everything = async (world: World): Promise<unknown> => {
  const { store } = world.context
  const list = await write(
    store.read('addresses.list', { view: { ...newestFirst, hidden: 'shown' }, offset: 0, limit: 500 }),
  )
  const activity = await write(store.read('activity.list', { offset: 0, limit: 500 }))
  return [await write(store.read('accounts.list')), list, activity, await write(store.read('settings.get'))]
}

describe('a backup of three accounts, 10,000 addresses and 5 rows without an ending', () => {
  let likedos: LikeDo[] = []
  let path = ''
  /** What the services received while the backup was made. */
  let earlier = 0
  const received = () => likedos.flatMap(({ requests }) => requests)
  beforeAll(async () => {
    likedos = [await startLikeDo(), await startLikeDo(), await startLikeDo()]
    const world = await openWorld(workerUrl)
    const presses = [
      ['done', 'unconfirmed'],
      ['done', 'unconfirmed', 'waiting'],
      ['done', 'waiting', 'sending'],
    ] as const
    for (const [index, likedo] of likedos.entries()) {
      const account = await world.connect(likedo.origin)
      await fill(world, account.id, index === 0 ? 3_331 : 3_333, `account${index}`)
      for (const how of presses[index] ?? []) await press(world, account.id, how)
    }
    await write(world.context.store.write('settings.update', { theme: 'dark', shortcut: 'Control+Alt+N' }))
    path = join(folder, 'large.mailroom-backup')
    expect(await save(world, path)).toBe(10_003)
    await world.close()
    earlier = received().length
  }, 120_000)
  afterAll(async () => {
    for (const likedo of likedos) await likedo.close()
  })

  it('is readable by its user alone, and has neither a key nor an address in clear', () => {
    const bytes = readFileSync(path)
    for (const secret of [DEFAULT_KEY, 'account0-7@ig.do', 'note 7']) {
      expect(bytes.includes(secret), secret).toBe(false)
    }
    expect(bytes.subarray(0, 16).toString()).toBe('MAILROOM-BACKUP\n')
  })

  it('brings everything into a fresh profile, and services receive nothing', {
    timeout: 120_000,
  }, async () => {
    const world = await aWorld()
    const restored = await restore(world, path)
    expect(restored).toMatchObject({
      // Three of the five may be at the service and are listed; two were never sent and never will be.
      addresses: { inBackup: 10_003, here: 0, after: 10_003 },
      notes: { inBackup: 10_003, here: 0, after: 10_003 },
      labels: { inBackup: 1, here: 0, after: 1 },
      accounts: { inBackup: 3, here: 0, after: 3 },
      activity: { inBackup: 8, here: 0, after: 8 },
      unsettled: 5,
    })
    const settings = await write(world.context.store.read('settings.get'))
    const view = { ...newestFirst, hidden: 'shown' } as const
    const list = await write(world.context.store.read('addresses.list', { view, offset: 0, limit: 1 }))
    expect(list.total).toBe(restored.addresses.after)
    // A shortcut would be claimed of the whole desktop.
    expect(settings).toMatchObject({ theme: 'dark', shortcut: null })

    // As a start and an opened window do, and every press that is left to try.
    await recoverJournal(world.context)
    await settleUnconfirmed(world.context)
    for (const account of await write(world.context.store.read('accounts.list'))) {
      expect(account).toMatchObject({ keyStanding: 'absent', keyKept: 'keychain' })
      const pressed = await world.press({ account: account.id })
      expect(pressed).toMatchObject({ ok: false, error: { kind: 'keychain', problem: 'no-key' } })
    }
    const { rows } = await write(world.context.store.read('activity.list', { offset: 0, limit: 500 }))
    for (const row of rows.filter(({ isRestored }) => isRestored)) {
      expect(row).not.toMatchObject({ state: 'sending' })
      const started = await write(world.context.store.write('journal.startSending', { id: row.id, at: NOON }))
      expect(started.started).toBe(false)
    }
    expect(received()).toHaveLength(earlier)
  })

  it('lets an account work again once its key is entered, and then only what is asked for is sent', {
    timeout: 120_000,
  }, async () => {
    const world = await aWorld()
    await restore(world, path)
    const accounts = await write(world.context.store.read('accounts.list'))
    const account = accounts.find(({ origin }) => origin === likedos[0]?.origin)
    if (!account) throw new Error('no such account')
    take(
      await replaceKey(world.context, {
        id: account.id,
        key: DEFAULT_KEY,
        keyEndsOn: null,
        keyKept: 'keychain',
        whenUnreached: 'save-unchecked',
      }),
    )
    const posts = () => received().filter(({ method }) => method === 'POST').length
    const before = posts()
    expect(take(await world.press({ account: account.id })).state).toBe('created')
    expect(posts()).toBe(before + 1)
  })

  it('changes nothing the second time', { timeout: 120_000 }, async () => {
    const world = await aWorld()
    await restore(world, path)
    const before = await everything(world)
    const again = await restore(world, path)
    for (const { here, after } of [
      again.addresses,
      again.notes,
      again.labels,
      again.accounts,
      again.activity,
    ]) {
      expect(after).toBe(here)
    }
    expect(await everything(world)).toEqual(before)
  })
})

describe('a backup that is restored where there is something already', () => {
  it('joins notes, unites labels, and loses nothing of what is here', async () => {
    const theirs = await aWorld()
    const account = await write(theirs.context.store.write('accounts.insert', anAccount({ name: 'Work' })))
    const row = (email: string, note: string, labels: string[]) => ({
      ...{ accountId: account.id, email, note, labels, tag: null, at: NOON, hiddenAt: null },
    })
    await write(
      theirs.context.store.write('import.merge', [
        row('both@ig.do', 'x'.repeat(4_000), ['there']),
        row('theirs@ig.do', 'theirs', []),
        row('same@ig.do', 'same', ['Same']),
      ]),
    )
    await write(theirs.context.store.write('settings.update', { theme: 'dark' }))
    const path = join(folder, `${randomUUID()}.mailroom-backup`)
    await save(theirs, path)

    // The same account by service, server and name, under another id.
    const world = await aWorld()
    const own = await write(world.context.store.write('accounts.insert', anAccount({ name: 'Work' })))
    await write(
      world.context.store.write('import.merge', [
        { ...row('BOTH@ig.do', 'y'.repeat(4_000), ['here']), accountId: own.id },
        { ...row('same@ig.do', 'same', ['same']), accountId: own.id },
        { ...row('ours@ig.do', 'ours', []), accountId: own.id },
      ]),
    )
    const shown = await restore(world, path)
    expect(shown).toMatchObject({
      addresses: { inBackup: 3, here: 3, after: 4 },
      accounts: { inBackup: 1, here: 1, after: 1 },
      labels: { inBackup: 2, here: 2, after: 3 },
    })
    const { rows } = await write(
      world.context.store.read('addresses.list', { view: newestFirst, offset: 0, limit: 10 }),
    )
    const both = rows.find(({ email }) => email === 'BOTH@ig.do')
    expect(both?.note).toBe(`${'y'.repeat(4_000)}\n${'x'.repeat(4_000)}`)
    expect(both?.labels).toEqual(['here', 'there'])
    expect(rows.find(({ email }) => email === 'same@ig.do')).toMatchObject({ note: 'same', labels: ['same'] })
    expect(new Set(rows.map(({ accountId }) => accountId))).toEqual(new Set([own.id]))
    // A profile that is in use keeps its settings.
    expect(await write(world.context.store.read('settings.get'))).toMatchObject({ theme: 'system' })
    expect(take(await listCopies(world.context)).map(({ why }) => why)).toEqual(['restore'])
  })
})

describe('a backup that cannot be opened', () => {
  let bytes: Buffer
  beforeAll(async () => {
    const world = await openWorld(workerUrl)
    const account = await write(world.context.store.write('accounts.insert', anAccount()))
    await fill(world, account.id, 50, 'small')
    const path = join(folder, 'small.mailroom-backup')
    await save(world, path)
    bytes = readFileSync(path)
    await world.close()
  })

  const tryWith = async (world: World, content: Uint8Array, passphrase?: string): Promise<unknown> => {
    const path = join(folder, 'tried.mailroom-backup')
    writeFileSync(path, content)
    const shown = await preview(world, path, passphrase)
    return shown.ok ? 'opened' : shown.error.kind === 'backup' ? shown.error.problem : shown.error
  }

  it('because the passphrase is another one is told from one that is damaged, and changes nothing', async () => {
    const world = await aWorld()
    const before = await everything(world)
    expect(await tryWith(world, bytes, 'correct horse batterz')).toBe('wrong-passphrase')
    expect(await tryWith(world, bytes)).toBe('opened')
    expect(await everything(world)).toEqual(before)
  })

  it('because it is truncated, wherever, is refused and changes nothing', async () => {
    const world = await aWorld()
    const before = await everything(world)
    for (let length = 1; length < bytes.length; length += Math.ceil(bytes.length / 150)) {
      const found = await tryWith(world, bytes.subarray(0, length))
      expect([length, found]).toEqual([length, length < 16 ? 'not-a-backup' : 'damaged'])
    }
    expect(await tryWith(world, bytes.subarray(0, bytes.length - 1))).toBe('damaged')
    expect(await tryWith(world, Buffer.concat([bytes, Buffer.of(0)]))).toBe('damaged')
    expect(await everything(world)).toEqual(before)
  })

  it('because a bit of it is another one, wherever, is refused and changes nothing', async () => {
    const world = await aWorld()
    const before = await everything(world)
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const found = await tryWith(world, flipped)
      expect([at, ['damaged', 'not-a-backup', 'newer'].includes(String(found))]).toEqual([at, true])
    }
    expect(await everything(world)).toEqual(before)
  })

  it('because it is something else, empty or not there, says so', async () => {
    const world = await aWorld()
    expect(await tryWith(world, Buffer.from('alias,note\na@b.example,x\n'))).toBe('not-a-backup')
    expect(await tryWith(world, Buffer.alloc(0))).toEqual({ kind: 'file', problem: 'empty', line: null })
    expect(await preview(world, join(folder, 'none'))).toMatchObject({ error: { problem: 'gone' } })
  })

  it('leaves what was there before where it cannot be written, and nothing half', async () => {
    const world = await aWorld()
    world.chosenFiles.backup = join(folder, 'no-such-folder', 'x.mailroom-backup')
    expect(await saveBackup(world.context, PASSPHRASE)).toEqual({
      ok: false,
      error: { kind: 'file', problem: 'not-writable', line: null },
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

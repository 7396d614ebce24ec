import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../src/main/actions/backup'
import { makeCopy, previewCopy } from '../../../src/main/actions/localCopies'
import type { LitemailAccountRow } from '../../../src/main/store/fleetRows'
import type { BackupPreview } from '../../../src/shared/backup'
import { domainsByName } from '../../../src/shared/domain'
import type { AppError } from '../../../src/shared/errors'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import type { Result } from '../../../src/shared/result'
import { openWorld, take, type World } from '../../support/actions/world'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { aLitemailAccount, aPart, mailboxFacts } from '../store/fleetRows'
import { NOON } from '../store/rows'

const PASSPHRASE = 'correct horse battery'

let workerUrl: URL
let folder = ''
beforeAll(async () => {
  workerUrl = await bundleStoreWorker()
  folder = mkdtempSync(join(tmpdir(), 'mailroom-backup-fleet-'))
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

const done = <T>(result: Promise<Result<T, AppError>>): Promise<T> => result.then(take)
const page = { view: mailboxesByAddress, offset: 0, limit: 10, now: NOON }

const connect = (world: World, given: Partial<LitemailAccountRow> = {}) =>
  done(world.context.store.write('litemail.insertAccount', aLitemailAccount(given)))

/** Reads two mailboxes of an account, and notes something about those that are named. */
const read = async (world: World, accountId: string, notes: Readonly<Record<string, string>> = {}) => {
  const { store } = world.context
  const part = aPart({ accountId, noun: 'mailboxes', workspaceId: 'w' })
  const taken = { noun: 'mailboxes', rows: [mailboxFacts('m-1'), mailboxFacts('m-2')] } as const
  await done(store.write('fleet.take', { part, taken, pass: 1, at: NOON }))
  const { rows } = await done(store.read('mailboxes.list', page))
  for (const { id, serviceId } of rows) {
    const note = notes[serviceId]
    if (note !== undefined) await done(store.write('mailboxes.setNote', { id, note }))
  }
}

const notesIn = async (world: World): Promise<Record<string, string>> => {
  const { rows } = await done(world.context.store.read('mailboxes.list', page))
  return Object.fromEntries(rows.map(({ serviceId, note }) => [serviceId, note]))
}

const save = async (world: World, name: string): Promise<string> => {
  const path = join(folder, name)
  world.chosenFiles.backup = path
  take(await saveBackup(world.context, PASSPHRASE))
  return path
}

const restore = async (world: World, path: string): Promise<BackupPreview> => {
  world.chosenFiles.backup = path
  const opened = take(await openBackup(world.context))
  if (opened === null) throw new Error('no file was chosen')
  const shown = take(await previewBackup(world.context, { file: opened.file, passphrase: PASSPHRASE }))
  const restored = take(await restoreBackup(world.context, shown.file))
  expect(restored).toEqual(shown)
  return restored
}

describe('a backup of a fleet', () => {
  it('brings accounts without their keys, notes and views into a fresh profile, and no mailbox', async () => {
    const theirs = await aWorld()
    const account = await connect(theirs)
    await read(theirs, account.id, { 'm-1': 'secret of one' })
    const { store } = theirs.context
    await done(store.write('domains.setNote', { id: '1', note: 'of the domain' }))
    const view = { ...mailboxesByAddress, renewsWithin: 7 } as const
    await done(store.write('views.save', { list: 'mailboxes', name: 'Renewing', view }))
    await done(store.write('views.save', { list: 'domains', name: 'All', view: domainsByName }))
    const path = await save(theirs, 'fleet.mailroom-backup')
    expect(readFileSync(path).includes('secret of one')).toBe(false)

    const world = await aWorld()
    expect(await restore(world, path)).toMatchObject({
      accounts: { inBackup: 1, here: 0, after: 1 },
      notes: { inBackup: 2, here: 0, after: 2 },
      views: { inBackup: 2, here: 0, after: 2 },
      addresses: { inBackup: 0, here: 0, after: 0 },
    })
    const [restored] = await done(world.context.store.read('litemail.accounts'))
    expect(restored).toEqual({ ...account, keyStanding: 'absent', keyGeneration: account.keyGeneration + 1 })
    expect(await done(world.context.store.read('fleet.counts'))).toEqual([])
    const views = await done(world.context.store.read('views.list'))
    expect(views).toMatchObject([{ name: 'All' }, { name: 'Renewing', view }])
    // The notes wait for the mailboxes that they are about.
    await read(world, account.id)
    expect(await notesIn(world)).toEqual({ 'm-1': 'secret of one', 'm-2': '' })
    expect((await done(world.context.store.read('domains.get', '1')))?.domain.note).toBe('of the domain')
  })

  it('joins what is here, loses nothing of it, and changes nothing the second time', async () => {
    const theirs = await aWorld()
    const their = await connect(theirs, { name: 'Theirs' })
    await read(theirs, their.id, { 'm-1': 'theirs', 'm-2': 'same' })
    const renewing = { ...mailboxesByAddress, renewsWithin: 7 } as const
    const saveView = (world: World, view: typeof mailboxesByAddress, name = 'Mine') =>
      done(world.context.store.write('views.save', { list: 'mailboxes', name, view }))
    await saveView(theirs, renewing)
    await saveView(theirs, mailboxesByAddress, 'All')
    const path = await save(theirs, 'joined.mailroom-backup')

    // The same user of the same server, connected anew.
    const world = await aWorld()
    const own = await connect(world, { name: 'Ours' })
    await read(world, own.id, { 'm-1': 'ours', 'm-2': 'same' })
    await saveView(world, { ...mailboxesByAddress, isUnseen: true }, 'MINE')
    await saveView(world, mailboxesByAddress, 'all')
    for (const times of ['once', 'again']) {
      const { accounts, notes, views } = await restore(world, path)
      expect([times, accounts.after, notes.after, views.after]).toEqual([times, 1, 2, 3])
      expect(await done(world.context.store.read('litemail.accounts'))).toEqual([own])
      expect(await notesIn(world)).toEqual({ 'm-1': 'ours\ntheirs', 'm-2': 'same' })
    }
    const views = await done(world.context.store.read('views.list'))
    expect(views.map(({ name }) => name)).toEqual(['all', 'MINE', 'Mine (2)'])
    expect(views.at(-1)).toMatchObject({ view: renewing })
  })

  it('brings back an account that was removed here, its key absent', async () => {
    const world = await aWorld()
    const account = await connect(world)
    await read(world, account.id, { 'm-1': 'mine' })
    const path = await save(world, 'removed.mailroom-backup')
    const { store } = world.context
    await done(store.write('accounts.markRemoved', { id: account.id, at: NOON }))
    while ((await done(store.write('fleet.forget', account.id))) > 0);
    await restore(world, path)
    expect(await done(store.read('litemail.accounts'))).toMatchObject([
      { id: account.id, keyStanding: 'absent', keyGeneration: account.keyGeneration + 1 },
    ])
    await read(world, account.id)
    expect(await notesIn(world)).toEqual({ 'm-1': 'mine', 'm-2': '' })
  })

  it('brings back no second account of a user who was connected anew since', async () => {
    const world = await aWorld()
    const account = await connect(world)
    await read(world, account.id, { 'm-1': 'mine' })
    const path = await save(world, 'anew.mailroom-backup')
    const { store } = world.context
    await done(store.write('accounts.markRemoved', { id: account.id, at: NOON }))
    while ((await done(store.write('fleet.forget', account.id))) > 0);
    const anew = await connect(world)
    await read(world, anew.id, { 'm-1': '', 'm-2': 'since' })
    await restore(world, path)
    expect(await done(store.read('litemail.accounts'))).toEqual([anew])
    expect(await notesIn(world)).toEqual({ 'm-1': 'mine', 'm-2': 'since' })
  })
})

describe('a local copy of a fleet', () => {
  it('brings notes back that were changed since, and leaves the key where it is', async () => {
    const world = await aWorld()
    const account = await connect(world)
    await read(world, account.id, { 'm-1': 'long' })
    const copy = take(await makeCopy(world.context, 'daily'))
    await read(world, account.id, { 'm-1': '', 'm-2': 'new' })
    const shown = take(await previewCopy(world.context, copy.id))
    expect(shown.notes).toEqual({ inBackup: 1, here: 1, after: 2 })
    take(await restoreBackup(world.context, shown.file))
    expect(await notesIn(world)).toEqual({ 'm-1': 'long', 'm-2': 'new' })
    expect(await done(world.context.store.read('litemail.accounts'))).toEqual([account])
  })
})

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCopies } from '../../../src/main/actions/localCopies'
import { recoverJournal, settleUnconfirmed } from '../../../src/main/actions/recoverJournal'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import { newestFirst } from '../../../src/shared/addressView'
import { take, type World } from '../../support/actions/world'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { anAccount, aWrite, done, ended, NOON, TIMEOUT } from '../store/rows'
import { backupPlace, everything, fill, restore, save, write } from './backups'

const { aWorld, fileAt, openOwn } = backupPlace()

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

describe('a backup of three accounts, 10,000 addresses and 5 rows without an ending', () => {
  let likedos: LikeDo[] = []
  let path = ''
  /** What the services received while the backup was made. */
  let earlier = 0
  const received = () => likedos.flatMap(({ requests }) => requests)
  beforeAll(async () => {
    likedos = [await startLikeDo(), await startLikeDo(), await startLikeDo()]
    const world = await openOwn()
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
    path = fileAt('large.mailroom-backup')
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
    const path = fileAt(`${randomUUID()}.mailroom-backup`)
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

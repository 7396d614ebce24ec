import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../src/main/actions/backup'
import { tableMap } from '../../../src/main/rules/apiMap'
import { readLines } from '../../../src/main/transfer/backupContent'
import type { ApiMap } from '../../../src/shared/apiMap'
import type { BackupPreview } from '../../../src/shared/backup'
import { likedoOperationOf } from '../../../src/shared/likedo/operations'
import { operationOf } from '../../../src/shared/litemail/operations'
import { openWorld, take, type World } from '../../support/actions/world'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { aLitemailAccount, anAnswer } from '../store/fleetRows'
import { anAccount, NOON } from '../store/rows'

const PASSPHRASE = 'correct horse battery'
const ACCOUNT = '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11'

let workerUrl: URL
let folder = ''
beforeAll(async () => {
  workerUrl = await bundleStoreWorker()
  folder = mkdtempSync(join(tmpdir(), 'mailroom-backup-maps-'))
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

const labels: ApiMap = { ...tableMap(operationOf('tags.list')), path: '/labels', rows: 'result.labels' }
const keep = async (world: World, accountId: string, operation: string, map: ApiMap) =>
  take(
    await world.context.store.write('apiMaps.take', {
      ...{ accountId, changes: [{ operation, map }], source: 'curl', at: NOON },
    }),
  )
const mapsOf = async (world: World, accountId: string) =>
  take(await world.context.store.read('apiMaps.list', accountId))

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
  return take(await restoreBackup(world.context, shown.file))
}

describe('a backup', () => {
  it('brings how operations of both services are asked', async () => {
    const theirs = await aWorld()
    const { store } = theirs.context
    const litemail = take(await store.write('litemail.insertAccount', aLitemailAccount()))
    const likedo = take(await store.write('accounts.insert', anAccount()))
    const create = { ...tableMap(likedoOperationOf('addresses.create')), path: '/v2/mail' }
    await keep(theirs, litemail.id, 'tags.list', labels)
    // What its user read in the documentation, and is the table's as well.
    const confirmed = tableMap(operationOf('users.get'))
    await keep(theirs, litemail.id, 'users.get', confirmed)
    await keep(theirs, likedo.id, 'addresses.create', create)
    const path = await save(theirs, 'maps.mailroom-backup')

    const world = await aWorld()
    expect(await restore(world, path)).toMatchObject({ apiMaps: { inBackup: 3, here: 0, after: 3 } })
    expect(await mapsOf(world, litemail.id)).toEqual([
      { operation: 'tags.list', map: labels, source: 'curl', at: NOON },
      { operation: 'users.get', map: confirmed, source: 'curl', at: NOON },
    ])
    expect(await mapsOf(world, likedo.id)).toMatchObject([{ operation: 'addresses.create', map: create }])
  })

  it('brings what has not worked here: a POST that only reads is not sent by itself for what worked before it', async () => {
    const theirs = await aWorld()
    const account = aLitemailAccount()
    take(await theirs.context.store.write('litemail.insertAccount', account))
    await keep(theirs, account.id, 'tags.list', { ...labels, method: 'POST', isReadingPost: true })
    const path = await save(theirs, 'unproven.mailroom-backup')

    const world = await aWorld()
    const { context } = world
    take(await context.store.write('litemail.insertAccount', account))
    take(await context.store.write('operations.noteAnswer', anAnswer(account.id, { operation: 'tags.list' })))
    await restore(world, path)
    expect(await mapsOf(world, account.id)).toMatchObject([{ map: { method: 'POST' } }])
    expect(take(await context.store.read('operations.answers', account.id))).toEqual([])
  })

  it('changes nothing that is asked otherwise here', async () => {
    const theirs = await aWorld()
    const account = aLitemailAccount()
    take(await theirs.context.store.write('litemail.insertAccount', account))
    await keep(theirs, account.id, 'tags.list', labels)
    const path = await save(theirs, 'mine.mailroom-backup')

    const world = await aWorld()
    take(await world.context.store.write('litemail.insertAccount', account))
    await keep(world, account.id, 'tags.list', { ...labels, path: '/mine' })
    expect(await restore(world, path)).toMatchObject({ apiMaps: { inBackup: 1, here: 1, after: 1 } })
    expect(await mapsOf(world, account.id)).toMatchObject([{ map: { path: '/mine' } }])
  })

  it('brings nothing that leads elsewhere, or that its service has no operation for', async () => {
    const theirs = await aWorld()
    const account = aLitemailAccount()
    take(await theirs.context.store.write('litemail.insertAccount', account))
    await keep(theirs, account.id, 'users.get', {
      ...tableMap(operationOf('users.get')),
      path: '//evil.test',
    })
    await keep(theirs, account.id, 'mailboxes.list', {
      ...tableMap(operationOf('mailboxes.list')),
      method: 'DELETE',
    })
    await keep(theirs, account.id, 'addresses.create', tableMap(likedoOperationOf('addresses.create')))
    const path = await save(theirs, 'hostile.mailroom-backup')

    const world = await aWorld()
    expect(await restore(world, path)).toMatchObject({ apiMaps: { inBackup: 3, after: 0 } })
    expect(await mapsOf(world, account.id)).toEqual([])
  })
})

describe('a backup of an earlier Mailroom', () => {
  it('has the path where addresses are created as what it is by now', async () => {
    const old = (createPath: string) =>
      [
        '{"is":"mailroom","version":2,"madeAt":1773057600000}',
        `{"is":"account","value":{"id":"${ACCOUNT}","service":"likedo","name":"Mine","origin":"https://like.do","plan":"free","requestsPerHour":null,"keyEndsOn":null,"isDefault":true,"keyGeneration":1,"canList":null,"createPath":"${createPath}","createdAt":1773057600000,"removedAt":null}}`,
        '{"is":"end","lines":1}',
        '',
      ].join('\n')
    const restoreLines = async (text: string): Promise<World> => {
      const world = await aWorld()
      const { store } = world.context
      async function* pieces() {
        yield text
      }
      for await (const page of readLines(pieces())) {
        if ('accounts' in page) take(await store.write('restore.stage', { token: 't', page }))
      }
      take(await store.write('restore.merge', { token: 't', at: NOON, keys: 'elsewhere' }))
      return world
    }
    const second = await restoreLines(old('/api/v1/emails'))
    expect(await mapsOf(second, ACCOUNT)).toMatchObject([
      { operation: 'addresses.create', source: 'hand', map: { method: 'POST', path: '/api/v1/emails' } },
    ])
    const first = await restoreLines(old('/api/v1/emails/create'))
    expect(await mapsOf(first, ACCOUNT)).toEqual([])
  })
})

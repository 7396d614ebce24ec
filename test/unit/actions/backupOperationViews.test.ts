import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../src/main/actions/backup'
import { openWorld, take, type World } from '../../support/actions/world'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { aLitemailAccount } from '../store/fleetRows'
import { NOON } from '../store/rows'

const PASSPHRASE = 'correct horse battery'
const account = aLitemailAccount()
const view = {
  ...{ accountId: account.id, name: 'Free names', operation: 'domains.available', workspaceId: 'w' },
  inputs: { domainName: 'acme', tlds: ['com', 'net'], years: 2 },
}

let workerUrl: URL
let folder = ''
beforeAll(async () => {
  workerUrl = await bundleStoreWorker()
  folder = mkdtempSync(join(tmpdir(), 'mailroom-backup-views-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const worlds: World[] = []
const aWorld = async (): Promise<World> => {
  const world = await openWorld(workerUrl)
  worlds.push(world)
  take(await world.context.store.write('litemail.insertAccount', account))
  return world
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const viewsOf = async ({ context }: World) =>
  take(await context.store.read('operationViews.list', account.id)).map(({ id: _, ...kept }) => kept)
const save = async (world: World, name: string): Promise<string> => {
  const path = join(folder, name)
  world.chosenFiles.backup = path
  take(await saveBackup(world.context, PASSPHRASE))
  return path
}
const restore = async (world: World, path: string) => {
  world.chosenFiles.backup = path
  const opened = take(await openBackup(world.context))
  if (opened === null) throw new Error('no file was chosen')
  const shown = take(await previewBackup(world.context, { file: opened.file, passphrase: PASSPHRASE }))
  return take(await restoreBackup(world.context, shown.file))
}

describe('a backup', () => {
  it('brings what operations were asked under names, without the answers', async () => {
    const theirs = await aWorld()
    take(await theirs.context.store.write('operationViews.save', view))
    const answer = {
      answer: { columns: ['id'], rows: [['"secret-answer"']], rowsLeft: 0, beside: [], message: null },
      ...{ json: '{}', isJsonCut: false, at: NOON, problem: null },
    }
    take(await theirs.context.store.write('operations.keepAnswer', { asked: view, askedSince: null, answer }))
    const path = await save(theirs, 'views.mailroom-backup')

    const world = await aWorld()
    expect(await restore(world, path)).toMatchObject({ views: { inBackup: 1, here: 0, after: 1 } })
    expect(await viewsOf(world)).toEqual([view])
    expect(take(await world.context.store.read('operations.keptAnswer', view))).toBeNull()
    expect(await restore(world, path)).toMatchObject({ views: { inBackup: 1, here: 1, after: 1 } })
  })

  it('puts a view beside one of its name here that asks something else', async () => {
    const theirs = await aWorld()
    take(await theirs.context.store.write('operationViews.save', view))
    const path = await save(theirs, 'beside.mailroom-backup')

    const world = await aWorld()
    take(await world.context.store.write('operationViews.save', { ...view, inputs: {}, name: 'FREE NAMES' }))
    await restore(world, path)
    expect((await viewsOf(world)).map(({ name }) => name)).toEqual(['FREE NAMES', 'Free names (2)'])
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../src/main/actions/backup'
import { newestFirst } from '../../../src/shared/addressView'
import type { BackupPreview } from '../../../src/shared/backup'
import type { AppError } from '../../../src/shared/errors'
import type { Result } from '../../../src/shared/result'
import { openWorld, take, type World } from '../../support/actions/world'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { NOON } from '../store/rows'

export const PASSPHRASE = 'correct horse battery'

/** A folder for backups, and worlds that are closed after each test. */
export function backupPlace() {
  let workerUrl: URL
  let folder = ''
  beforeAll(async () => {
    workerUrl = await bundleStoreWorker()
    folder = mkdtempSync(join(tmpdir(), 'mailroom-backup-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const worlds: World[] = []
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close()
  })

  return {
    fileAt: (...names: readonly string[]): string => join(folder, ...names),
    /** Its owner closes it. */
    openOwn: (): Promise<World> => openWorld(workerUrl),
    aWorld: async (): Promise<World> => {
      const world = await openWorld(workerUrl)
      worlds.push(world)
      return world
    },
  }
}

export const write = <T>(result: Promise<Result<T, AppError>>): Promise<T> => result.then(take)

/** So many created addresses of an account, each with a note, every third with a label. */
export const fill = async (world: World, accountId: string, count: number, name: string): Promise<void> => {
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

export const save = async (world: World, path: string): Promise<number | undefined> => {
  world.chosenFiles.backup = path
  return take(await saveBackup(world.context, PASSPHRASE))?.count
}

export const preview = async (world: World, path: string, passphrase = PASSPHRASE) => {
  world.chosenFiles.backup = path
  const opened = await openBackup(world.context)
  if (!opened.ok) return opened
  if (opened.value === null) throw new Error('no file was chosen')
  return previewBackup(world.context, { file: opened.value.file, passphrase })
}

export const restore = async (world: World, path: string): Promise<BackupPreview> => {
  const shown = take(await preview(world, path))
  const restored = take(await restoreBackup(world.context, shown.file))
  // What was promised is what came.
  expect(restored).toEqual(shown)
  return restored
}

export const everything = async (world: World): Promise<unknown> => {
  const { store } = world.context
  const list = await write(
    store.read('addresses.list', { view: { ...newestFirst, hidden: 'shown' }, offset: 0, limit: 500 }),
  )
  const activity = await write(store.read('activity.list', { offset: 0, limit: 500 }))
  return [await write(store.read('accounts.list')), list, activity, await write(store.read('settings.get'))]
}

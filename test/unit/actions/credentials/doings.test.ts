import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../../src/main/actions/backup'
import { removeLitemail } from '../../../../src/main/actions/litemail/removeLitemail'
import { openWorld, take, type World } from '../../../support/actions/world'
import { bundleStoreWorker } from '../../store/bundleStoreWorker'
import { aLitemailAccount } from '../../store/fleetRows'
import { NOON } from '../../store/rows'

const PASSPHRASE = 'correct horse battery'
const folder = mkdtempSync(join(tmpdir(), 'mailroom-doings-'))
const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const aWorld = async (): Promise<World> => {
  const world = await openWorld(await bundleStoreWorker())
  worlds.push(world)
  return world
}
const activityOf = async (world: World) =>
  take(await world.context.store.read('activity.list', { offset: 0, limit: 50 }))

/** A creation that was refused for want of an account, then something shown, then something copied. */
async function aBusyWorld() {
  const world = await aWorld()
  const { store } = world.context
  const account = take(await store.write('litemail.insertAccount', aLitemailAccount()))
  const note = async (kind: 'credentials.show' | 'credentials.copy', at: number) =>
    take(
      await store.write('doings.note', {
        ...{ kind, count: null, what: kind === 'credentials.copy' ? 'code' : null, accountId: account.id },
        ...{ email: 'anna@acme.test', at },
      }),
    )
  await world.press()
  await note('credentials.show', Date.now())
  await note('credentials.copy', Date.now() + 1)
  return { world, account }
}

it('Activity has creations and what was shown and copied in one order, newest first, page by page', async () => {
  const { world } = await aBusyWorld()
  const { rows, total } = await activityOf(world)
  expect(total).toBe(3)
  expect(rows.map(({ kind }) => kind)).toEqual(['credentials.copy', 'credentials.show', 'address.create'])
  const { store } = world.context
  const second = take(await store.read('activity.list', { offset: 1, limit: 1 }))
  expect(second).toEqual({ rows: [rows[1]], total: 3 })
})

it('what was shown stays in Activity when its account is removed, under the account’s name', async () => {
  const { world, account } = await aBusyWorld()
  take(await removeLitemail(world.context, account.id))
  expect((await activityOf(world)).rows[0]).toMatchObject({
    ...{ kind: 'credentials.copy', what: 'code', email: 'anna@acme.test', accountName: account.name },
  })
})

it('a backup brings it as history, once', async () => {
  const { world, account } = await aBusyWorld()
  take(
    await world.context.store.write('doings.note', {
      ...{ kind: 'credentials.export', what: null, accountId: account.id, email: null, count: 300 },
      at: Date.now() + 2,
    }),
  )
  const path = join(folder, 'doings.mailroom-backup')
  world.chosenFiles.backup = path
  take(await saveBackup(world.context, PASSPHRASE))
  const other = await aWorld()
  take(await other.context.store.write('litemail.insertAccount', aLitemailAccount({ createdAt: NOON })))
  other.chosenFiles.backup = path
  for (const count of [1, 2]) {
    const opened = take(await openBackup(other.context))
    if (opened === null) throw new Error('no file was chosen')
    const shown = take(await previewBackup(other.context, { file: opened.file, passphrase: PASSPHRASE }))
    expect(shown.activity).toMatchObject({ inBackup: 4 })
    take(await restoreBackup(other.context, shown.file))
    const doings = (await activityOf(other)).rows.filter(({ kind }) => kind.startsWith('credentials.'))
    expect({ count, doings }).toMatchObject({
      doings: [
        { isRestored: true, kind: 'credentials.export', email: null, count: 300 },
        { isRestored: true, count: null },
        { isRestored: true, count: null },
      ],
    })
  }
})

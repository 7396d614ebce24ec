import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBackup, previewBackup, restoreBackup, saveBackup } from '../../../../src/main/actions/backup'
import { keepMessage } from '../../../../src/main/actions/messages/keepMessage'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import { refreshListings } from '../../../../src/main/actions/refreshListings'
import { newestFirst } from '../../../../src/shared/addressView'
import { openWorld, take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'
import { bundleStoreWorker } from '../../store/bundleStoreWorker'

const here = worldPerTest()
const PASSPHRASE = 'correct horse battery'

it('kept messages come back from a backup to their address, as it is known where it is restored', async () => {
  const { world, likedo } = here
  await world.connect(likedo.origin)
  const { id: addressId, email } = take(await world.press())
  likedo.deliver(email, { subject: 'Tickets', text: 'Gleis elf', html: '<p>Gleis</p>' })
  likedo.deliver(email, { subject: 'Not kept' })
  const { rows } = take(
    await refreshMessages(world.context, { addressId, page: 1, isOverBudgetAllowed: false }),
  )
  take(await keepMessage(world.context, rows.find(({ subject }) => subject === 'Tickets')?.id ?? ''))
  const file = join(mkdtempSync(join(tmpdir(), 'mailroom-messages-')), 'a.backup')
  world.chosenFiles.backup = file
  take(await saveBackup(world.context, PASSPHRASE))

  const other = await openWorld(await bundleStoreWorker())
  try {
    // There the address came from a list, with an id of its own.
    other.chosenFiles.backup = file
    await other.connect(likedo.origin)
    take(await refreshListings(other.context, { isWhole: false }))
    const opened = take(await openBackup(other.context))
    const token = opened?.file ?? ''
    const preview = take(await previewBackup(other.context, { file: token, passphrase: PASSPHRASE }))
    expect(preview.messages).toEqual({ inBackup: 1, here: 0, after: 1 })
    take(await restoreBackup(other.context, token))
    const found = take(
      await other.context.store.read('addresses.list', {
        view: { ...newestFirst, search: 'gleis' },
        offset: 0,
        limit: 5,
      }),
    )
    expect(found.rows.map((row) => row.email)).toEqual([email])
    const messages = take(await listMessages(other.context, { addressId: found.rows[0]?.id ?? '', page: 1 }))
    expect(messages.rows).toMatchObject([{ subject: 'Tickets', isKept: true }])
  } finally {
    await other.close()
  }
})

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fillProfile } from '../support/profile/fill'
import { expect, test } from './support/scene'

/** Where SQLite keeps a program's own version of its schema (SQLite, "Database File Format", 1.3.14). */
const USER_VERSION_AT = 60

function markAsNewer(file: string): void {
  const version = Buffer.alloc(4)
  version.writeUInt32BE(9_999)
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, version, 0, 4, USER_VERSION_AT)
  closeSync(descriptor)
}

test('storage-newer', async ({ open, session }) => {
  const userData = session.makeFolder('newer')
  await fillProfile(session.account, userData, async () => {})
  markAsNewer(join(userData, 'mailroom.sqlite'))
  const { page, picture } = await open({ userData })
  await expect(page.getByText('written by a newer version')).toBeVisible()
  await picture('storage-newer')
})

test('storage-damaged', async ({ open, session }) => {
  const userData = session.makeFolder('damaged')
  await fillProfile(session.account, userData, async () => {})
  writeFileSync(join(userData, 'mailroom.sqlite'), 'This is no database. '.repeat(400))
  const { page, picture } = await open({ userData })
  await expect(page.getByText('data is damaged')).toBeVisible()
  await picture('storage-damaged')
})

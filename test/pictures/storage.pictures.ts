import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fillProfile } from '../support/profile/fill'
import { HOUR } from './support/moments'
import { expect, test } from './support/scene'

/** Where SQLite keeps a program's own version of its schema (SQLite, "Database File Format", 1.3.14). */
const USER_VERSION_AT = 60
const PAGE_BYTES = 4096

const isCopy = (name: string) => /daily/.test(name)

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

test('recovery-nothing', async ({ open, session }) => {
  const userData = session.makeFolder('damaged')
  await fillProfile(session.account, userData, async () => {})
  writeFileSync(join(userData, 'mailroom.sqlite'), 'This is no database. '.repeat(400))
  const { page, picture } = await open({ userData, expected: [/corrupt|damaged|not a database/i] })
  await expect(page.getByText('Nothing could be read')).toBeVisible()
  await picture('recovery-nothing')
})

/** Overwrites every third page of the last two thirds of a database, as a failing disk may. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  const pages = Math.floor(bytes.length / PAGE_BYTES)
  for (let page = Math.floor(pages / 3); page < pages; page += 3)
    bytes.fill(0x5a, page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
  writeFileSync(file, bytes)
}

test('recovery', async ({ open, session }) => {
  const userData = session.makeFolder('readable')
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({ name: 'Home' })
    for (let n = 0; n < 300; n += 1) {
      const email = `quiet-lantern-${1000 + n}@ig.do`
      await filler.press(account, {
        email,
        note: 'Newsletter',
        at: Date.now() - n * HOUR,
        ending: { state: 'done' },
      })
    }
  })
  // A start that finds the day's copy missing makes it.
  const before = await open({ userData })
  await expect
    .poll(() => readdirSync(userData, { recursive: true, encoding: 'utf8' }).some(isCopy), {
      timeout: 60_000,
    })
    .toBe(true)
  await before.app.close()
  damage(join(userData, 'mailroom.sqlite'))

  const again = { userData, expected: [/corrupt|damaged|malformed/i] }
  const met = await open(again)
  const isSaid = met.page.getByText('data is damaged').or(met.page.getByText('data was damaged')).first()
  await expect(isSaid).toBeVisible()
  // Where a start meets damage only when it reads the list, the next one checks the file before.
  if (await met.page.getByRole('navigation').isVisible()) await met.app.close()
  const { page, picture } = met.app.isRunning() ? met : await open(again)
  await expect(page.getByRole('button', { name: 'Take what is readable' })).toBeVisible()
  await picture('recovery-readable')
  await page
    .getByRole('button', { name: /^Look inside/ })
    .first()
    .click()
  const take = page.getByRole('button', { name: 'Take this copy' })
  await take.scrollIntoViewIfNeeded()
  await picture('recovery-copy')
})

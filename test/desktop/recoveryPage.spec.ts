import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { addressRows } from '../support/app/journey'
import type { App, LaunchOptions } from '../support/app/launch'
import type { Session } from '../support/desktop/session'
import { fillProfile } from '../support/profile/fill'

const ADDRESSES = 400
const PAGE_BYTES = 4096

/** A profile with some hundred addresses. */
async function makeProfile(session: Session, name: string): Promise<string> {
  const userData = session.makeFolder(name)
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({ name: 'Home' })
    for (let n = 0; n < ADDRESSES; n += 1) {
      await filler.press(account, {
        email: `quiet-lantern-${1000 + n}@ig.do`,
        note: `What it was for, ${n}`,
        at: Date.now() - n * 60_000,
        ending: { state: 'done' },
      })
    }
  })
  return userData
}

/** Overwrites every third page in the last two thirds of its database, as a failing disk may. */
function damage(userData: string): void {
  const file = join(userData, 'mailroom.sqlite')
  const bytes = readFileSync(file)
  const pages = Math.floor(bytes.length / PAGE_BYTES)
  for (let at = Math.floor(pages / 3); at < pages; at += 3) {
    bytes.fill(0x5a, at * PAGE_BYTES, (at + 1) * PAGE_BYTES)
  }
  writeFileSync(file, bytes)
}

async function makeDamaged(session: Session, name: string): Promise<string> {
  const userData = await makeProfile(session, name)
  damage(userData)
  return userData
}

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement)

const page = async (app: App): Promise<Page> => app.window()
const expected = [/corrupt|malformed|damaged/i]

/** Started until Mailroom has met the damage: it may lie where the first start does not read. */
async function openRecovery(
  launch: (options?: LaunchOptions) => Promise<App>,
  userData: string,
): Promise<App> {
  const first = await launch({ userData, expected })
  const window = await page(first)
  await expect(window.getByText(/data (is|was) damaged/).first()).toBeVisible()
  if (await window.getByRole('heading', { name: 'Mailroom’s data was damaged' }).isVisible()) return first
  await first.close()
  return launch({ userData, expected })
}

test('a file that SQLite calls damaged is moved aside, and nothing else can be done until it is decided', async ({
  launch,
  session,
}) => {
  const userData = await makeDamaged(session, 'damaged')
  const window = await page(await openRecovery(launch, userData))

  await expect(window.getByRole('heading', { name: 'Mailroom’s data was damaged' })).toBeVisible()
  const aside = (await window.locator('code').first().textContent()) ?? ''
  expect(existsSync(join(userData, aside))).toBe(true)
  await expect(window.getByRole('navigation')).toHaveCount(0)
  await expect(window.getByRole('button', { name: 'New address' })).toHaveCount(0)
})

test('what could be read of a damaged file is counted, taken, and listed', async ({ launch, session }) => {
  const userData = await makeDamaged(session, 'readable')
  const window = await page(await openRecovery(launch, userData))
  const counted = window.getByText(/\d+ addresses, \d+ entries of Activity/)
  await expect(counted).toBeVisible()
  const readable = Number(/^(\d+)/.exec((await counted.textContent()) ?? '')?.[1])
  expect(readable).toBeGreaterThan(20)
  expect(readable).toBeLessThanOrEqual(ADDRESSES)

  await window.getByRole('button', { name: 'Take what is readable' }).click()

  await expect(window.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(addressRows(window).first()).toBeVisible()
  const rows = await window.getByRole('grid', { name: 'Addresses' }).getAttribute('aria-rowcount')
  expect(Number(rows) - 1).toBe(readable)
})

test('a local copy shows what it holds before it is taken, and brings all of it back', async ({
  launch,
  session,
}) => {
  const userData = await makeProfile(session, 'copied')
  const before = await launch({ userData })
  const isCopied = () =>
    readdirSync(userData, { recursive: true, encoding: 'utf8' }).some((name) => name.includes('.daily.'))
  await expect.poll(isCopied, { timeout: 90_000 }).toBe(true)
  await before.close()
  damage(userData)

  const window = await page(await openRecovery(launch, userData))
  await window
    .getByRole('button', { name: /^Look inside the copy of/ })
    .first()
    .click()
  const table = window.getByRole('table', { name: 'What it would bring' })
  await expect(table.getByRole('row', { name: 'Addresses' })).toHaveText(`Addresses${ADDRESSES}`)
  await window.getByRole('button', { name: 'Take this copy' }).click()

  await expect(addressRows(window).first()).toBeVisible()
  const rows = await window.getByRole('grid', { name: 'Addresses' }).getAttribute('aria-rowcount')
  expect(Number(rows) - 1).toBe(ADDRESSES)
})

test('who starts empty keeps the damaged file, and is not asked again', async ({ launch, session }) => {
  const userData = await makeDamaged(session, 'empty')
  const app = await openRecovery(launch, userData)
  const window = await page(app)
  const aside = (await window.locator('code').first().textContent()) ?? ''
  // By keyboard alone.
  const startEmpty = window.getByRole('button', { name: 'Start empty' })
  for (let stops = 0; stops < 20 && !(await isFocused(startEmpty)); stops += 1)
    await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Restore a backup…' })).toBeVisible()
  await app.close()

  expect(readdirSync(userData)).toContain(aside)
  const again = await page(await launch({ userData }))
  await expect(again.getByRole('button', { name: 'Connect LikeDo' })).toBeVisible()
})

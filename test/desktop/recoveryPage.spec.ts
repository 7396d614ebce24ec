import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { addressRows } from '../support/app/journey'
import type { App, LaunchOptions } from '../support/app/launch'
import type { Session } from '../support/desktop/session'
import { fillProfile } from '../support/profile/fill'

const ADDRESSES = 400
const PAGE_BYTES = 4096

/** A profile with some hundred addresses whose file was overwritten in the middle, as a failing disk does. */
async function makeDamaged(session: Session, name: string): Promise<string> {
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
  const file = join(userData, 'mailroom.sqlite')
  const bytes = readFileSync(file)
  const pages = Math.floor(bytes.length / PAGE_BYTES)
  for (let page = Math.floor(pages / 3); page < pages; page += 3) {
    bytes.fill(0x5a, page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
  }
  writeFileSync(file, bytes)
  return userData
}

const page = async (app: App): Promise<Page> => app.window()
const damage = [/corrupt|malformed|damaged/i]

/** Started until Mailroom has met the damage: it may lie where the first start does not read. */
async function openRecovery(
  launch: (options?: LaunchOptions) => Promise<App>,
  userData: string,
): Promise<App> {
  const first = await launch({ userData, expected: damage })
  const heading = (await page(first)).getByRole('heading', { level: 1 })
  await expect(heading).toHaveCount(1)
  if ((await heading.textContent())?.includes('damaged') === true) return first
  await first.close()
  return launch({ userData, expected: damage })
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

test('who starts empty keeps the damaged file, and is not asked again', async ({ launch, session }) => {
  const userData = await makeDamaged(session, 'empty')
  const app = await openRecovery(launch, userData)
  const window = await page(app)
  const aside = (await window.locator('code').first().textContent()) ?? ''
  await window.getByRole('button', { name: 'Start empty' }).click()
  await expect(window.getByRole('button', { name: 'Restore a backup…' })).toBeVisible()
  await app.close()

  expect(readdirSync(userData)).toContain(aside)
  const again = await page(await launch({ userData }))
  await expect(again.getByRole('button', { name: 'Connect LikeDo' })).toBeVisible()
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import {
  addressRows,
  connectAndOpenList,
  copiedAddress,
  pressNewAddress,
  status,
} from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'

const openSection = async (page: Page, section: 'Data' | 'Accounts'): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: section, exact: true }).click()
}

test('removing all keys leaves accounts and addresses, and each account asks for its key', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  const email = await copiedAddress(page)

  await openSection(page, 'Data')
  await page.getByRole('button', { name: 'Remove all keys…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Remove all keys from this computer?' })
  await expect(dialog.getByText('The keys stay valid at LikeDo.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Remove all keys' }).click()
  await expect(status(page)).toContainText('Removed 1 key.')

  await openSection(page, 'Accounts')
  await expect(page.getByText('No key here')).toBeVisible()
  const asked = likedo.requests.length
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Addresses' }).click()
  await expect(addressRows(page).filter({ hasText: email })).toBeVisible()
  await pressNewAddress(page)
  await expect(status(page)).toContainText('Not created: The keychain has no key for this account.')
  expect(likedo.requests.length).toBe(asked)
})

test('what diagnostics show is what is saved, without an address or a key', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  const email = await copiedAddress(page)
  const file = join(session.makeFolder('diagnostics'), 'diagnostics.txt')
  await answerFileDialogs(app, file)

  await openSection(page, 'Data')
  await page.getByRole('button', { name: 'Show diagnostics…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' })
  const region = dialog.getByRole('region', { name: 'The text that is saved' })
  await expect(region).toContainText('Mailroom diagnostics')
  const shown = await region.textContent()
  for (const secret of [email, email.split('@')[0] ?? email, DEFAULT_KEY]) expect(shown).not.toContain(secret)
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await expect(status(page)).toContainText('Saved: diagnostics.txt.')
  expect(readFileSync(file, 'utf8')).toBe(shown)
})

test('everything is deleted only for who types that it shall, and then Mailroom ends', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  await copiedAddress(page)
  const loginItem = join(session.home, '.config/autostart/mailroom.desktop')
  await page.evaluate(() => window.bridge.call('desktop.setLogin', { startsAtLogin: true }))
  expect(existsSync(loginItem)).toBe(true)

  await openSection(page, 'Data')
  await page.getByRole('button', { name: 'Delete everything…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete everything on this computer?' })
  await expect(dialog.getByText('1 address with notes and labels')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect(dialog.getByText('Type exactly delete.')).toBeVisible()
  expect(existsSync(join(app.userData, 'mailroom.sqlite'))).toBe(true)
  expect(existsSync(loginItem)).toBe(true)

  await dialog.getByLabel('Type “delete” to confirm').fill('delete')
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Everything is deleted' })).toBeVisible()
  expect(existsSync(join(app.userData, 'mailroom.sqlite'))).toBe(false)
  // Nothing starts Mailroom again by itself.
  expect(existsSync(loginItem)).toBe(false)
  await expect.poll(() => app.isRunning(), { timeout: 30_000 }).toBe(false)
  expect(await app.exited).toMatchObject({ code: 0 })
  expect(likedo.addressesOf(DEFAULT_KEY)).toHaveLength(1)
})

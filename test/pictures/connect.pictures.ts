import type { Page } from '@playwright/test'
import { connectLikeDo } from '../support/app/journey'
import { DEFAULT_KEY, expect, test } from './support/scene'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Connect LikeDo' })

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Connect LikeDo' }).click()
  await expect(dialogOf(page).getByLabel('API key', { exact: true })).toBeFocused()
  return dialogOf(page)
}

test('connect-dialog', async ({ open }) => {
  const { page, picture } = await open()
  const dialog = await openDialog(page)
  await picture('connect-dialog-empty')

  await dialog.getByLabel('API key', { exact: true }).fill('sk_live_4Z6QpWn2vT8sYk1R')
  await dialog.getByRole('button', { name: 'In 90 days' }).click()
  await picture('connect-dialog-filled')

  await dialog.getByRole('button', { name: 'Show the key' }).click()
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Name').scrollIntoViewIfNeeded()
  await picture('connect-dialog-more')

  await dialog.getByLabel('API key', { exact: true }).fill('a key with spaces')
  await dialog.getByLabel('Server address').fill('like.do/api')
  await dialog.getByLabel('Requests per hour').fill('many')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog.getByText('A key is one line')).toBeVisible()
  await picture('connect-dialog-complaints')
})

test('connect-refused', async ({ open, likedo }) => {
  const { page, picture } = await open()
  await connectLikeDo(page, likedo.origin, 'sk_live_nobody_has_this_one')
  await expect(dialogOf(page).getByText('LikeDo refused the API key')).toBeVisible()
  await picture('connect-refused')
})

test('connect-not-reached', async ({ open, likedo }) => {
  const { page, picture } = await open()
  await likedo.goOffline()
  await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
  await expect(dialogOf(page).getByRole('button', { name: 'Save and check later' })).toBeVisible()
  await picture('connect-not-reached')
})

test('connect-cannot-check', async ({ open, likedo }) => {
  const { page, picture } = await open()
  likedo.configure({ canList: false })
  await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
  // It leaves by itself unless somebody reads it.
  await page.getByText('This server cannot check keys').hover()
  await picture('connect-cannot-check')
})

test('connect-connected', async ({ open, likedo }) => {
  const { page, picture } = await open()
  await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
  await page.getByText('Connected.').hover()
  await picture('connect-connected')
})

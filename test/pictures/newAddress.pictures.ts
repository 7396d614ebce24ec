import type { Page } from '@playwright/test'
import { expect, test } from './support/scene'

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'New address with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New address with…' })
  await expect(dialog.getByText('For example')).toBeVisible()
  return dialog
}

test('new-address-dialog', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  const dialog = await openDialog(page)
  await picture('new-address-dialog-words')

  await dialog.getByText('Random', { exact: true }).click()
  await dialog.getByText('No hyphens').click()
  await expect(dialog.getByText(/^For example [a-z0-9]{10}@ig\.do$/)).toBeVisible()
  await picture('new-address-dialog-random')

  await dialog.getByText('Own prefix', { exact: true }).click()
  await dialog.getByLabel('Prefix', { exact: true }).fill('garden')
  await expect(dialog.getByText('For example garden')).toBeVisible()
  await picture('new-address-dialog-prefix')

  await dialog.getByRole('button', { name: /Domain/ }).click()
  await expect(page.getByRole('listbox')).toBeVisible()
  await picture('new-address-dialog-domains')
  await page.getByRole('option', { name: 'kfc.sh' }).click()
  await expect(dialog.getByText('needs a Pro or Lifetime plan')).toBeVisible()
  await picture('new-address-dialog-paid-domain')
})

test('new-address-name', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  const dialog = await openDialog(page)
  await dialog.getByLabel('Local part').fill('newsletter-fan')
  await dialog.getByLabel('Note').fill('Reading list')
  await expect(dialog.getByText('You will get newsletter-fan@ig.do')).toBeVisible()
  await picture('new-address-name-typed')

  await dialog.getByLabel('Local part').fill('support')
  await expect(dialog.getByText('LikeDo may keep this name')).toBeVisible()
  await picture('new-address-name-likely-reserved')

  await dialog.getByLabel('Local part').fill('postmaster')
  await expect(dialog.getByText('LikeDo keeps this name for itself')).toBeVisible()
  await picture('new-address-name-reserved')

  await dialog.getByLabel('Local part').fill('a..b')
  await dialog.getByLabel('LikeDo tag').fill('a tag that is a good deal longer than LikeDo takes one')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await picture('new-address-name-complaints')

  await dialog.getByLabel('LikeDo tag').fill('')
  await dialog.getByLabel('Local part').fill('john.smith')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('LikeDo already has john.smith@ig.do')
  await picture('new-address-name-taken')
})

test('new-address-several-accounts', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    await filler.account({ name: 'Home' })
    await filler.account({ name: 'Work', plan: 'pro' })
  })
  const dialog = await openDialog(page)
  await dialog.getByRole('button', { name: /Account/ }).scrollIntoViewIfNeeded()
  await picture('new-address-several-accounts')
})

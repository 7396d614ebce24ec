import type { Page } from '@playwright/test'
import { dayIn } from './support/moments'
import { openSettings } from './support/open'
import { everyState } from './support/presses'
import { connect, DEFAULT_KEY, expect, test } from './support/scene'

const isCounted = (page: Page) => expect(page.getByText(/requests left this hour/).first()).toBeVisible()

test('settings-accounts', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected({ keyEndsOn: dayIn(60) })
  await openSettings(page, 'Accounts')
  await isCounted(page)
  await picture('settings-accounts-one')

  likedo.addUser({ name: 'second', keys: ['sk_live_second'], plan: 'pro' })
  likedo.addUser({ name: 'third', keys: ['sk_live_third'], plan: 'lifetime' })
  await connect(page, likedo, {
    key: 'sk_live_second',
    name: 'Work',
    plan: 'pro',
    keyEndsOn: dayIn(9),
    requestsPerHour: 1_500,
  })
  await connect(page, likedo, {
    key: 'sk_live_third',
    name: 'The account of the bookkeeping department, second floor, room with the plants',
    plan: 'lifetime',
    keyEndsOn: dayIn(-3),
    keyKept: 'until-quit',
  })
  likedo.revokeKey('sk_live_third')
  await expect(page.getByRole('article')).toHaveCount(3)
  await picture('settings-accounts-several')

  const second = page.getByRole('article', { name: 'Work' })
  await second.scrollIntoViewIfNeeded()
  await expect(second.getByText('The key ends in 9 days')).toBeVisible()
  await picture('settings-accounts-key-ends-soon')

  const third = page.getByRole('article').last()
  await third.getByRole('button', { name: 'Check key' }).click()
  await expect(third.getByText('Key refused')).toBeVisible()
  await third.getByText('Key refused').scrollIntoViewIfNeeded()
  await picture('settings-accounts-key-refused')
})

test('settings-accounts-none', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of everyState().slice(-1)) await filler.press(account, press)
    await filler.removeAccount(account)
  })
  await openSettings(page, 'Accounts')
  await expect(page.getByText('No account yet')).toBeVisible()
  await picture('settings-accounts-none')
})

test('settings-account-dialogs', async ({ openFilled, likedo }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({ name: 'Home', origin: likedo.origin })
    for (const press of everyState()) await filler.press(account, press)
    await filler.account({ name: 'Work' })
  })
  await openSettings(page, 'Accounts')
  const home = page.getByRole('article', { name: 'Home' })
  const cancel = page.getByRole('button', { name: 'Cancel' })

  await home.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByRole('dialog', { name: 'Edit account' })).toBeVisible()
  await picture('settings-account-dialogs-edit')
  await cancel.click()

  await home.getByRole('button', { name: 'Replace key' }).click()
  const replace = page.getByRole('dialog', { name: 'Replace key' })
  await expect(replace).toBeVisible()
  await picture('settings-account-dialogs-replace-key')
  await replace.getByLabel('API key', { exact: true }).fill(`${DEFAULT_KEY}-not`)
  await replace.getByRole('button', { name: 'Replace key' }).click()
  await expect(replace.getByRole('alert')).toBeVisible()
  await picture('settings-account-dialogs-replace-key-refused')
  await cancel.click()

  await home.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alertdialog').getByText('are not settled')).toBeVisible()
  await picture('settings-account-dialogs-remove-unsettled')
  await cancel.click()

  await page.getByRole('article', { name: 'Work' }).getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Remove account' })).toBeEnabled()
  await picture('settings-account-dialogs-remove')
})

test('settings-addresses', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  await openSettings(page, 'Addresses')
  await expect(page.getByText('For example')).toBeVisible()
  await picture('settings-addresses')

  await page.getByText('Own prefix', { exact: true }).click()
  await page.getByLabel('Prefix', { exact: true }).fill('garden..')
  await page.getByRole('textbox', { name: 'Domain' }).fill('not a domain')
  await page.getByRole('button', { name: 'Add domain' }).click()
  await expect(page.getByText('Enter a domain such as')).toBeVisible()
  await picture('settings-addresses-complaints')
})

test('settings-about', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  await openSettings(page, 'About')
  await expect(page.getByText('Chromium')).toBeVisible()
  await picture('settings-about')
})

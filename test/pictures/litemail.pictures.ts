import type { Page } from '@playwright/test'
import { connectLitemail, fillConnectLitemail } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { openSettings } from './support/open'
import { expect, test } from './support/scene'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Connect Litemail' })
const keyOf = (page: Page) => dialogOf(page).locator('input[type=password]')
const answersOf = (page: Page) => page.getByRole('dialog', { name: /^What answers/ })

test('litemail-dialog', async ({ open }) => {
  const { page, picture } = await open()
  await page.getByRole('main').getByRole('button', { name: 'Connect Litemail' }).click()
  const dialog = dialogOf(page)
  await expect(keyOf(page)).toBeFocused()
  await picture('litemail-dialog-empty')

  await keyOf(page).fill('lm_live_4Z6QpWn2vT8sYk1R')
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByRole('radiogroup').getByText('JWT', { exact: true }).click()
  await picture('litemail-dialog-more')

  await keyOf(page).fill('a key with spaces')
  await dialog.getByLabel('Server address').fill('api.litemail.app')
  await dialog.getByLabel('Name').fill('x'.repeat(90))
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog.getByText('A JWT is one line')).toBeVisible()
  await picture('litemail-dialog-complaints')
})

test('litemail-refused', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await fillConnectLitemail(page, { server: litemail.server, key: 'lm_live_nobody_has_this' })
  await expect(dialogOf(page).getByText('Litemail refused the key')).toBeVisible()
  await picture('litemail-refused')
})

test('litemail-not-reached', async ({ open, litemail }) => {
  await litemail.goOffline()
  const { page, picture } = await open()
  await fillConnectLitemail(page, litemail)
  await expect(dialogOf(page).getByRole('button', { name: 'Save and check later' })).toBeVisible()
  await picture('litemail-not-reached')
})

test('litemail-answers', async ({ open, litemail }) => {
  litemail.configure({ paths: { 'tags.list': '404', 'wallet.balance': 'html', 'domains.list': '405' } })
  const { page, picture } = await open()
  await fillConnectLitemail(page, { server: litemail.server, name: 'Agency' })
  await expect(answersOf(page).getByText(/answered/)).toBeVisible({ timeout: 30_000 })
  await picture('litemail-answers')
})

test('litemail-settings', async ({ open, litemail }) => {
  litemail.addUser({ id: 'second', keys: ['lm_live_second_user_000000000001'] })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openSettings(page, 'Accounts')
  await picture('litemail-settings-one')

  await page.evaluate(
    ([server, key]) =>
      window.bridge.call('litemail.connect', {
        server: server ?? '',
        key: key ?? '',
        authentication: 'jwt',
        name: 'A second account with a name that somebody thought about for long',
        keyKept: 'until-quit',
        whenUnreached: 'say',
      }),
    [litemail.server, litemail.token('second')],
  )
  litemail.revokeKey(LITEMAIL_KEY)
  const cards = page.getByRole('list', { name: 'Litemail accounts' }).getByRole('article')
  await expect(cards).toHaveCount(2)
  await cards.first().getByRole('button', { name: 'Check' }).click()
  await expect(cards.first()).toContainText('Key refused')
  await picture('litemail-settings-refused')

  await cards.first().getByRole('button', { name: 'Replace key' }).click()
  await expect(page.getByRole('dialog', { name: 'Replace key' })).toBeVisible()
  await picture('litemail-replace')
  await page.keyboard.press('Escape')
  await cards.first().getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture('litemail-remove')
})

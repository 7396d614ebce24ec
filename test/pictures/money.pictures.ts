import type { Page } from '@playwright/test'
import { connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 6, mailboxes: 60, tags: 5, subscriptions: 4 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
const leave = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('money-funds', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await press(page, 'Add funds…')
  await page.getByLabel('Amount in dollars').fill('1,000')
  await picture('money-amount-refused')
  await page.getByLabel('Amount in dollars').fill('1250.5')
  await picture('money-add-funds')
  await page.keyboard.press('Enter')
  const plan = page.getByRole('alertdialog', { name: 'Add $1,250.50 to Agency’s wallet' })
  await expect(plan.getByRole('grid', { name: 'What is sent' })).toBeVisible()
  await picture('money-add-funds-plan')
  await page.keyboard.press('Escape')
  await leave(page)
  await press(page, 'Auto-recharge…')
  await picture('money-auto-recharge')
  await leave(page)
  await press(page, 'Billing details…')
  await page.getByLabel('Country', { exact: true }).fill('ch')
  await picture('money-details')
  await leave(page)
  await page
    .getByRole('button', { name: /^Change subscription/ })
    .first()
    .press('Enter')
  await picture('money-subscription-menu')
  await page.getByRole('menuitem', { name: 'Upgrade…' }).press('Enter')
  await picture('money-upgrade')
})

test('money-lists', async ({ open, litemail }) => {
  const zone = litemail.holdings().cloudflare.domains[0]
  if (zone === undefined) throw new Error('no zone')
  const zones = Array.from({ length: 20 }, (_, n) => ({
    ...{ ...zone, id: `zone_${n}`, name: `outreach-${n + 1}.example` },
    isConnected: n % 4 === 0,
  }))
  litemail.holdings().cloudflare = { ...litemail.holdings().cloudflare, domains: zones }
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings', { exact: true }).click()
  await expect(page.getByRole('article', { name: 'Agency' })).toBeVisible()
  await picture('money-account-card')
  await press(page, 'Tags…')
  await expect(page.getByRole('table', { name: 'Tags' })).toBeVisible()
  await picture('money-tags')
  await press(page, 'New tag…')
  await picture('money-new-tag')
  await press(page, 'Back')
  await leave(page)
  await press(page, 'Workspaces…')
  await expect(page.getByRole('table', { name: 'Workspaces' })).toBeVisible()
  await picture('money-workspaces')
  await leave(page)
  await press(page, 'Cloudflare…')
  await press(page, 'Read the domains at Cloudflare')
  await page.getByLabel(/^outreach-2\.example/).press('Space')
  await picture('money-cloudflare-domains')
  await page.getByRole('radiogroup').getByText('Credentials', { exact: true }).click()
  await picture('money-cloudflare-key')
})

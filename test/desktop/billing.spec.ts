import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'

// What an account pays, with what, and when next: as the service holds it, and missing where nothing was read.

const FLEET = { workspaces: ['Acme'], domains: 4, mailboxes: 20 }
const DAY = 86_400_000

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const main = (page: Page) => page.getByRole('main')
const region = (page: Page, name: string) => main(page).getByRole('region', { name })
const refresh = (page: Page) => main(page).getByRole('button', { name: 'Refresh', exact: true }).click()

/** One subscription of 84 dollars and others without a price within a week; a wallet that does not hold it. */
function hold(litemail: Litemail, walletBalance: number): number {
  const held = litemail.holdings()
  const periodEnd = new Date(Date.now() + 3 * DAY).toISOString()
  for (const [n, one] of held.subscriptions.entries()) {
    held.subscriptions[n] = {
      ...{ ...one, subscriptionStatus: 'ACTIVE', periodEnd },
      price: n === 0 ? 84 : null,
    }
  }
  held.wallet = { ...held.wallet, walletBalance, autoRechargeEnabled: false }
  return held.subscriptions.length
}

test('a low wallet is told of on the desktop, which leads to what is paid, with what, and when', async ({
  notifications,
  launch,
  litemail,
}) => {
  const count = hold(litemail, 12.5)
  const app = await launch()
  const page = await app.window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })

  const told = await notifications.shown('The Litemail wallet is low')
  expect(`${told.title} ${told.body}`).toContain('Agency')
  expect(`${told.title} ${told.body}`).not.toContain('$')
  notifications.click(told.id)
  await expect(page.getByRole('heading', { level: 1, name: 'Billing' })).toBeVisible()

  await expect(region(page, 'Renewals')).toContainText(
    `At least $84; ${count - 1} subscriptions have no price`,
  )
  await expect(region(page, 'Wallet')).toContainText('$12.50')
  await expect(region(page, 'Wallet')).toContainText('Off')
  const rows = page.getByRole('table', { name: 'Subscriptions' }).getByRole('row')
  // The titles are a row, too.
  await expect(rows).toHaveCount(count + 1)
  await expect(rows.filter({ hasText: '$84' })).toContainText('in 3 days')
  await expect(rows.filter({ hasText: 'No price in dollars' })).toHaveCount(count - 1)

  const invoices = region(page, 'Invoices')
  await invoices.getByRole('button', { name: 'Read the invoices' }).click()
  await expect(invoices).toContainText('LM-2026-0001')
  await expect(invoices.getByRole('status')).toHaveText('Answered just now')
  await expect.poll(() => audit(page)).toEqual([])
  await openFleet(page, 'Domains')
  await openFleet(page, 'Billing')
  await expect(invoices).toContainText('Answered just now')
  await expect(invoices).toContainText('LM-2026-0001')

  await pressMenu(app, 'hide-sensitive')
  await expect(region(page, 'Wallet')).not.toContainText('$12.50')
  await expect(main(page)).not.toContainText('checkout.litemail.test')
  await expect(region(page, 'Renewals')).toContainText('At least $84')
})

test('what does not answer has no figure and leads to its path; offline the figures stay', async ({
  launch,
  litemail,
}) => {
  hold(litemail, 500)
  litemail.configure({ paths: { 'subscriptions.list': '404', 'wallet.invoices': '404' } })
  const page = await (await launch()).window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(region(page, 'Wallet')).toContainText('$500', { timeout: 60_000 })
  for (const name of ['Renewals', 'Subscriptions'])
    await expect(region(page, name)).toContainText('Not loaded yet')
  await expect(main(page)).not.toContainText('$0')
  const failing = region(page, 'Stale or failing')
  await expect(failing.getByRole('button', { name: 'Fix path' })).toBeVisible({ timeout: 60_000 })

  const invoices = region(page, 'Invoices')
  await invoices.getByRole('button', { name: 'Read the invoices' }).click()
  await invoices.getByRole('button', { name: 'Fix path' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()

  await litemail.goOffline()
  await openFleet(page, 'Billing')
  await refresh(page)
  await expect(freshness(page)).toHaveText(/Offline/, { timeout: 60_000 })
  await expect(region(page, 'Wallet')).toContainText('$500')
})

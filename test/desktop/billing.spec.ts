import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { addLitemail, connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { panel as pathPanel, tabTo } from './apiPaths/panel'

// What an account pays, with what, and when next: as the service holds it, and missing where nothing was read.

const FLEET = { workspaces: ['Acme'], domains: 4, mailboxes: 20 }
const DAY = 86_400_000

const CLIENTS_KEY = 'lm_live_clients_0000000000000001'
/** One more than are shown. */
const SUBSCRIPTIONS = 501

test.use({
  litemailOptions: {
    users: [
      { id: 'anna', keys: [LITEMAIL_KEY], holds: { ...FLEET, subscriptions: SUBSCRIPTIONS } },
      { id: 'clients', keys: [CLIENTS_KEY], holds: FLEET },
    ],
  },
})

const main = (page: Page) => page.getByRole('main')
const region = (page: Page, name: string) => main(page).getByRole('region', { name })
const refresh = (page: Page) => main(page).getByRole('button', { name: 'Refresh', exact: true }).click()

/** One subscription of 84 dollars and others without a price within a week; a wallet that does not hold it. */
function hold(litemail: Litemail, walletBalance: number, key = LITEMAIL_KEY): number {
  const held = litemail.holdings(key)
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

/** Of the first account, which pays by itself: one whose status says nothing, and one whose date is past. */
function holdOdd(litemail: Litemail): void {
  const { subscriptions } = litemail.holdings()
  const [unclear, undated] = subscriptions.slice(-2)
  if (unclear === undefined || undated === undefined) throw new Error('two subscriptions')
  const past = new Date(Date.now() - DAY).toISOString()
  subscriptions.splice(
    -2,
    2,
    { ...unclear, subscriptionStatus: 'LINGERING' },
    { ...undated, periodEnd: past },
  )
}

test('a low wallet is told of on the desktop, which leads to what is paid, with what, and when', async ({
  notifications,
  launch,
  litemail,
}) => {
  const count = hold(litemail, 12.5, CLIENTS_KEY)
  holdOdd(litemail)
  const app = await launch()
  const page = await app.window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await addLitemail(page, litemail.server, 'Clients', CLIENTS_KEY)
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })

  const told = await notifications.shown('The Litemail wallet is low')
  expect(`${told.title} ${told.body}`).toContain('Clients')
  expect(`${told.title} ${told.body}`).not.toContain('Agency')
  expect(`${told.title} ${told.body}`).not.toContain('$')
  notifications.click(told.id)
  await expect(page.getByRole('heading', { level: 1, name: 'Billing' })).toBeVisible()

  // Of the one that is low, not of the first.
  const account = main(page).getByRole('button', { name: /Account/ })
  await expect(account).toHaveText('Clients')
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
  await pressMenu(app, 'hide-sensitive')

  await account.press('Enter')
  await page.getByRole('option', { name: 'Agency' }).press('Enter')
  await expect(account).toBeFocused()
  await expect(region(page, 'Wallet')).toContainText('$142.50')
  await expect(region(page, 'Wallet')).toContainText(/Recharges below\$20By at least\$50/)
  await expect(region(page, 'Renewals')).toContainText(/Next 7 daysAt least \$36.*Next 30 daysAt least \$144/)
  const subscriptions = region(page, 'Subscriptions')
  await expect(subscriptions).toContainText('1 subscription that may renew has no coming date')
  await expect(subscriptions).toContainText('1 subscription has a status that does not say')
  await expect(subscriptions).toContainText('500 of 501 are shown. All of them can be read in Operations.')
  await expect(invoices).not.toContainText('LM-2026-0001')
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
  const read = invoices.getByRole('button', { name: 'Read the invoices' })
  await tabTo(page, read)
  await page.keyboard.press('Enter')
  await expect(invoices.getByRole('alert')).toBeVisible()
  await expect(read).toBeFocused()
  await expect.poll(() => audit(page)).toEqual([])
  // Whoever tries again takes what was said away, and keeps the keyboard.
  await invoices.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(read).toBeFocused()
  await invoices.getByRole('button', { name: 'Fix path' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()
  await expect(pathPanel(page).getByRole('heading', { level: 2 })).toBeFocused()

  await litemail.goOffline()
  await openFleet(page, 'Billing')
  await refresh(page)
  await expect(freshness(page)).toHaveText(/Offline/, { timeout: 60_000 })
  await expect(region(page, 'Wallet')).toContainText('$500')
})

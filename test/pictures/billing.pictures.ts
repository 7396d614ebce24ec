import { addLitemail, connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 20, mailboxes: 300, subscriptions: 9 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

test('billing-filled', async ({ open, litemail }) => {
  const { app, page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Read the invoices' }).click()
  await expect(page.getByRole('main')).toContainText('LM-2026-0001')
  await picture('billing-filled')
  await pressMenu(app, 'hide-sensitive')
  await expect(page.getByRole('main')).not.toContainText('$142.50')
  await page.getByRole('heading', { name: 'Renewals' }).scrollIntoViewIfNeeded()
  await picture('billing-hidden')
})

test('billing-unclear', async ({ open, litemail }) => {
  const held = litemail.holdings()
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const told = [
    { periodEnd: inDays(2), price: 84 },
    { periodEnd: inDays(3), price: null },
    { periodEnd: inDays(5), subscriptionStatus: 'PAST_DUE' },
    { periodEnd: 'not said' },
    { periodEnd: inDays(-4) },
  ]
  told.forEach((one, n) => {
    const known = held.subscriptions[n]
    if (known !== undefined) held.subscriptions[n] = { ...known, subscriptionStatus: 'ACTIVE', ...one }
  })
  held.wallet = { ...held.wallet, walletBalance: 12.5, autoRechargeEnabled: false }
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await expect(page.getByRole('main')).toContainText('At least $84; 1 subscription has no price')
  await picture('billing-unclear')
})

test('billing-demo', async ({ open }) => {
  const { page, picture } = await open({ args: ['--demo'] })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toContainText('Updated', { timeout: 60_000 })
  await picture('billing-demo')
})

test('billing-not-loaded', async ({ open, litemail }) => {
  await litemail.goOffline()
  const { page, picture } = await open()
  await addLitemail(page, litemail.server, 'Agency')
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toContainText('ot loaded')
  await picture('billing-not-loaded')
})

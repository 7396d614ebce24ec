import { addLitemail, connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { answerInstead } from './support/answers'
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

const OTHER_KEY = 'lm_live_picture_0000000000000002'

test('billing-two-accounts', async ({ open, litemail }) => {
  litemail.addUser({ id: 'ben', keys: [OTHER_KEY], holds: { domains: 3, mailboxes: 30, subscriptions: 1 } })
  const other = litemail.holdings('ben')
  const [only] = other.subscriptions
  if (only === undefined) throw new Error('no subscription')
  other.subscriptions[0] = { ...only, subscriptionStatus: 'CANCELLED' }
  other.wallet = { ...other.wallet, walletBalance: 8, autoRechargeEnabled: true }
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await addLitemail(page, litemail.server, 'The accounts department of the second office', OTHER_KEY)
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Account' }).click()
  await picture('billing-accounts')
  await page.getByRole('option', { name: 'The accounts department' }).click()
  await expect(page.getByRole('main')).toContainText('$8')
  await page.getByRole('button', { name: 'Account' }).click()
  await page.keyboard.press('Escape')
  await picture('billing-other-account')
})

test('billing-no-account', async ({ openConnected, litemail }) => {
  const { page, picture } = await openConnected()
  await addLitemail(page, litemail.server, 'Agency')
  await openFleet(page, 'Billing')
  await page.evaluate(async () => {
    const accounts = await window.bridge.call('litemail.accounts', {})
    const [account] = accounts.ok ? accounts.value : []
    if (account !== undefined) await window.bridge.call('litemail.remove', { id: account.id })
  })
  await expect(page.getByRole('main').getByRole('button', { name: 'Connect Litemail' })).toBeVisible()
  await picture('billing-no-account')
})

test('billing-not-read', async ({ open, litemail }) => {
  const { app, page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await answerInstead(app, { 'billing.get': 'none' })
  await openFleet(page, 'Billing')
  await expect(page.getByRole('progressbar', { name: 'Reading what is paid…' })).toBeVisible()
  await picture('billing-reading')
  await page.reload()
  await answerInstead(app, { 'billing.get': { kind: 'storage', problem: 'locked' } })
  await openFleet(page, 'Overview')
  await openFleet(page, 'Billing')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Billing could not be read')
  await picture('billing-not-read')
  await answerInstead(app, {})
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Wallet' })).toContainText('$142.50')
  await answerInstead(app, { 'billing.get': { kind: 'storage', problem: 'locked' } })
  await openFleet(page, 'Overview')
  await openFleet(page, 'Billing')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Billing could not be read')
  await picture('billing-not-read-again')
})

test('billing-no-subscription', async ({ open, litemail }) => {
  const held = litemail.holdings()
  held.subscriptions.length = 0
  held.wallet = { ...held.wallet, walletBalance: 0, autoRechargeEnabled: false }
  litemail.configure({ paths: { 'wallet.invoices': '404' } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await expect(page.getByRole('main')).toContainText('No subscription at Litemail')
  await page.getByRole('button', { name: 'Read the invoices' }).click()
  const fix = page.getByRole('region', { name: 'Invoices' }).getByRole('button', { name: 'Fix path' })
  await expect(fix).toBeVisible()
  await picture('billing-no-subscription')
  await fix.scrollIntoViewIfNeeded()
  await picture('billing-invoices-path')
})

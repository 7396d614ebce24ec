import { addLitemail, connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 20, mailboxes: 300, subscriptions: 9 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

test('billing-filled', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Read the invoices' }).click()
  await expect(page.getByRole('main')).toContainText('LM-2026-0001')
  await picture('billing-filled')
  await page.keyboard.press('Control+Shift+H')
  await picture('billing-hidden')
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

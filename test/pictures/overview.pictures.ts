import type { Page } from '@playwright/test'
import { addLitemail, connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex', 'Initech'], domains: 60, mailboxes: 1_200 }
const SECOND_KEY = 'lm_live_second_user_000000000001'

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click()

async function openRead(page: Page, server: string): Promise<void> {
  await connectLitemail(page, { server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
}

test('overview-filled', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openRead(page, litemail.server)
  await picture('overview-filled')
  await page.getByRole('button', { name: 'What was read when' }).click()
  await expect(page.getByRole('list', { name: 'What was read when' })).toBeVisible()
  await picture('overview-parts')
})

test('overview-demo', async ({ open }) => {
  const { page, picture } = await open({ args: ['--demo'] })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toContainText('Updated', { timeout: 60_000 })
  await picture('overview-demo')
})

test('overview-empty', async ({ open, litemail }) => {
  litemail.addUser({
    id: 'new',
    keys: [SECOND_KEY],
    holds: { workspaces: ['Acme'], domains: 0, mailboxes: 0, subscriptions: 0, tags: 0 },
  })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, key: SECOND_KEY, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await picture('overview-empty')
})

test('overview-not-loaded', async ({ open, litemail }) => {
  await litemail.goOffline()
  const { page, picture } = await open()
  await addLitemail(page, litemail.server, 'Agency')
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toContainText('ot loaded')
  await picture('overview-not-loaded')
})

test('overview-reading', async ({ open, litemail }) => {
  litemail.next({ kind: 'hold', at: 'received' }, { query: { page: '4' } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toContainText(/Reading mailboxes, page \d of \d, /, { timeout: 60_000 })
  await picture('overview-reading')
  litemail.release()
})

test('overview-incomplete', async ({ open, litemail }) => {
  litemail.configure({ pagingOf: { mailboxes: { total: { add: 800 } } } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toContainText('ncomplete', { timeout: 90_000 })
  await picture('overview-incomplete')
})

test('overview-offline', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openRead(page, litemail.server)
  await litemail.goOffline()
  await refresh(page)
  await expect(freshness(page)).toContainText('Offline. As of', { timeout: 60_000 })
  await picture('overview-offline')
})

test('overview-failing', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openRead(page, litemail.server)
  litemail.configure({ paths: { 'domains.list': '404', 'tags.list': 'html', 'wallet.balance': '405' } })
  await refresh(page)
  await expect(freshness(page)).toContainText('path not known', { timeout: 60_000 })
  await picture('overview-failing')
  await page.getByRole('button', { name: 'What was read when' }).click()
  await expect(page.getByRole('list', { name: 'What was read when' })).toBeVisible()
  await picture('overview-failing-parts')
  await page.keyboard.press('Escape')

  litemail.revokeKey(LITEMAIL_KEY)
  await refresh(page)
  await expect(freshness(page)).toContainText('key refused', { timeout: 60_000 })
  await picture('overview-key-refused')
})

test('overview-doubt', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openRead(page, litemail.server)
  const { mailboxes } = litemail.holdings()
  litemail.removeMailboxes(mailboxes.slice(0, 500).map(({ id }) => id))
  // Only what two whole readings in turn do not meet is missing.
  await expect(async () => {
    await refresh(page)
    await expect(page.getByText(/are missing at Litemail/).first()).toBeVisible({ timeout: 10_000 })
  }).toPass({ timeout: 120_000 })
  await picture('overview-doubt')
})

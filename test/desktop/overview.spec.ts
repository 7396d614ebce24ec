import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import {
  addLitemail,
  connectLitemail,
  expectRows,
  fleetGrid,
  freshness,
  openFleet,
} from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY } from '../support/litemail/server'

// The fleet in a few figures: each is the service's, leads to what it counts, and is missing where nothing was read.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 20, mailboxes: 300 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const main = (page: Page) => page.getByRole('main')
const region = (page: Page, name: string) => main(page).getByRole('region', { name })
const figure = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name })
const refresh = (page: Page) => main(page).getByRole('button', { name: 'Refresh', exact: true }).click()

/** A fleet that was read to its end before, in the overview. */
async function openKnown(page: Page): Promise<void> {
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText(/^Updated/)
}

test('every figure is what the service holds, and opens the list of exactly that', async ({
  launchRead,
  litemail,
}) => {
  const { mailboxes } = litemail.holdings()
  const active = mailboxes.filter((one) => one.status === 'ACTIVE').length
  const page = await (await launchRead()).window()
  await openKnown(page)
  await expect(figure(page, 'All 300 mailboxes')).toHaveText('300')
  await expect(figure(page, 'All 20 domains')).toHaveText('20')

  await figure(page, `${active} mailboxes: Active`).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mailboxes' })).toBeVisible()
  await expectRows(page, 'Mailboxes', active)

  await openFleet(page, 'Overview')
  const renewing = await figure(page, /mailboxes renew: Next 30 days$/).textContent()
  await figure(page, /mailboxes renew: Next 30 days$/).click()
  await expectRows(page, 'Mailboxes', Number(/^\d+/.exec(renewing ?? '')?.[0]))

  await openFleet(page, 'Overview')
  await figure(page, /domains: Active$/).click()
  await expect(fleetGrid(page, 'Domains')).toBeVisible()
  await openFleet(page, 'Overview')
  await figure(page, 'All 300 mailboxes').click()
  await expectRows(page, 'Mailboxes', 300)
})

test('figures are reached and opened by the keyboard', async ({ launchRead }) => {
  const page = await (await launchRead()).window()
  await openKnown(page)
  await figure(page, 'All 20 domains').focus()
  await page.keyboard.press('Enter')
  await expectRows(page, 'Domains', 20)
})

test('renewals are held against the wallet, and say what has no price', async ({ launch, litemail }) => {
  const held = litemail.holdings()
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  for (const [n, one] of held.subscriptions.entries()) {
    held.subscriptions[n] = { ...one, periodEnd: inDays(n < 3 ? 3 : 20), price: n === 0 ? 84 : null }
  }
  const count = held.subscriptions.length
  const page = await (await launch()).window()
  await connectLitemail(page, litemail)
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  const renewals = region(page, 'Renewals')
  await expect(renewals).toContainText('At least $84; 2 subscriptions have no price')
  await expect(renewals).toContainText(`At least $84; ${count - 1} subscriptions have no price`)
  await expect(region(page, 'Wallet')).toContainText('$')
})

test('what was never read has no figure, and is read as soon as the service is there', async ({
  launch,
  litemail,
}) => {
  await litemail.goOffline()
  const page = await (await launch()).window()
  await addLitemail(page, litemail.server)
  await openFleet(page, 'Overview')
  for (const name of ['Mailboxes', 'Domains', 'Renewals', 'Wallet'])
    await expect(region(page, name)).toContainText('Not loaded yet')
  expect(await main(page).getByRole('link').count()).toBe(0)

  await litemail.comeBack()
  await refresh(page)
  await expect(figure(page, 'All 300 mailboxes')).toBeVisible({ timeout: 60_000 })
})

test('offline the figures stay, with the moment that they are of', async ({ launchRead, litemail }) => {
  const page = await (await launchRead()).window()
  await openKnown(page)
  await litemail.goOffline()
  await refresh(page)
  await expect(freshness(page)).toHaveText(/^Offline\. As of \w{3} \d{1,2} \w{3} \d\d:\d\d$/, {
    timeout: 60_000,
  })
  await expect(figure(page, 'All 300 mailboxes')).toHaveText('300')
  await expect(region(page, 'Stale or failing')).toContainText('Not reached: Agency.')

  await litemail.comeBack()
  await refresh(page)
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
})

test('what fails is named with its reason, and its figures stay', async ({ launchRead, litemail }) => {
  const page = await (await launchRead()).window()
  await openKnown(page)
  litemail.configure({ paths: { 'domains.list': '404' } })
  await refresh(page)
  // How long ago the domains were read is as the profile tells it that the journey began with.
  await expect(freshness(page)).toHaveText(
    /^Updated just now; domains (?:just now|\d+ min ago): path not known$/,
    { timeout: 60_000 },
  )
  await expect(figure(page, 'All 20 domains')).toHaveText('20')
  const failing = region(page, 'Stale or failing').getByRole('listitem')
  await expect(failing).toHaveCount(1)
  await expect(failing).toContainText('Litemail does not know where Mailroom asked for “domains.list” (404).')

  await expect(failing.getByRole('button', { name: 'Fix path' })).toBeVisible()

  litemail.configure({ paths: {} })
  // A press while the other lists are still being read joins that reading, which has been through the domains.
  await expect(async () => {
    if ((await failing.count()) > 0) await refresh(page)
    await expect(failing).toHaveCount(0, { timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await expect(region(page, 'Stale or failing')).toContainText('Everything was read to its end.')
})

test('a refused key leads to the one dialog that mends it', async ({ launchRead, litemail }) => {
  const page = await (await launchRead()).window()
  await openKnown(page)
  litemail.addKey('anna', 'lm_live_second_key_of_anna')
  litemail.revokeKey(LITEMAIL_KEY)
  await refresh(page)
  await expect(freshness(page)).toContainText('key refused', { timeout: 60_000 })
  const failing = region(page, 'Stale or failing')
  await failing.getByRole('button', { name: 'Replace key' }).first().click()
  await page
    .getByRole('dialog', { name: 'Replace key' })
    .locator('input[type=password]')
    .fill('lm_live_second_key_of_anna')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Key replaced. Litemail accepts the new one.')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
})

test('much that is missing is asked about, and kept or given up as the user says', async ({
  launchRead,
  litemail,
}) => {
  test.slow()
  const page = await (await launchRead()).window()
  await openKnown(page)
  const acme = litemail.holdings().workspaces[0]?.id
  const missing = litemail.holdings().mailboxes.filter(({ workspaceId }) => workspaceId === acme)
  litemail.removeMailboxes(missing.slice(0, 100).map(({ id }) => id))

  // A few of them were asked about one by one, and are known to be gone.
  const question = main(page).getByText(/^\d\d mailboxes of \d+ in Acme are missing at Litemail\.$/)
  await expect(async () => {
    await refresh(page)
    await expect(question).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 120_000 })
  await expect(figure(page, /^All 29\d mailboxes$/)).toBeVisible()
  await main(page).getByRole('button', { name: 'They are gone' }).click()
  await expect(question).toHaveCount(0)
  await expect(figure(page, 'All 200 mailboxes')).toBeVisible()
})

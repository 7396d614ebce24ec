import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import {
  connectLitemail,
  expectRows,
  fleetGrid,
  fleetRow,
  freshness,
  openFleet,
} from '../support/app/fleetJourney'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { press } from './list/addressList'
import { openKnownList, openReadList, untilRead } from './list/fleetList'

// The list of mailboxes while it is being read, where it cannot be, and with what nobody expects in it.

const FLEET = { workspaces: ['Acme'], domains: 4, mailboxes: 150 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const rowCount = async (page: Page) =>
  Number(await fleetGrid(page, 'Mailboxes').getAttribute('aria-rowcount')) - 1

/** Puts these addresses into the list, one mailbox each. */
function holdAddresses(litemail: Litemail, emails: readonly string[]): void {
  for (const [index, email] of emails.entries()) {
    const { id } = litemail.holdings().mailboxes[index] ?? { id: '' }
    litemail.changeMailbox(id, { email })
  }
}

test('rows can be used from the first page on, and the keyboard stays on its row while others come', async ({
  launch,
  litemail,
}) => {
  litemail.configure({ paging: { cap: 10 } })
  const page = await (await launch()).window()
  await connectLitemail(page, litemail)
  await openFleet(page, 'Mailboxes')
  const first = fleetGrid(page, 'Mailboxes').getByRole('row').nth(1)
  await first.focus()
  const early = await rowCount(page)
  expect(early).toBeLessThan(150)
  const email = await page.evaluate(() => {
    const sought = document.activeElement?.querySelector('[role="gridcell"]')?.textContent ?? ''
    const lost: string[] = []
    const look = () => {
      const text = document.activeElement?.textContent ?? ''
      if (!text.includes(sought)) lost.push(text.slice(0, 80))
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
    Object.assign(globalThis, { lostFocus: lost })
    return sought
  })
  expect(email).toContain('@')

  await expectRows(page, 'Mailboxes', 150)
  await expect(freshness(page)).toHaveText('Updated just now')
  // Put there above.
  const lost = await page.evaluate(() => (globalThis as unknown as { lostFocus: string[] }).lostFocus)
  expect(lost).toEqual([])
  await expect(fleetRow(page, 'Mailboxes', email)).toBeFocused()
  await expect(fleetRow(page, 'Mailboxes', email)).toBeInViewport({ ratio: 1 })
})

test('every row knows its place in the list: at the end of it, and where more rows come above it than are loaded', async ({
  launchRead,
  litemail,
}) => {
  const page = await (await launchRead()).window()
  await openKnownList(page, 'Mailboxes', 150)
  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(1).focus()
  await press(page, 'End')
  const last = litemail
    .holdings()
    .mailboxes.map(({ email }) => email)
    .sort()
    .at(-1)
  await expect(fleetRow(page, 'Mailboxes', last ?? '')).toBeFocused()
  await expect(fleetRow(page, 'Mailboxes', last ?? '')).toHaveAttribute('aria-rowindex', '151')
  await press(page, 'Home')
  await expect(fleetGrid(page, 'Mailboxes').locator('[aria-rowindex="2"]')).toBeFocused()

  const held = fleetGrid(page, 'Mailboxes').locator('[aria-rowindex="11"]')
  await expect(held).toContainText('@')
  await held.focus()
  const email = (await held.getByRole('gridcell').first().textContent()) ?? ''
  await untilRead(page)
  for (let index = 0; index < 600; index += 1) litemail.addMailbox({ id: `00-${index}` })
  await page.evaluate(() => window.bridge.call('fleet.refresh', {}))
  await expectRows(page, 'Mailboxes', 750)
  await expect(fleetRow(page, 'Mailboxes', email)).toHaveAttribute('aria-rowindex', '611')
  await expect(fleetRow(page, 'Mailboxes', email)).toBeFocused()
  await expect(fleetRow(page, 'Mailboxes', email)).toBeInViewport({ ratio: 1 })
  // Out of sight it is what the keyboard comes back to.
  await fleetGrid(page, 'Mailboxes').evaluate((grid) => grid.scrollTo({ top: 0 }))
  await expect(fleetGrid(page, 'Mailboxes').locator('[aria-rowindex="2"]')).toContainText('00-0@')
  await untilRead(page)
  for (let index = 600; index < 900; index += 1) litemail.addMailbox({ id: `00-${index}` })
  await page.evaluate(() => window.bridge.call('fleet.refresh', {}))
  await expectRows(page, 'Mailboxes', 1_050)
  await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', '911')
  await press(page, 'ArrowUp')
  await press(page, 'ArrowDown')
  await expect(fleetRow(page, 'Mailboxes', email)).toBeFocused()
  await expect(fleetRow(page, 'Mailboxes', email)).toBeInViewport({ ratio: 1 })
})

test('what a service calls its mailboxes is text, whatever it looks like and however long it is', async ({
  launch,
  litemail,
}) => {
  const hostile = [
    '<img src=x onerror="document.title=1">@evil.test',
    'صندوق@بريد.test',
    '\u202Eevil\u202C@reversed.test',
    `${'long'.repeat(1_000)}@long.test`,
    '=cmd|calc@formula.test',
  ]
  holdAddresses(litemail, hostile)
  const page = await (await launch()).window()
  await openReadList(page, litemail, 'Mailboxes', 150)
  for (const text of ['<img src=x', 'صندوق', 'evil', 'longlong', '=cmd']) {
    await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill(text)
    await expect(fleetGrid(page, 'Mailboxes').getByRole('row').nth(1)).toContainText(text)
  }
  expect(await page.getByRole('main').locator('img').count()).toBe(0)
  expect(await page.title()).toContain('Mailboxes')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const grid = fleetGrid(page, 'Mailboxes')
  expect(await grid.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
})

test('a list that was never read is not loaded, never empty, and names what failed', async ({
  launch,
  litemail,
}) => {
  litemail.configure({ paths: { 'mailboxes.list': '404' } })
  const page = await (await launch()).window()
  await connectLitemail(page, litemail)
  await openFleet(page, 'Mailboxes')
  const main = page.getByRole('main')
  await expect(main.getByRole('alert')).toContainText('The mailboxes could not be read from Litemail')
  await expect(main).not.toContainText('No mailboxes')
  await expect(main).not.toContainText(/\b0 mailboxes/)

  await untilRead(page)
  litemail.configure({ paths: {} })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expectRows(page, 'Mailboxes', 150)
  await expect(main.getByRole('alert')).toHaveCount(0)
})

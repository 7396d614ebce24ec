import type { Page } from '@playwright/test'
import { mailboxesByAddress } from '../../src/shared/mailbox'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, fleetRow, freshness, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import type { Arrival } from '../support/loopback/arrivals'

// A reading that is interrupted keeps what it read and its place, and nothing goes that was only not met.

const PAGES = 12
const FLEET = { workspaces: ['Acme'], domains: 6, mailboxes: 10 * PAGES }
/** It tries again by itself, the later the longer nobody answered. */
const BY_ITSELF = { timeout: 120_000 }

test.use({
  litemailOptions: {
    users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }],
    paging: { cap: 10 },
  },
})

const isPage = ({ path, query }: Arrival) => path === '/v1/mailboxes' && query.page !== undefined
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click()

/** Which pages of mailboxes were answered whole, in order; the first one is how the size of pages is found. */
const pagesRead = ({ requests }: Litemail): number[] => {
  const answered = requests.filter(
    (arrival) => isPage(arrival) && arrival.answered?.status === 200 && arrival.answered.whole,
  )
  return answered.map(({ query }) => Number(query.page))
}

/** In the very moment in which a page is asked for. Only once. */
function atPage(litemail: Litemail, number: number, act: () => void): void {
  const stop = litemail.on('received', (arrival) => {
    if (!isPage(arrival) || Number(arrival.query.page) !== number) return
    stop()
    act()
  })
}

/** The whole list, once: at most one page was read a second time. */
async function expectWhole(page: Page, litemail: Litemail): Promise<void> {
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)
  await expect(freshness(page)).toHaveText('Updated just now', BY_ITSELF)
  const read = pagesRead(litemail)
  expect(new Set(read).size).toBe(PAGES)
  expect(read.filter((number) => number > 1).length).toBeLessThanOrEqual(PAGES)
}

test('a service that goes away in the middle leaves what was read; back again, it is read on from there', async ({
  launch,
  litemail,
}) => {
  test.setTimeout(240_000)
  const app = await launch()
  const page = await app.window()
  atPage(litemail, 7, () => void litemail.goOffline())
  await connectLitemail(page, litemail)
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toHaveText(/^Offline\. Incomplete: [56]0 of about 120$/, BY_ITSELF)
  await expectRows(page, 'Mailboxes', new Set(pagesRead(litemail)).size * 10)

  await litemail.comeBack()
  await expect(freshness(page)).toHaveText('Updated just now', BY_ITSELF)
  await expectWhole(page, litemail)
})

test('a token that ends in the middle pauses the reading, and another one goes on from its place', async ({
  launch,
  litemail,
}) => {
  test.setTimeout(240_000)
  const app = await launch()
  const page = await app.window()
  atPage(litemail, 6, () => litemail.skipTime(3_600_000))
  await connectLitemail(page, { server: litemail.server, key: litemail.token(), authentication: 'JWT' })
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toHaveText(/^Incomplete, [45]0 of about 120: key refused$/, BY_ITSELF)

  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
  await page.getByRole('button', { name: 'Replace key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replace key' })
  await dialog.getByLabel('JWT', { exact: true }).and(page.locator('[type=password]')).fill(litemail.token())
  await dialog.getByRole('button', { name: 'Replace key' }).click()
  await expect(status(page)).toContainText('Key replaced.')
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toHaveText('Updated just now', BY_ITSELF)
  await expectWhole(page, litemail)
})

test('a web page in place of every answer changes nothing that was read, and is over by itself', async ({
  launchRead,
  litemail,
}) => {
  test.setTimeout(240_000)
  const app = await launchRead()
  const page = await app.window()
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)
  litemail.addMailbox({ id: 'made.meanwhile' })

  litemail.faults(() => ({ kind: 'html', act: false }))
  await refresh(page)
  await expect(freshness(page)).toContainText('a web page answered', BY_ITSELF)
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)

  litemail.clearFaults()
  await expect(freshness(page)).toHaveText('Updated just now', BY_ITSELF)
  await expectRows(page, 'Mailboxes', FLEET.mailboxes + 1)
})

test('where more than a tenth is missing nothing goes before the user says so', async ({
  launchRead,
  litemail,
}) => {
  test.setTimeout(180_000)
  const app = await launchRead()
  const page = await app.window()
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)

  // Nothing can be asked about one by one: only whole readings tell what is missing.
  litemail.configure({ paths: { 'mailboxes.get': '404' } })
  const gone = litemail.holdings().mailboxes.slice(0, 30)
  litemail.removeMailboxes(gone.map(({ id }) => id))
  const question = page.getByText('30 mailboxes of 120 in Acme are missing at Litemail.')
  // One whole reading misses them; a second one in turn makes it a question.
  await expect(async () => {
    await refresh(page)
    await expect(question).toBeVisible({ timeout: 10_000 })
  }).toPass(BY_ITSELF)
  await expectRows(page, 'Mailboxes', 120)
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill(gone[0]?.email ?? '')
  await expect(fleetRow(page, 'Mailboxes', gone[0]?.email ?? '')).toContainText('not seen since')
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('')

  await page.getByRole('button', { name: 'They are gone' }).click()
  await expect(status(page)).toContainText('Removed from this list: 30 mailboxes.')
  await expect(question).toHaveCount(0)
  await expectRows(page, 'Mailboxes', 90)
})

test('what is deleted at Litemail while pages are read goes, and nothing with it', async ({
  launchRead,
  litemail,
}) => {
  test.setTimeout(180_000)
  const [first, second, ...left] = litemail.holdings().mailboxes.map(({ id }) => id)
  const app = await launchRead()
  const page = await app.window()
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)

  // Every page behind moves by two rows: those two at its edge are not met.
  atPage(litemail, 5, () => void litemail.removeMailboxes([first ?? '', second ?? '']))
  await refresh(page)
  await expectRows(page, 'Mailboxes', left.length)
  await expect(freshness(page)).toHaveText('Updated just now', BY_ITSELF)
  const ids = await page.evaluate(async (view) => {
    const listed = await window.bridge.call('mailboxes.list', { view, offset: 0, limit: 500 })
    return listed.ok ? listed.value.rows.map(({ serviceId }) => serviceId) : []
  }, mailboxesByAddress)
  expect(ids.toSorted()).toEqual(left.toSorted())
})

test('a Mailroom that is killed in the middle goes on from its place', async ({ launch, litemail }) => {
  test.setTimeout(240_000)
  const first = await launch()
  const asked = litemail.when('received', { path: '/v1/mailboxes', query: { page: '7' } }, 60_000)
  await connectLitemail(await first.window(), litemail)
  await asked
  await first.kill()

  const app = await launch({ userData: first.userData })
  const page = await app.window()
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toHaveText('Updated just now', BY_ITSELF)
  await expectWhole(page, litemail)
})

import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, fleetGrid, fleetRow, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expectFocus, press } from './list/addressList'
import { fleetDetails, fleetFilter, openKnownList, openReadList } from './list/fleetList'

// The list of domains, and the way between a domain and its mailboxes.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 12, mailboxes: 120 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const row = (page: Page, text: string) => fleetRow(page, 'Domains', text)
const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search domains' })

test('each domain counts its mailboxes and leads to them and back', async ({ launchRead, litemail }) => {
  const page = await (await launchRead()).window()
  await openKnownList(page, 'Domains', 12)
  const { domain } = litemail.holdings().domains[5] ?? { domain: '' }
  const own = litemail.holdings().mailboxes.filter((mailbox) => mailbox.domain === domain)

  await row(page, domain)
    .getByRole('button', { name: `${own.length} mailboxes: show those of ${domain}` })
    .click()
  await expectRows(page, 'Mailboxes', own.length)
  await expect(fleetFilter(page, `Domain: ${domain}`)).toBeVisible()
  await expect(page.getByText(`${own.length} of 120 mailboxes`)).toBeVisible()

  await fleetRow(page, 'Mailboxes', own[0]?.email ?? '').focus()
  await press(page, 'Enter')
  await fleetDetails(page)
    .getByRole('button', { name: `Show the domain ${domain}` })
    .click()
  await expectRows(page, 'Domains', 1)
  await expect(searchBox(page)).toHaveValue(domain)
})

test('what is known of a domain stands in its details; its note is kept and found', async ({
  launch,
  litemail,
  session,
}) => {
  const known = litemail.holdings().domains[2]
  if (known === undefined) throw new Error('no domain')
  litemail.changeDomain(known.id, { forwardTo: 'https://landing.test', catchAllEmail: `all@${known.domain}` })
  const app = await launch()
  const page = await app.window()
  await openReadList(page, litemail, 'Domains', 12)
  await row(page, known.domain).focus()
  await press(page, 'Enter')
  await expectFocus(page, fleetDetails(page).getByRole('heading', { name: known.domain }))
  for (const fact of ['https://landing.test', `all@${known.domain}`, known.id, 'Acme', 'Renews by itself'])
    await expect(fleetDetails(page)).toContainText(fact)
  await fleetDetails(page).getByRole('textbox', { name: 'Note' }).fill('Client: quokka')
  await press(page, 'Control+Enter')
  await expect(row(page, known.domain)).toContainText('Client: quokka')
  await press(page, 'Escape')
  await expectFocus(page, row(page, known.domain))

  await press(page, 'Control+c')
  await expect(status(page)).toContainText('Copied 1 domain.')
  expect(await session.readClipboard()).toBe(known.domain)
  await app.close()

  const again = await (await launch({ userData: app.userData })).window()
  await openFleet(again, 'Domains')
  await expectRows(again, 'Domains', 12)
  await searchBox(again).fill('quokka')
  await expectRows(again, 'Domains', 1)
  await expect(row(again, known.domain).locator('mark')).toHaveText('quokka')
})

test('where the list of domains does not answer, those seen in mailboxes are listed and marked so', async ({
  launch,
  litemail,
}) => {
  litemail.configure({ paths: { 'domains.list': '404' } })
  const page = await (await launch()).window()
  await connectLitemail(page, litemail)
  await openFleet(page, 'Domains')
  await expectRows(page, 'Domains', 12)
  const { domain } = litemail.holdings().domains[0] ?? { domain: '' }
  await expect(row(page, domain)).toContainText('Seen in mailboxes')
  await expect(row(page, domain).getByRole('button', { name: /^\d+ mailboxes: show those of/ })).toBeVisible()
  await row(page, domain).focus()
  await press(page, 'Enter')
  await expect(fleetDetails(page)).toContainText('No list of domains showed it.')
})

test('domains are ordered by a press on a title and narrowed down by status, with counts', async ({
  launch,
  litemail,
}) => {
  const known = litemail.holdings().domains
  for (const [index, { id }] of known.entries())
    litemail.changeDomain(id, {
      status: index < 4 ? 'PENDING_NAMESERVERS' : 'ACTIVE',
      expireOn: new Date(Date.now() + (index + 2) * 86_400_000).toISOString(),
    })
  const app = await launch()
  const page = await app.window()
  // Wide enough to show when a domain expires beside what its mail hangs on.
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1500, 800),
  )
  await openReadList(page, litemail, 'Domains', 12)
  const firstRow = fleetGrid(page, 'Domains').getByRole('row').nth(1)
  const title = fleetGrid(page, 'Domains').getByRole('columnheader', { name: 'Expires' })
  await title.getByRole('button').click()
  await expect(title).toHaveAttribute('aria-sort', 'descending')
  await expect(firstRow).toContainText(known[11]?.domain ?? '')
  await title.getByRole('button').click()
  await expect(title).toHaveAttribute('aria-sort', 'ascending')
  await expect(firstRow).toContainText(known[0]?.domain ?? '')
  await expect(firstRow).toContainText('in 2 days')

  await fleetFilter(page, 'Status').click()
  const pending = page.getByRole('menuitemcheckbox', { name: 'Pending nameservers' })
  await expect(pending).toContainText('4')
  await pending.click()
  await press(page, 'Escape')
  await expectRows(page, 'Domains', 4)
  await fleetFilter(page, 'Expiring soon').click()
  await page.getByRole('menuitemradio', { name: 'Within 7 days' }).click()
  await expectRows(page, 'Domains', 4)
  await page.getByRole('button', { name: 'Remove filter Status' }).click()
  await expectFocus(page, fleetFilter(page, 'Status'))
  await expectRows(page, 'Domains', 6)
})

import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, fleetRow, freshness, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { litemailLimits } from '../support/litemail/switches'

// Litemail from the connected key to the address on the clipboard, at a service that counts strictly.

test.use({
  litemailOptions: {
    users: [
      {
        id: 'anna',
        keys: [LITEMAIL_KEY],
        holds: { workspaces: ['Acme', 'Globex'], domains: 6, mailboxes: 120 },
      },
    ],
    limits: litemailLimits(),
    delays: { beforeMs: 75, afterMs: 75 },
  },
})

const refusals = ({ requests }: Litemail) => requests.filter(({ answered }) => answered?.status === 429)

test('a key is enough: what answers is said, and mailboxes of all workspaces are listed, searched and copied', async ({
  launch,
  litemail,
  session,
}) => {
  const app = await launch()
  const page = await app.window()

  expect(await connectLitemail(page, litemail)).toBe('Tried 16 reads, 16 answered. Nothing was changed.')
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', 120)
  await expect(freshness(page)).toHaveText('Updated just now')

  const wanted = litemail.holdings().mailboxes.at(-1)
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill(wanted?.email ?? '')
  await expectRows(page, 'Mailboxes', 1)
  await expect(fleetRow(page, 'Mailboxes', wanted?.email ?? '')).toContainText('Globex')
  await fleetRow(page, 'Mailboxes', wanted?.email ?? '').click()
  await page.keyboard.press('Control+c')
  await expect(status(page)).toContainText('Copied 1 mailbox.')
  expect(await session.readClipboard('clipboard')).toBe(wanted?.email)

  await openFleet(page, 'Domains')
  await expectRows(page, 'Domains', 6)
  await openFleet(page, 'Overview')
  await expect(page.getByRole('link', { name: 'All 120 mailboxes' })).toBeVisible()
  expect(refusals(litemail)).toEqual([])
})

test('at ten rows a page the first page can be searched and copied while the others are still read', async ({
  launch,
  litemail,
  session,
}) => {
  // What is held back is counted when it arrives; others must not be underway meanwhile.
  litemail.configure({ paging: { cap: 10 }, delays: { beforeMs: 0, afterMs: 0 } })
  const app = await launch()
  const page = await app.window()
  const [first] = litemail.holdings().mailboxes
  litemail.next({ kind: 'hold', at: 'acted' }, { path: '/v1/mailboxes', query: { page: '4' } })

  await connectLitemail(page, litemail)
  await openFleet(page, 'Mailboxes')
  await litemail.when('received', { path: '/v1/mailboxes', query: { page: '4' } })
  await expect(freshness(page)).toHaveText(/^Reading mailboxes, page \d+ of 6, (Acme|Globex)$/)
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill(first?.email ?? '')
  await expectRows(page, 'Mailboxes', 1)
  await fleetRow(page, 'Mailboxes', first?.email ?? '').click()
  await page.keyboard.press('Control+c')
  await expect.poll(() => session.readClipboard('clipboard')).toBe(first?.email)

  expect(litemail.release()).toBe(1)
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('')
  await expectRows(page, 'Mailboxes', 120)
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 30_000 })
  expect(refusals(litemail)).toEqual([])
})

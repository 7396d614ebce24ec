import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'

// The fleet in the tray: one line, in the words of the window, that asks for nobody unless somebody has to act.

const FLEET = { workspaces: ['Acme'], domains: 5, mailboxes: 60 }
test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

test('a line tells how many mailboxes are known and how fresh that is, and leads to the overview', async ({
  panel,
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  const labels = async () => (await panel.labels()).join('\n')
  await expect.poll(labels).toContain('New address')
  expect(await labels()).not.toMatch(/mailbox|Litemail/)

  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await expect.poll(labels, { timeout: 60_000 }).toContain('60 mailboxes · updated just now')
  await panel.press('60 mailboxes · updated just now')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  await litemail.goOffline()
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect
    .poll(labels, { timeout: 60_000 })
    .toMatch(/60 mailboxes · offline\. As of \w{3} \d+ \w{3} \d\d:\d\d/)

  await litemail.comeBack()
  litemail.revokeKey(LITEMAIL_KEY)
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect.poll(labels, { timeout: 60_000 }).toContain('Litemail refused the key')
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', 60)
})

import { connectLitemail, expectRows, fleetGrid, freshness, openFleet } from '../support/app/fleetJourney'
import { forty } from '../support/litemail/forty'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex', 'Initech'], domains: 8, mailboxes: 16 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

test('mailbox-writes', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', 16)
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  const { domains } = litemail.holdings()

  await page.getByRole('button', { name: 'New mailboxes…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New mailboxes' })
  await dialog.getByLabel('First name').fill('Zoë')
  await dialog.getByLabel('Last name').fill('Groß')
  await dialog.getByLabel('Domain', { exact: true }).fill(domains[0]?.domain ?? '')
  await expect(dialog.getByText('1 of 1 can be assigned.')).toBeVisible()
  await picture('mailbox-writes-form')

  await dialog.getByText('A pasted list', { exact: true }).click()
  await dialog.getByLabel('People, one a line').fill(forty(domains.map(({ domain }) => domain)))
  await expect(dialog.getByText('36 of 40 can be assigned.')).toBeVisible()
  await picture('mailbox-writes-list')
  await dialog.getByText('36 of 40 can be assigned.').scrollIntoViewIfNeeded()
  await picture('mailbox-writes-rows')
  await page.keyboard.press('Escape')

  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(1).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 selected')).toBeVisible()
  const change = () => page.getByRole('toolbar').getByRole('button', { name: 'Change' }).click()
  await change()
  await picture('mailbox-writes-selected')
  await page.getByRole('menuitem', { name: 'Edit names…' }).click()
  await expect(page.getByRole('dialog', { name: 'Edit 2 mailboxes' })).toBeVisible()
  await picture('mailbox-writes-edit')
  await page.keyboard.press('Escape')
  await change()
  await page.getByRole('menuitem', { name: 'Tags…' }).click()
  await expect(page.getByRole('dialog', { name: 'Tags of 2 mailboxes' })).toBeVisible()
  await picture('mailbox-writes-tags')
  await page.keyboard.press('Escape')

  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(1).focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText('Id at Litemail')
  await picture('mailbox-writes-details')
  await details.getByRole('button', { name: 'Edit…' }).click()
  await expect(page.getByRole('dialog', { name: /^Edit / })).toBeVisible()
  await picture('mailbox-writes-edit-one')
})

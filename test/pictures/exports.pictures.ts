import type { Page } from '@playwright/test'
import { openReadList } from '../desktop/list/fleetList'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { addLitemail, fleetGrid, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { answerInstead } from './support/answers'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 8, mailboxes: 60 }
test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const main = (page: Page) => page.getByRole('main')

async function exportSome(page: Page): Promise<void> {
  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(1).click()
  for (let n = 1; n < 5; n++) await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'To a platform…' }).click()
}

test('exports', async ({ open, litemail, session }) => {
  const { app, page, picture } = await open()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  await exportSome(page)
  await picture('exports-wizard')
  await page.getByText('Export mailboxes', { exact: true }).click()
  await picture('exports-wizard-guessed')
  await page.getByText('Connect inboxes', { exact: true }).click()
  await page.getByRole('button', { name: 'Show what would be sent…' }).click()
  await page.getByLabel('Type “5” to confirm').fill('5')
  await picture('exports-plan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await openFleet(page, 'Exports')
  await expect(main(page)).toContainText('5 accepted')
  await picture('exports')
  await page.getByRole('button', { name: 'Read the export history' }).click()
  await expect(main(page)).toContainText('Answered')
  await page.getByRole('heading', { name: 'Litemail’s export history' }).scrollIntoViewIfNeeded()
  await picture('exports-history')
  await page.getByRole('button', { name: 'Login at a platform…' }).click()
  await page.getByRole('dialog').locator('[type=submit]').click()
  await picture('exports-login')
  await page.keyboard.press('Escape')

  await openFleet(page, 'Mailboxes')
  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(1).click()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'CSV with credentials…' }).click()
  await page.getByLabel('Type “60” to confirm').fill('6')
  await page.keyboard.press('Enter')
  await picture('exports-credentials')
  await answerFileDialogs(app, `${session.makeFolder('exports')}/secrets.csv`)
  await page.getByLabel('Type “60” to confirm').fill('60')
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText(/Credentials: \d+ of 60/)
  await picture('exports-credentials-under-way')
})

test('exports-nothing', async ({ open, litemail }) => {
  await litemail.goOffline()
  const { app, page, picture } = await open()
  await addLitemail(page, litemail.server, 'Agency')
  await openFleet(page, 'Exports')
  await expect(freshness(page)).toContainText('ot loaded')
  await picture('exports-not-loaded')
  await answerInstead(app, {
    'exports.begun': { kind: 'storage', problem: 'locked' },
    'exports.notExported': { kind: 'storage', problem: 'locked' },
  })
  await openFleet(page, 'Overview')
  await openFleet(page, 'Exports')
  await expect(main(page).getByRole('alert').first()).toBeVisible()
  await picture('exports-not-read')
})

test('exports-demo', async ({ open }) => {
  const { page, picture } = await open({ args: ['--demo'] })
  await openFleet(page, 'Exports')
  await expect(main(page)).toContainText(/of [\d,]+ listed mailboxes/, { timeout: 60_000 })
  await picture('exports-demo')
})

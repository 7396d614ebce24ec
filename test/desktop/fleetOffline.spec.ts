import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import { expectRows, fleetRow, freshness, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_CANARY } from '../support/litemail/records'
import { LITEMAIL_KEY } from '../support/litemail/server'

// What was read is here when nobody answers, says how old it is, and is renewed by itself.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 6, mailboxes: 120 }
const OFFLINE = /^Offline\. As of (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{2}:\d{2}$/
/** It tries again by itself, the later the longer nobody answered. */
const BY_ITSELF = { timeout: 120_000 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

async function seeEveryScreen(page: Page, words: string | RegExp): Promise<void> {
  for (const screen of ['Mailboxes', 'Domains', 'Overview'] as const) {
    await openFleet(page, screen)
    await expect(freshness(page)).toHaveText(words, BY_ITSELF)
  }
}

test('a fleet that was read is all there after a restart without its service, and is renewed when that is back', async ({
  launchRead,
  litemail,
  session,
}) => {
  test.setTimeout(300_000)
  await litemail.goOffline()
  const app = await launchRead()
  const page = await app.window()
  await seeEveryScreen(page, OFFLINE)

  const { mailboxes, subscriptions } = litemail.holdings()
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'All 120 mailboxes' })).toBeVisible()
  await expect(main.getByRole('link', { name: 'All 6 domains' })).toBeVisible()
  await expect(main.getByRole('link', { name: /^Balance of .*: \$142\.50$/ })).toBeVisible()
  expect(subscriptions.length).toBeGreaterThan(0)
  await expect(main.getByRole('region', { name: 'Renewals' })).toContainText('1 subscription')
  const active = mailboxes.filter(({ status: is }) => is === 'ACTIVE').length
  await main.getByRole('link', { name: `${active} mailboxes: Active` }).click()
  await expectRows(page, 'Mailboxes', active)
  await page.getByRole('button', { name: 'Remove filter Status' }).click()
  await expectRows(page, 'Mailboxes', 120)

  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Workspace' }).click()
  const choice = page.getByRole('menuitemcheckbox', { name: /^Globex/ })
  await expect(choice).toContainText('60')
  await choice.click()
  await page.keyboard.press('Escape')
  await expectRows(page, 'Mailboxes', 60)

  const wanted = mailboxes.at(-1)
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill(wanted?.username ?? '')
  await expectRows(page, 'Mailboxes', 1)
  await fleetRow(page, 'Mailboxes', wanted?.email ?? '').focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText(wanted?.email ?? '')
  await expect(details).toContainText(wanted?.id ?? '')
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('')
  await expectRows(page, 'Mailboxes', 60)
  const file = join(session.makeFolder('exports'), 'globex.csv')
  await answerFileDialogs(app, file)
  await page.getByRole('button', { name: 'Export as CSV…' }).click()
  await expect(status(page)).toContainText('Exported 60 mailboxes to globex.csv')
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  expect(lines).toHaveLength(61)
  expect(lines.join('\n')).toContain(wanted?.email)
  expect(lines.join('\n')).not.toContain(LITEMAIL_CANARY.pieces[0])

  litemail.addMailbox({ id: 'made.meanwhile', workspaceId: wanted?.workspaceId ?? '' })
  await litemail.comeBack()
  await seeEveryScreen(page, 'Updated just now')
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', 61)
})

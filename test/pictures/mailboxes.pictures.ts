import type { Page } from '@playwright/test'
import { untilRead } from '../desktop/list/fleetList'
import {
  addLitemail,
  connectLitemail,
  expectRows,
  fleetGrid,
  freshness,
  openFleet,
} from '../support/app/fleetJourney'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex', 'Initech'], domains: 24, mailboxes: 480 }
const DAY = 86_400_000

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const firstRow = (page: Page) => fleetGrid(page, 'Mailboxes').getByRole('row').nth(1)
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click()
const openFilter = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name }).click()

/** Statuses, tags and renewals of every kind among the first rows of the list. */
function vary({ holdings, changeMailbox }: Litemail): void {
  const { mailboxes, tags } = holdings()
  const inOrder = [...mailboxes].sort((one, other) => (one.email < other.email ? -1 : 1))
  const statuses = ['ACTIVE', 'IN_PROGRESS', 'SCHEDULED_FOR_REMOVAL', null, 'Waiting for DNS', 'ACTIVE']
  for (const [index, { id }] of inOrder.slice(0, 18).entries()) {
    changeMailbox(id, {
      status: statuses[index % statuses.length] ?? null,
      tags: tags.slice(0, index % 4),
      expireOn: index % 5 === 4 ? null : new Date(Date.now() + (index - 1) * 2 * DAY).toISOString(),
      ...(index % 6 === 3 ? { firstName: null, lastName: null } : {}),
    })
  }
}

async function openMailboxes(page: Page, litemail: Litemail, count = 480): Promise<void> {
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', count)
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
}

async function noteFirst(page: Page, note: string): Promise<void> {
  await firstRow(page).focus()
  await page.keyboard.press('n')
  await page.keyboard.type(note)
  await page.keyboard.press('Enter')
  await expect(firstRow(page)).toContainText(note.slice(0, 8))
}

test('mailboxes-filled', async ({ open, litemail }) => {
  vary(litemail)
  const { page, picture } = await open()
  await openMailboxes(page, litemail)
  await noteFirst(page, 'Sequence A, warm-up until March')
  await picture('mailboxes-filled')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Id at Litemail')
  await picture('mailboxes-details')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+a')
  await expect(page.getByText('480 selected')).toBeVisible()
  await picture('mailboxes-selected')
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('anna har')
  await expect(fleetGrid(page, 'Mailboxes').locator('mark').first()).toBeVisible()
  await picture('mailboxes-search')
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('nobody is called so')
  await expect(page.getByRole('heading', { name: 'No mailbox matches' })).toBeVisible()
  await picture('mailboxes-nothing-matches')
})

test('mailboxes-menus', async ({ open, litemail }) => {
  vary(litemail)
  const { page, picture } = await open()
  await openMailboxes(page, litemail)
  await openFilter(page, 'Domain')
  await expect(page.getByRole('menu')).toBeVisible()
  await picture('mailboxes-filter-domain')
  await page.keyboard.press('Escape')
  await openFilter(page, 'Status')
  await page.getByRole('menuitemcheckbox', { name: 'Active' }).click()
  await picture('mailboxes-filter-status')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Renews' })).toBeVisible()
  await picture('mailboxes-view')
  await page.keyboard.press('Escape')

  for (const name of ['Active ones', 'A name that is as long as names of views may be, sixty of']) {
    await page.getByRole('button', { name: /^Views/ }).click()
    await page.getByRole('button', { name: 'Save this view…' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    if (name === 'Active ones') await picture('mailboxes-save-view')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByRole('button', { name: /^Views/ }).click()
  await expect(page.getByRole('button', { name: 'Active ones', exact: true })).toBeVisible()
  await picture('mailboxes-views')
})

test('mailboxes-unseen', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openMailboxes(page, litemail)
  const inOrder = litemail
    .holdings()
    .mailboxes.map(({ id, email }) => ({ id, email }))
    .sort((one, other) => (one.email < other.email ? -1 : 1))
  // Nobody can say that they are gone.
  litemail.configure({ paths: { 'mailboxes.get': '405' } })
  litemail.removeMailboxes(inOrder.slice(1, 4).map(({ id }) => id))
  await untilRead(page)
  await refresh(page)
  await expect(page.getByRole('button', { name: 'Not seen 3' })).toBeVisible({ timeout: 60_000 })
  await picture('mailboxes-unseen')
  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(3).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Not seen since', {
    ignoreCase: true,
  })
  await picture('mailboxes-unseen-details')
})

test('mailboxes-long', async ({ open, litemail }) => {
  const hostile = [
    '!<img src=x onerror="document.title=1">@evil.test',
    '"صندوق"@بريد.test',
    `#${'long'.repeat(1_000)}@long.test`,
    '$=cmd|calc@formula.test',
  ]
  const { mailboxes } = litemail.holdings()
  for (const [index, email] of hostile.entries())
    litemail.changeMailbox(mailboxes[index]?.id ?? '', {
      email,
      domain: `${'sub.'.repeat(60)}example.test`,
      firstName: 'مرحبا '.repeat(20),
      lastName: '<b>bold</b>',
      status: `A status of ${'very '.repeat(40)}many words`,
      profilePicture: `https://cdn.litemail.test/${'x'.repeat(900)}.png`,
    })
  const { page, picture } = await open()
  await openMailboxes(page, litemail)
  await picture('mailboxes-long')
  await fleetGrid(page, 'Mailboxes').getByRole('row').filter({ hasText: '#longlong' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Id at Litemail')
  await picture('mailboxes-long-details')
})

test('mailboxes-reading', async ({ open, litemail }) => {
  litemail.next({ kind: 'hold', at: 'received' }, { query: { page: '2' } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toContainText(/Reading mailboxes/, { timeout: 60_000 })
  await expect(firstRow(page)).toBeVisible()
  await picture('mailboxes-reading')
  litemail.release()
})

test('mailboxes-incomplete', async ({ open, litemail }) => {
  litemail.configure({ pagingOf: { mailboxes: { total: { add: 800 } } } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toContainText('ncomplete', { timeout: 90_000 })
  await picture('mailboxes-incomplete')
})

test('mailboxes-offline', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openMailboxes(page, litemail)
  await litemail.goOffline()
  await refresh(page)
  await expect(freshness(page)).toContainText('Offline. As of', { timeout: 60_000 })
  await picture('mailboxes-offline')
})

test('mailboxes-failed', async ({ open, litemail }) => {
  litemail.configure({ paths: { 'mailboxes.list': '404' } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible({ timeout: 60_000 })
  await picture('mailboxes-failed')
})

test('mailboxes-not-loaded', async ({ open, litemail }) => {
  await litemail.goOffline()
  const { page, picture } = await open()
  await addLitemail(page, litemail.server, 'Agency')
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toContainText('ot loaded')
  await picture('mailboxes-not-loaded')
})

test('mailboxes-empty', async ({ open, litemail }) => {
  const key = 'lm_live_second_user_000000000001'
  const holds = { workspaces: ['Acme'], domains: 0, mailboxes: 0, subscriptions: 0, tags: 0 }
  litemail.addUser({ id: 'new', keys: [key], holds })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, key, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expect(page.getByRole('heading', { name: 'No mailboxes' })).toBeVisible({ timeout: 60_000 })
  await picture('mailboxes-empty')
})

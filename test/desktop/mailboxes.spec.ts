import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import { expectRows, fleetGrid, fleetRow, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_CANARY } from '../support/litemail/records'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expectFocus, press } from './list/addressList'
import { fleetDetails, fleetFilter, openKnownList, openReadList } from './list/fleetList'

// The list of mailboxes, as somebody works in it.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 24, mailboxes: 120 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search mailboxes' })
const details = fleetDetails
const row = (page: Page, text: string) => fleetRow(page, 'Mailboxes', text)
const firstRow = (page: Page) => fleetGrid(page, 'Mailboxes').getByRole('row').nth(1)

const openMailboxes = (page: Page) => openKnownList(page, 'Mailboxes', FLEET.mailboxes)

test('search marks what it finds while one types; filters count along, and go with one press', async ({
  launchRead,
}) => {
  const page = await (await launchRead()).window()
  await openMailboxes(page)

  await press(page, 'Control+f')
  await expectFocus(page, searchBox(page))
  await page.keyboard.type('anna')
  await expect(fleetGrid(page, 'Mailboxes').locator('mark').first()).toHaveText(/anna/i)
  await expect(page.getByText(/^\d+ of 120 mailboxes$/)).toBeVisible()

  await fleetFilter(page, 'Workspace').click()
  const globex = page.getByRole('menuitemcheckbox', { name: 'Globex' })
  const counted = Number((await globex.textContent())?.replace(/\D/g, ''))
  await globex.click()
  await press(page, 'Escape')
  await expectRows(page, 'Mailboxes', counted)
  await expect(page.getByRole('button', { name: 'Workspace: Globex' })).toBeVisible()

  await searchBox(page).fill('nothing is called so')
  await expect(page.getByRole('heading', { name: 'No mailbox matches' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('“nothing is called so” · Workspace: Globex')
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expectFocus(page, searchBox(page))
  await expectRows(page, 'Mailboxes', 120)
})

test('one of many domains is found by typing a part of its name', async ({ launchRead, litemail }) => {
  const page = await (await launchRead()).window()
  await openMailboxes(page)
  const { domain } = litemail.holdings().domains[17] ?? { domain: '' }
  const own = litemail.holdings().mailboxes.filter((mailbox) => mailbox.domain === domain)
  await fleetFilter(page, 'Domain').click()
  await expectFocus(page, page.getByRole('searchbox', { name: 'Find: Domain' }))
  await page.keyboard.type(domain.slice(1))
  const found = page.getByRole('menuitemcheckbox')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText(String(own.length))
  await press(page, 'ArrowDown', 'Enter')
  await expectRows(page, 'Mailboxes', own.length)
  await press(page, 'Escape')
  await expectFocus(page, fleetFilter(page, `Domain: ${domain}`))
})

test('"all that match" is a snapshot: what comes later is not copied with it', async ({
  launchRead,
  litemail,
  session,
}) => {
  const page = await (await launchRead()).window()
  await openMailboxes(page)
  await firstRow(page).focus()
  await press(page, 'Control+a')
  await expect(page.getByText('120 selected')).toBeVisible()

  litemail.addMailbox({ id: 'latecomer' })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expectRows(page, 'Mailboxes', 121)
  await expect(page.getByText('120 selected')).toBeVisible()
  await firstRow(page).focus()
  await press(page, 'Control+c')
  await expect(status(page)).toContainText('Copied 120 mailboxes.')
  const copied = ((await session.readClipboard('clipboard')) ?? '').split('\n')
  expect(new Set(copied).size).toBe(120)
  expect(copied.some((email) => email.startsWith('latecomer@'))).toBe(false)

  await press(page, 'Escape')
  await expect(page.getByText('selected')).toHaveCount(0)
})

test('a note is written with N, in the details too, found by search, and still there after a restart', async ({
  launch,
  launchRead,
  litemail,
}) => {
  const app = await launchRead()
  const page = await app.window()
  await openMailboxes(page)
  const email = litemail.holdings().mailboxes[4]?.email ?? ''
  await searchBox(page).fill(email)
  await expectRows(page, 'Mailboxes', 1)
  await press(page, 'ArrowDown')
  await press(page, 'n')
  await expectFocus(page, page.getByRole('textbox', { name: `Note for ${email}` }))
  await page.keyboard.type('Sequence A')
  await press(page, 'Enter')
  await expectFocus(page, row(page, email))
  await expect(row(page, email)).toContainText('Sequence A')

  await press(page, 'Enter')
  await expectFocus(page, details(page).getByRole('heading', { name: email }))
  await details(page).getByRole('textbox', { name: 'Note' }).fill('Sequence B, zucchini')
  await press(page, 'Control+Enter')
  await expect(row(page, email)).toContainText('Sequence B')
  await press(page, 'Escape')
  await expectFocus(page, row(page, email))
  await expect(details(page)).toHaveCount(0)
  await app.close()

  const again = await (await launch({ userData: app.userData })).window()
  await openFleet(again, 'Mailboxes')
  await searchBox(again).fill('zucchini')
  await expectRows(again, 'Mailboxes', 1)
  await expect(row(again, email)).toContainText('Sequence B')
})

test('the details tell everything that Litemail told but credentials, and lead to the domain', async ({
  launch,
  litemail,
}) => {
  litemail.configure({ shapes: { hasCredentialsInList: true } })
  const page = await (await launch()).window()
  const known = litemail.holdings().mailboxes[7]
  if (known === undefined) throw new Error('no mailbox')
  litemail.changeMailbox(known.id, { profilePicture: 'https://cdn.litemail.test/7.png' })
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  await searchBox(page).fill(known.email)
  await expectRows(page, 'Mailboxes', 1)
  await row(page, known.email).dblclick({ position: { x: 60, y: 12 } })
  await expect(details(page)).toContainText(`${known.firstName} ${known.lastName}`)
  await expect(details(page)).toContainText(known.id)
  await expect(details(page).getByRole('table')).toContainText('https://cdn.litemail.test/7.png')
  const words = (await page.content()).toUpperCase()
  for (const piece of [LITEMAIL_CANARY.key, ...LITEMAIL_CANARY.pieces]) expect(words).not.toContain(piece)

  await details(page)
    .getByRole('button', { name: `Show the domain ${known.domain}` })
    .click()
  await expectRows(page, 'Domains', 1)
  await expect(fleetRow(page, 'Domains', known.domain)).toBeVisible()
})

test('a view is saved under a name, chosen again after a restart, and removed', async ({
  launch,
  launchRead,
}) => {
  const app = await launchRead()
  const page = await app.window()
  await openMailboxes(page)
  await page.getByRole('columnheader', { name: 'Renews' }).getByRole('button').click()
  await searchBox(page).fill('keller')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'Save this view…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Kellers')
  await press(page, 'Enter')
  await expect(status(page)).toContainText('Saved: Kellers')
  await expectFocus(page, page.getByRole('button', { name: 'Views: Kellers' }))
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expectRows(page, 'Mailboxes', 120)
  await app.close()

  const again = await (await launch({ userData: app.userData })).window()
  await openFleet(again, 'Mailboxes')
  await expectRows(again, 'Mailboxes', 120)
  await again.getByRole('button', { name: 'Views' }).click()
  await again.getByRole('button', { name: 'Kellers', exact: true }).click()
  await expect(searchBox(again)).toHaveValue('keller')
  await expect(again.getByRole('columnheader', { name: 'Renews' })).toHaveAttribute('aria-sort', 'descending')

  await again.getByRole('button', { name: 'Views: Kellers' }).click()
  await again.getByRole('button', { name: 'Remove the view Kellers' }).click()
  await expect(status(again)).toContainText('Removed: Kellers')
  await again.getByRole('button', { name: 'Views', exact: true }).click()
  await expect(again.getByText('No saved view yet')).toBeVisible()
})

test('what the list shows, or what is selected of it, becomes a CSV without credentials', async ({
  launchRead,
  litemail,
  session,
}) => {
  const app = await launchRead()
  const page = await app.window()
  await openMailboxes(page)
  const file = (name: string) => join(session.makeFolder('exports'), name)
  const all = file('all.csv')
  await answerFileDialogs(app, all)
  await page.getByRole('button', { name: 'Export as CSV…' }).click()
  await expect(status(page)).toContainText('Exported 120 mailboxes to all.csv')
  const text = readFileSync(all, 'utf8')
  expect(text.trim().split('\r\n')).toHaveLength(121)
  for (const { email } of litemail.holdings().mailboxes) expect(text).toContain(email)
  expect(text.toUpperCase()).not.toContain(LITEMAIL_CANARY.key)

  const two = file('two.csv')
  await answerFileDialogs(app, two)
  await firstRow(page).focus()
  await press(page, 'Space', 'Shift+ArrowDown')
  await expect(page.getByText('2 selected')).toBeVisible()
  const bar = page.getByRole('toolbar', { name: '2 selected' })
  await bar.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  await expect(status(page)).toContainText('Exported 2 mailboxes to two.csv')
  expect(readFileSync(two, 'utf8').trim().split('\r\n')).toHaveLength(3)
})

test('columns, their order and density stay as they were chosen', async ({ launch, launchRead }) => {
  const app = await launchRead()
  const page = await app.window()
  await openMailboxes(page)
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Tags' }).press('Space')
  await page.getByRole('button', { name: 'Move Status up' }).click()
  await page.getByRole('radio', { name: 'Compact' }).press('Space')
  await press(page, 'Escape')
  const titles = async (of: Page) =>
    (await fleetGrid(of, 'Mailboxes').getByRole('columnheader').allInnerTexts()).map((title) => title.trim())
  const chosen = await titles(page)
  expect(chosen).not.toContain('Tags')
  expect(chosen.indexOf('Status')).toBeLessThan(chosen.indexOf('Workspace'))
  await app.close()

  const again = await (await launch({ userData: app.userData })).window()
  await openFleet(again, 'Mailboxes')
  await expectRows(again, 'Mailboxes', 120)
  expect(await titles(again)).toEqual(chosen)
  expect((await firstRow(again).boundingBox())?.height).toBeLessThan(36)
})

test('a mailbox that a whole reading did not meet says since when, and can be looked for', async ({
  launchRead,
  litemail,
}) => {
  const page = await (await launchRead()).window()
  await openMailboxes(page)
  const missing = litemail.holdings().mailboxes[3]
  if (missing === undefined) throw new Error('no mailbox')
  await expect(page.getByRole('button', { name: /^Not seen/ })).toHaveCount(0)
  litemail.removeMailboxes([missing.id])
  // Nobody can say that it is gone.
  litemail.configure({ paths: { 'mailboxes.get': '405' } })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('button', { name: 'Not seen 1' }).click()
  await expectRows(page, 'Mailboxes', 1)
  await expect(row(page, missing.email)).toContainText(/not seen since \w{3} \d+ \w{3} \d\d:\d\d/)
  await row(page, missing.email).focus()
  await press(page, 'Enter')
  await expect(details(page)).toContainText('It stays here until Litemail says that it is gone.')
})

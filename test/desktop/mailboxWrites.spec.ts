import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import { fleetGrid } from '../support/app/fleetJourney'
import { forty } from '../support/litemail/forty'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { expectFocus, press } from './list/addressList'
import { fleetDetails, openKnownList } from './list/fleetList'

// What is written about mailboxes, from their own screen, by keys alone.

const FLEET = { workspaces: ['Acme', 'Globex', 'Initech'], domains: 8, mailboxes: 8 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const plan = (page: Page) => page.getByRole('alertdialog')
const form = (page: Page) => page.getByRole('dialog', { name: 'New mailboxes' })
const rowAt = (page: Page, place: number) => fleetGrid(page, 'Mailboxes').getByRole('row').nth(place)

/** Says yes to what is shown, with what has to be typed for it. */
async function confirm(page: Page, name: RegExp, typed?: string): Promise<void> {
  if (typed !== undefined) await plan(page).getByLabel(`Type “${typed}” to confirm`).fill(typed)
  await plan(page).getByRole('button', { name }).press('Enter')
  await expect(plan(page)).toHaveCount(0)
}

/** Does something with what is selected. */
async function change(page: Page, what: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'Change' }).press('Enter')
  await page.getByRole('menuitem', { name: what }).press('Enter')
}

test('one mailbox from a form, then 36 of 40 from a file, each where it belongs and once', async ({
  launchRead,
  litemail,
  session,
}) => {
  const app = await launchRead()
  const page = await app.window()
  await openKnownList(page, 'Mailboxes', FLEET.mailboxes)
  const { domains } = litemail.holdings()

  // A form: what the pattern makes is shown, and what is missing is said, before anything is planned.
  await page.getByRole('button', { name: 'New mailboxes…' }).press('Enter')
  await expectFocus(page, form(page).getByLabel('First name'))
  await page.keyboard.type('Zoë')
  const read = form(page).getByRole('list', { name: 'How each row is read' })
  await expect(read).toContainText('No last name. Litemail needs one.')
  await press(page, 'Tab')
  await page.keyboard.type('Groß')
  await form(page)
    .getByLabel('Domain', { exact: true })
    .fill(domains[0]?.domain ?? '')
  await expect(read).toContainText(`zoe.gross@${domains[0]?.domain}`)
  await expect(read).toContainText('Letters of this name are written as a–z.')
  await expect.poll(() => audit(page)).toEqual([])
  await press(page, 'Enter')
  await expect(plan(page)).toContainText('username: zoe.gross')
  expect(litemail.acts()).toEqual([])
  await confirm(page, /^Assign 1 mailbox/, domains[0]?.domain)
  await expect(form(page)).toHaveCount(0)
  await expect.poll(() => litemail.acts().map(({ operation }) => operation)).toEqual(['mailboxes.create'])

  // A file: every row with a problem is named.
  const file = join(session.makeFolder('lists'), 'people.csv')
  writeFileSync(file, forty(domains.map(({ domain }) => domain)))
  await answerFileDialogs(app, file)
  await page.getByRole('button', { name: 'New mailboxes…' }).press('Enter')
  await form(page).getByRole('radio', { name: 'A file' }).press('Space')
  await form(page).getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(form(page)).toContainText('36 of 40 can be assigned.')
  const against = read.getByRole('listitem')
  await expect(against.nth(0)).toContainText('Line 5: dara voss@')
  await expect(against.nth(0)).toContainText('Not a user name')
  await expect(against.nth(1)).toContainText('Not a user name')
  await expect(against.nth(2)).toContainText('Stands in the list before.')
  await expect(against.nth(3)).toContainText('No domain of this account that Mailroom has read.')
  await expect.poll(() => audit(page)).toEqual([])
  await form(page).getByRole('button', { name: 'Continue with 36 mailboxes' }).press('Enter')
  await plan(page).getByLabel('I have read Litemail’s page for this operation').press('Space')
  await confirm(page, /^Assign 36 mailboxes/, '36')

  // Its first row was alone; the others go when it was looked at.
  const band = page.getByRole('region', { name: 'Writes at Litemail' })
  await band.getByRole('button', { name: 'Look' }).press('Enter')
  await page.getByRole('button', { name: 'Continue with the other 35' }).press('Enter')
  await expect.poll(() => litemail.holdings().mailboxes.length, { timeout: 30_000 }).toBe(8 + 37)
  const { mailboxes } = litemail.holdings()
  expect(new Set(mailboxes.map(({ email }) => email)).size).toBe(8 + 37)
})

test('names, tags and a removal, from what is selected and from the details', async ({
  launchRead,
  litemail,
}) => {
  const page = await (await launchRead()).window()
  await openKnownList(page, 'Mailboxes', FLEET.mailboxes)
  const held = () =>
    [...litemail.holdings().mailboxes].sort((one, other) => (one.email < other.email ? -1 : 1))
  const [first, second] = held()

  // Names: of two that are selected, only what changed is sent.
  await rowAt(page, 1).focus()
  await press(page, 'Space', 'Shift+ArrowDown')
  await change(page, 'Edit names…')
  const edit = page.getByRole('dialog', { name: 'Edit 2 mailboxes' })
  const user = edit.getByLabel(`User name of ${first?.email}`)
  await user.fill('not a name')
  await expect(edit.getByText('1 mailbox changes.')).toBeVisible()
  await press(page, 'Enter')
  await expect(edit.getByText(/letter or digit at both ends/)).toBeVisible()
  await user.fill(first?.username ?? '')
  await edit.getByLabel(`First name of ${second?.email}`).fill('Ada')
  await expect.poll(() => audit(page)).toEqual([])
  await press(page, 'Enter')
  await expect(plan(page)).toContainText('Ada')
  await confirm(page, /^Update 1 mailbox/)
  await expect.poll(() => held()[1]?.firstName).toBe('Ada')

  // Tags: one is given to both, and each keeps its others.
  const [tag] = litemail.holdings().tags
  await change(page, 'Tags…')
  const tags = page.getByRole('dialog', { name: 'Tags of 2 mailboxes' })
  await tags.getByRole('button', { name: tag?.name ?? '' }).press('Enter')
  await page.getByRole('option', { name: 'Give' }).press('Enter')
  await expect(tags.getByText(/change/)).toBeVisible()
  await expect.poll(() => audit(page)).toEqual([])
  await tags.getByRole('button', { name: /^Continue with/ }).press('Enter')
  await confirm(page, /^Update \d mailbox/)
  await expect
    .poll(() =>
      held()
        .slice(0, 2)
        .map(({ tags: own }) => own.some(({ id }) => id === tag?.id)),
    )
    .toEqual([true, true])
  await press(page, 'Escape')

  // A removal from the details: documented, final, and typed for.
  await rowAt(page, 1).focus()
  await press(page, 'Enter')
  await fleetDetails(page).getByRole('button', { name: 'Remove at next renewal…' }).press('Enter')
  await expect(plan(page)).toContainText('Litemail removes a mailbox at its next renewal.')
  await confirm(page, /^Remove 1 mailbox/, '1')
  await expect
    .poll(() => litemail.acts().filter(({ operation }) => operation === 'mailboxes.remove'))
    .toHaveLength(1)
  await expect.poll(() => audit(page)).toEqual([])
})

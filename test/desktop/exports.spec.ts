import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import { fleetGrid, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { openReadList } from './list/fleetList'
import { confirmShown } from './operations/filling'

// Mailboxes go to a platform by a plan that is shown before, and to a file with what opens them; the keyboard is enough.

const FLEET = { workspaces: ['Acme'], domains: 2, mailboxes: 12 }
test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const main = (page: Page) => page.getByRole('main')
const missing = (page: Page) => main(page).getByRole('region', { name: 'Not exported' })
const begun = (page: Page) => main(page).getByRole('region', { name: 'Exported from here' })

/** With the keyboard alone: the first rows of the list. */
async function selectFirst(page: Page, count: number): Promise<void> {
  await fleetGrid(page, 'Mailboxes').getByRole('row').nth(1).click()
  for (let n = 1; n < count; n++) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: `${count} selected` })).toBeVisible()
}

test('mailboxes go to a platform as the plan showed them, and are told of as far as Litemail tells', async ({
  launch,
  litemail,
}) => {
  const app = await launch()
  const page = await app.window()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  await selectFirst(page, 3)
  await page.getByRole('button', { name: 'Export', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'To a platform…' }).press('Enter')
  const wizard = page.getByRole('dialog', { name: 'Export to a platform' })
  await expect(wizard).toContainText('3 mailboxes.')
  await expect.poll(() => audit(page)).toEqual([])
  await wizard.getByRole('button', { name: 'Show what would be sent…' }).focus()
  await page.keyboard.press('Enter')
  const plan = page.getByRole('alertdialog', { name: /^Connect 3 mailboxes of .+ to Instantly/i })
  await expect(plan).toContainText('No operation takes this back.')
  await plan.getByLabel('Type “3” to confirm').fill('3')
  const sent = () => litemail.requests.filter(({ method }) => method === 'POST')
  expect(sent()).toEqual([])
  await page.keyboard.press('Enter')
  await expect(wizard).toHaveCount(0)
  await expect.poll(() => sent().map(({ path }) => path)).toEqual(['/v1/connect-inbox'])
  expect(JSON.parse(sent()[0]?.body ?? '')).toMatchObject({
    app: 'INSTANTLY',
    ids: [expect.any(String), expect.any(String), expect.any(String)],
  })

  await openFleet(page, 'Exports')
  await expect(missing(page)).toContainText('9 of 12 listed mailboxes')
  const rows = begun(page).getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Instantly')
  await expect(rows.nth(1)).toContainText('3 accepted')
  await missing(page)
    .getByRole('button', { name: /Platform/ })
    .click()
  await page.getByRole('option', { name: 'PIPL' }).click()
  await expect(missing(page)).toContainText('12 of 12 listed mailboxes')
  await missing(page).getByRole('button', { name: 'Export these…' }).click()
  await expect(wizard).toContainText('12 mailboxes.')
  await expect(wizard.getByRole('button', { name: /Platform/ })).toContainText('PIPL')
  await page.keyboard.press('Escape')
  const history = main(page).getByRole('region', { name: 'Litemail’s export history' })
  await history.getByRole('button', { name: 'Read the export history' }).click()
  await expect(history).toContainText('INSTANTLY')
  await expect.poll(() => audit(page)).toEqual([])
})

test('mailboxes go by the other operation with a login that is named, and that login is changed', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  const sent = () => litemail.requests.filter(({ method }) => method !== 'GET')
  const [known] = litemail.holdings().thirdParty
  if (known === undefined) throw new Error('Litemail knows a login')
  await selectFirst(page, 1)
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'To a platform…' }).press('Enter')
  const wizard = page.getByRole('dialog', { name: 'Export to a platform' })
  await wizard.getByRole('radiogroup').getByText('Export mailboxes', { exact: true }).click()
  await wizard.getByLabel('Id of the login').fill(known.id)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog', { name: /^Export 1 mailbox of / })).toBeVisible()
  expect(sent()).toEqual([])
  await confirmShown(page)
  await expect(wizard).toHaveCount(0)
  await expect
    .poll(() => sent().map(({ method, path }) => `${method} ${path}`))
    .toEqual(['POST /v1/exports/mailboxes'])
  expect(JSON.parse(sent()[0]?.body ?? '')).toEqual({
    ...{ apps: ['INSTANTLY'], thirdPartyAccountId: known.id },
    ids: [expect.any(String)],
  })

  await openFleet(page, 'Exports')
  await page.getByRole('button', { name: 'Login at a platform…' }).press('Enter')
  const login = page.getByRole('dialog', { name: 'Login at a platform' })
  await login.getByRole('radiogroup').getByText('Change a login', { exact: true }).click()
  await login.getByLabel('Id of the login').fill(known.id)
  await login.getByLabel('E-mail').fill('ops@acme.example')
  await login.getByLabel('Password at the platform').fill('new at the platform')
  await page.keyboard.press('Enter')
  const change = page.getByRole('alertdialog', { name: /^Update 1 platform login of / })
  await expect(change).not.toContainText('new at the platform')
  await confirmShown(page)
  await expect(login).toHaveCount(0)
  await expect.poll(() => sent().map(({ method }) => method)).toEqual(['POST', 'PUT'])
  expect(sent()[1]).toMatchObject({ path: '/v1/exports/accounts/third-party', answered: { status: 200 } })
  expect(JSON.parse(sent()[1]?.body ?? '')).toEqual({
    ...{ accountId: known.id, app: 'INSTANTLY' },
    ...{ email: 'ops@acme.example', password: 'new at the platform' },
  })
})

test('a CSV with credentials is confirmed by its number, can be cancelled, and is for its user alone', async ({
  launch,
  litemail,
  session,
}) => {
  const folder = session.makeFolder('credentials-as-csv')
  const file = join(folder, 'secrets.csv')
  for (const { id } of litemail.holdings().mailboxes) litemail.changeMailbox(id, { password: '=1+1,"x' })
  const app = await launch()
  const page = await app.window()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  await answerFileDialogs(app, file)
  await page.getByRole('grid', { name: 'Mailboxes' }).getByRole('row').nth(1).click()
  await page.keyboard.press('Control+a')
  const exports = page.getByRole('button', { name: 'Export', exact: true })
  const open = page.getByRole('menuitem', { name: 'CSV with credentials…' })
  await exports.focus()
  await page.keyboard.press('Enter')
  await open.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Write the credentials of 12 mailboxes to a file?' })
  await expect(dialog).toContainText('12 requests, about 3 s.')
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.type('11')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Type exactly 12.')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12')
  // The answer about the first of them is kept waiting: nothing is whole without it.
  const emails = litemail
    .holdings()
    .mailboxes.map(({ email, id }) => `${email} ${id}`)
    .sort()
  const held = { path: `/v1/mailboxes/${emails[0]?.split(' ')[1]}` }
  litemail.next({ kind: 'hold', at: 'acted' }, held)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await litemail.when('acted', held)
  await expect(main(page)).toContainText('Credentials: 0 of 12')
  await expect(async () => expect(readdirSync(folder)).toHaveLength(1)).toPass()
  const [part = ''] = readdirSync(folder)
  expect(part).toMatch(/^secrets\.csv\.[\da-f]{8}\.part$/)
  expect(statSync(join(folder, part)).mode & 0o777).toBe(0o600)
  await page.getByRole('button', { name: 'Cancel the export' }).click()
  await expect(status(page)).toContainText('Cancelled. No file was written.')
  expect(readdirSync(folder)).toEqual([])
  litemail.release()

  await exports.click()
  await open.click()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Wrote the credentials of 12 mailboxes to secrets.csv')
  expect(readFileSync(file, 'utf8').split('"=1+1,""x"')).toHaveLength(13)
  await page.getByRole('navigation', { name: 'Main' }).getByText('Activity', { exact: true }).click()
  const row = page.getByRole('grid', { name: 'Activity' }).getByRole('row').nth(1)
  await expect(row).toContainText('CSV with credentials')
  await expect(row).toContainText('12 mailboxes')
})

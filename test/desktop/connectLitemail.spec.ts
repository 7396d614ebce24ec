import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, fillConnectLitemail } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY } from '../support/litemail/server'

// A Litemail account from its key to what it answers, and everything that can keep it from being connected.

const OTHER_KEY = 'lm_live_of_somebody_else_0001'

const nav = (page: Page) => page.getByRole('navigation', { name: 'Main' })
const connectDialog = (page: Page) => page.getByRole('dialog', { name: 'Connect Litemail' })
const answersDialog = (page: Page) => page.getByRole('dialog', { name: /^What answers/ })
const keyField = (page: Page, label = 'API key') =>
  page.getByLabel(label, { exact: true }).and(page.locator('input[type=password]'))

async function openAccounts(page: Page): Promise<void> {
  await nav(page).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Accounts' }).click()
}

/** Goes there by the Tab key. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

const card = (page: Page) => page.getByRole('list', { name: 'Litemail accounts' }).getByRole('article')
const press = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true }).click()

test('before an account there is one line to connect one; behind it the fleet has its screens', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  for (const name of [
    'Connect LikeDo',
    'Connect Litemail',
    'Restore a backup…',
    'Look around with sample data',
  ])
    await expect(page.getByRole('main').getByRole('button', { name })).toBeVisible()
  const group = nav(page).getByRole('group', { name: 'Litemail' })
  await expect(group.getByRole('button')).toHaveText(['Connect Litemail'])

  await connectLitemail(page, litemail)
  await expect(group.getByRole('button')).toHaveText([
    'Overview',
    'Mailboxes',
    'Domains',
    'Exports',
    'Billing',
  ])
  await nav(page).getByRole('button', { name: 'Addresses' }).click()
  await expect(page.getByText('No LikeDo account is connected')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Connect LikeDo' }).click()
  await expect(page.getByRole('dialog', { name: 'Connect LikeDo' })).toBeVisible()
})

test('an account is connected, looked through and left by the keyboard alone', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  await tabTo(page, nav(page).getByRole('button', { name: 'Connect Litemail' }))
  await page.keyboard.press('Enter')
  await expect(keyField(page)).toBeFocused()
  await page.keyboard.type(LITEMAIL_KEY)
  await tabTo(page, connectDialog(page).getByRole('button', { name: 'More' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Agency')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(litemail.server)
  await page.keyboard.press('Enter')

  await expect(answersDialog(page)).toContainText('Tried 16 reads, 16 answered. Nothing was changed.')
  await tabTo(page, answersDialog(page).getByRole('button', { name: 'Show mailboxes' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mailboxes' })).toBeVisible()
})

test('what answers names each read that does not, says why, and is there again in the settings', async ({
  launch,
  litemail,
}) => {
  litemail.configure({ paths: { 'tags.list': '404', 'wallet.balance': 'html' } })
  const page = await (await launch()).window()
  expect(await connectLitemail(page, litemail)).toBe('Tried 16 reads, 14 answered. Nothing was changed.')

  await openAccounts(page)
  const before = litemail.requests.length
  await press(page, 'What answers')
  const reads = answersDialog(page).getByRole('list', { name: 'Reads' }).getByRole('listitem')
  await expect(reads).toHaveCount(16)
  await expect(reads.filter({ hasText: 'Does not answer' })).toHaveText([
    /Get Wallet Balance.*web page/,
    /List Tags.*does not know where Mailroom asked.*404/,
  ])
  // What was tried before is shown as it was.
  expect(litemail.requests.slice(before).filter(({ target }) => target.includes('placement'))).toEqual([])

  litemail.configure({ paths: {} })
  await answersDialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect(answersDialog(page)).toContainText('16 answered')
  expect(litemail.requests.every(({ method }) => method === 'GET')).toBe(true)
})

test('a refused key is said in the dialog, and another one is typed over it', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  const dialog = await fillConnectLitemail(page, { server: litemail.server, key: 'lm_live_nobody_has_this' })
  const alarm = dialog.getByRole('alert')
  await expect(alarm).toContainText('Litemail refused the key')
  await expect(alarm).toContainText('Nothing was saved.')
  await expect(alarm.getByRole('button')).toHaveText(['Enter another key'])
  await alarm.getByRole('button').click()
  await expect(keyField(page)).toBeFocused()
  await page.keyboard.type(LITEMAIL_KEY)
  await page.keyboard.press('Enter')
  await expect(answersDialog(page)).toContainText('Tried 16 reads')
})

test('a server that is not reached lets the key be saved, and checked later', async ({
  launch,
  litemail,
}) => {
  await litemail.goOffline()
  const page = await (await launch()).window()
  const dialog = await fillConnectLitemail(page, litemail)
  await expect(dialog.getByRole('alert')).toContainText('Nobody answers at')
  await dialog.getByRole('button', { name: 'Save and check later' }).click()
  await expect(status(page)).toContainText('Saved, not checked.')
  await expect(answersDialog(page)).toHaveCount(0)

  await openAccounts(page)
  await expect(card(page)).toContainText('Key not checked')
  await litemail.comeBack()
  await press(page, 'Check')
  await expect(card(page)).toContainText('Key accepted')
})

test('the same user twice is refused, and leads to the account that is there', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  await connectLitemail(page, { ...litemail, server: litemail.server, name: 'Agency' })
  await openAccounts(page)
  await page.getByRole('button', { name: 'Connect another Litemail account' }).click()
  await keyField(page).fill(LITEMAIL_KEY)
  await connectDialog(page).getByRole('button', { name: 'More' }).click()
  await connectDialog(page).getByLabel('Server address').fill(litemail.server)
  await page.keyboard.press('Enter')

  const alarm = connectDialog(page).getByRole('alert')
  await expect(alarm).toContainText('“Agency” is an account of the same Litemail user already')
  await alarm.getByRole('button', { name: 'Open account settings' }).click()
  await expect(connectDialog(page)).toHaveCount(0)
  await expect(card(page)).toBeFocused()
})

test('a key of another user never takes an account’s place', async ({ launch, litemail }) => {
  litemail.addUser({ id: 'somebody-else', keys: [OTHER_KEY] })
  const page = await (await launch()).window()
  await connectLitemail(page, litemail)
  await openAccounts(page)
  await press(page, 'Replace key')
  const dialog = page.getByRole('dialog', { name: 'Replace key' })
  await keyField(page).fill(OTHER_KEY)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('belongs to another user of Litemail')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(card(page)).toContainText('Key accepted')
})

test('a JWT that is missing is called one', async ({ launch, litemail }) => {
  const page = await (await launch()).window()
  await fillConnectLitemail(page, { server: litemail.server, key: '', authentication: 'JWT' })
  await expect(keyField(page, 'JWT')).toBeFocused()
  await expect(keyField(page, 'JWT')).toHaveAccessibleDescription(/Enter your JWT\./)
  await expect(connectDialog(page)).not.toContainText('API key.')
})

test('a JWT says when it ends, and its end is shown, not enforced', async ({ launch, litemail }) => {
  const page = await (await launch()).window()
  const key = litemail.token()
  await connectLitemail(page, { server: litemail.server, key, authentication: 'JWT' })
  await openAccounts(page)
  await expect(card(page)).toContainText(/Authentication\s*JWT/)
  await expect(card(page)).toContainText(/JWT ends\s*\d\d:\d\d/)
  litemail.skipTime(7_200_000)
  await press(page, 'Check')
  await expect(card(page)).toContainText('Key refused')
})

test('an account is renamed, and removed with everything that was read of it', async ({
  launch,
  litemail,
  session,
}) => {
  const page = await (await launch()).window()
  await connectLitemail(page, litemail)
  await openAccounts(page)
  await press(page, 'Rename')
  await page.getByRole('dialog', { name: 'Rename account' }).getByLabel('Name').fill('Agency')
  await page.keyboard.press('Enter')
  await expect(card(page).getByRole('heading', { name: 'Agency' })).toBeVisible()

  await press(page, 'Remove')
  const dialog = page.getByRole('alertdialog', { name: 'Remove Agency?' })
  await expect(dialog).toContainText('Its key is deleted from this computer’s keychain.')
  await expect(dialog).toContainText('At Litemail nothing changes.')
  await dialog.getByRole('button', { name: 'Remove account' }).click()
  await expect(status(page)).toContainText('Removed: Agency.')
  await expect(nav(page).getByRole('button', { name: 'Connect Litemail' })).toBeVisible()
  expect((await session.secrets()).map(({ secret }) => secret)).not.toContain(LITEMAIL_KEY)
})

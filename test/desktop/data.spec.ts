import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import {
  addressRows,
  connectAndOpenList,
  copiedAddress,
  pressNewAddress,
  status,
} from '../support/app/journey'
import { pressMenu } from '../support/app/menu'
import { DEFAULT_KEY } from '../support/likedo/server'
import { type Filler, fillProfile } from '../support/profile/fill'

const DAY = 24 * 3_600_000
const PASSPHRASE = 'lantern thistle harbor maple'

const openData = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Data', exact: true }).click()
}

const aYear = async (filler: Filler, origin: string): Promise<void> => {
  const account = await filler.account({ name: 'Home', origin })
  const done = { state: 'done' } as const
  const at = Date.now()
  await filler.press(account, { email: 'quiet-lantern-207@ig.do', note: '=1+1', at: at - DAY, ending: done })
  await filler.press(account, { email: 'amber-thistle-884@ig.do', note: 'Trains, "first"', at, ending: done })
  await filler.press(account, {
    email: 'sunny-ladder-190@ig.do',
    at: at - 2 * DAY,
    ending: { state: 'unconfirmed', problem: { kind: 'connection-lost' } },
  })
}

test('an export from the menu is a file that a spreadsheet reads and no formula runs in', async ({
  launch,
  session,
  likedo,
}) => {
  const userData = session.makeFolder('export')
  await fillProfile(session.account, userData, (filler) => aYear(filler, likedo.origin))
  const app = await launch({ userData })
  const page = await app.window()
  const file = join(session.makeFolder('exported'), 'addresses.csv')
  await answerFileDialogs(app, file)

  await pressMenu(app, 'export')
  const dialog = page.getByRole('dialog', { name: 'Export addresses' })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()

  await expect(status(page)).toContainText('Exported 3 addresses to addresses.csv')
  const csv = readFileSync(file, 'utf8')
  expect(csv).toContain('quiet-lantern-207@ig.do')
  expect(csv).toContain('"Trains, ""first"""')
  expect(csv).not.toMatch(/(^|,)"?=1\+1/m)
})

test('an export that is not given a file changes nothing and says nothing', async ({
  launch,
  session,
  likedo,
}) => {
  const userData = session.makeFolder('no-file')
  await fillProfile(session.account, userData, (filler) => aYear(filler, likedo.origin))
  const app = await launch({ userData })
  const page = await app.window()
  await answerFileDialogs(app, null)
  await pressMenu(app, 'export')
  const dialog = page.getByRole('dialog', { name: 'Export addresses' })
  await dialog.getByText('JSON', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByRole('button', { name: 'Choose a file…' })).toBeVisible()
  await expect(status(page)).toBeEmpty()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
})

test('where there is no address yet, the export says so instead of asking for a file', async ({ launch }) => {
  const app = await launch()
  const page = await app.window()
  await pressMenu(app, 'export')
  const dialog = page.getByRole('dialog', { name: 'Export addresses' })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('There is no address to export.')
})

test('an import shows how a file is read, takes what the user says of its columns, and reports each line', async ({
  launch,
  session,
}) => {
  const file = join(session.makeFolder('import'), 'old list.csv')
  const lines = ['Where;Purpose', 'one@ig.do;Trains', 'two@ig.do;"Garden; and more"', 'nobody;Broken']
  writeFileSync(file, `${lines.join('\n')}\n`)
  const app = await launch()
  const page = await app.window()
  await answerFileDialogs(app, file)

  await pressMenu(app, 'import')
  const dialog = page.getByRole('dialog', { name: 'Import addresses' })
  await expect(dialog.getByText('old list.csv')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Semicolon Separator' })).toBeVisible()
  await expect(dialog.getByText('2 new, 0 already here')).toBeVisible()
  const problems = dialog.getByRole('list', { name: 'Lines with a problem' })
  await expect(problems).toContainText('Line 4')
  await expect(problems).toContainText('Not an address. Left out.')

  await dialog.getByRole('button', { name: /Purpose is read as/ }).click()
  await page.getByRole('option', { name: 'Note' }).click()
  await expect(dialog.getByRole('columnheader', { name: 'Note' })).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Garden; and more' })).toBeVisible()
  await dialog.getByLabel('Labels to give').fill('old list')
  await dialog.getByRole('button', { name: 'Import 2 addresses' }).click()

  const report = page.getByRole('dialog', { name: 'Imported' })
  await expect(report.getByRole('row', { name: 'Added 2', exact: true })).toBeVisible()
  await expect(report.getByRole('row', { name: 'Left out 1', exact: true })).toBeVisible()
  await expect(report.getByRole('list', { name: 'Lines with a problem' })).toContainText('Line 4')
  await report.getByRole('button', { name: 'Show the addresses' }).click()
  await expect(addressRows(page).filter({ hasText: 'two@ig.do' })).toContainText('Garden; and more')
})

test('another separator divides the file anew', async ({ launch, session }) => {
  const file = join(session.makeFolder('separator'), 'list.csv')
  writeFileSync(file, 'address|note\none@ig.do|Trains;y\n')
  const app = await launch()
  const page = await app.window()
  await answerFileDialogs(app, file)
  await pressMenu(app, 'import')
  const dialog = page.getByRole('dialog', { name: 'Import addresses' })
  await dialog.getByRole('button', { name: /Separator/ }).click()
  await page.getByRole('option', { name: 'Semicolon' }).click()
  await expect(dialog.getByText('Say which column has the addresses.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled()

  await dialog.getByRole('button', { name: /Separator/ }).click()
  await page.getByRole('option', { name: 'Bar' }).click()
  await expect(dialog.getByText('1 new, 0 already here')).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Trains;y' })).toBeVisible()
})

test('a file that cannot be imported is said with the way to another one', async ({ launch, session }) => {
  const file = join(session.makeFolder('empty'), 'empty.csv')
  writeFileSync(file, '')
  const app = await launch()
  const page = await app.window()
  await answerFileDialogs(app, file)
  await pressMenu(app, 'import')
  await expect(status(page)).toContainText('The file has no rows.')
  writeFileSync(file, 'one@ig.do\n')
  await status(page).getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByRole('dialog', { name: 'Import addresses' })).toBeVisible()
})

test('a backup comes back through the first run of another profile, and nothing is asked of anybody until a key is entered', async ({
  launch,
  session,
  likedo,
}) => {
  const first = await launch()
  const page = await first.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  const email = await copiedAddress(page)
  const file = join(session.makeFolder('backup'), 'mailroom.backup')
  await answerFileDialogs(first, file)
  await openData(page)
  await page.getByRole('button', { name: 'Back up…' }).click()
  const backup = page.getByRole('dialog', { name: 'Back up' })
  await backup.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await backup.getByLabel('Passphrase again', { exact: true }).fill(`${PASSPHRASE}s`)
  await backup.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(backup.getByText('The two are not the same.')).toBeVisible()
  expect(existsSync(file)).toBe(false)
  await backup.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE)
  await backup.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(status(page)).toContainText('Backed up 1 address to mailroom.backup')
  const bytes = readFileSync(file)
  for (const secret of [email, DEFAULT_KEY, PASSPHRASE]) expect(bytes.includes(secret)).toBe(false)
  await first.close()
  const asked = likedo.requests.length

  const second = await launch()
  const fresh = await second.window()
  await answerFileDialogs(second, file)
  await fresh.getByRole('button', { name: 'Restore a backup…' }).click()
  const restore = fresh.getByRole('dialog', { name: 'Restore a backup' })
  await restore.getByLabel('Passphrase', { exact: true }).fill('not the passphrase')
  await restore.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(restore.getByRole('alert')).toContainText('The passphrase does not open this backup.')
  await restore.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await restore.getByRole('button', { name: 'Open', exact: true }).click()
  const numbers = restore.getByRole('table', { name: 'What it would bring' })
  await expect(numbers.getByRole('row', { name: 'Addresses' })).toHaveText('Addresses101')
  await restore.getByRole('button', { name: 'Restore', exact: true }).click()

  const done = fresh.getByRole('dialog', { name: 'Restored' })
  await expect(done.getByRole('row', { name: 'Addresses' })).toHaveText('Addresses01')
  await done.getByRole('button', { name: 'Close' }).click()
  await expect(addressRows(fresh).filter({ hasText: email })).toBeVisible()
  await expect(fresh.getByText('This computer has no key for')).toBeVisible()
  expect(likedo.requests.length).toBe(asked)

  await fresh.getByRole('button', { name: 'Enter the key' }).click()
  const enter = fresh.getByRole('dialog', { name: 'Enter the key' })
  await enter.getByLabel('API key', { exact: true }).fill(DEFAULT_KEY)
  await enter.getByRole('button', { name: 'Use this key' }).click()
  await expect(fresh.getByText('This computer has no key for')).toHaveCount(0)
  await pressNewAddress(fresh)
  await copiedAddress(fresh)
})

test('entries without an ending come as history, and are counted before', async ({
  launch,
  session,
  likedo,
}) => {
  const userData = session.makeFolder('unsettled')
  await fillProfile(session.account, userData, (filler) => aYear(filler, likedo.origin))
  const file = join(session.makeFolder('unsettled-backup'), 'mailroom.backup')
  const first = await launch({ userData })
  const page = await first.window()
  await answerFileDialogs(first, file)
  await openData(page)
  await page.getByRole('button', { name: 'Back up…' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  // As many as the list shows: one of them may be at LikeDo.
  await expect(status(page)).toContainText('Backed up 3 addresses')
  await first.close()

  const second = await launch()
  const fresh = await second.window()
  await answerFileDialogs(second, file)
  await fresh.getByRole('button', { name: 'Restore a backup…' }).click()
  await fresh.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await fresh.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(
    fresh.getByText('1 entry of its Activity has no ending. It comes as history and is never sent.'),
  ).toBeVisible()
  const restore = fresh.getByRole('dialog', { name: 'Restore a backup' })
  await expect(restore.getByRole('row', { name: 'Addresses' })).toHaveText('Addresses303')
  await restore.getByRole('button', { name: 'Restore', exact: true }).click()
  await fresh.getByRole('dialog', { name: 'Restored' }).getByRole('button', { name: 'Close' }).click()

  const row = addressRows(fresh).filter({ hasText: 'sunny-ladder-190' })
  await expect(row).toContainText('From a backup. Mailroom never sends it again.')
  await expect(row.getByRole('button', { name: 'Open LikeDo' })).toBeVisible()
  await expect(row.getByRole('button', { name: 'Check now' })).toHaveCount(0)
  await row.getByRole('button', { name: 'It is mine' }).click()
  await expect(status(fresh)).toContainText('Kept as yours: sunny-ladder-190@ig.do')
  await expect(row).not.toContainText('From a backup')
})

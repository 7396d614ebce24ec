import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { pressMenu } from '../support/app/menu'
import { openSettings } from './support/open'
import { everyState, ordinaryPresses } from './support/presses'
import { connect, expect, test } from './support/scene'

const PASSPHRASE = 'lantern thistle harbor maple'

test('settings-data', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({ name: 'Home' })
    for (const press of ordinaryPresses()) await filler.press(account, press)
  })
  // The day's copy is made a while after a start.
  await expect(async () => {
    await openSettings(page, 'About')
    await openSettings(page, 'Data')
    await expect(page.getByRole('list', { name: 'Local copies' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 90_000 })
  await picture('settings-data')
  await page.getByRole('button', { name: 'Delete everything…' }).scrollIntoViewIfNeeded()
  await picture('settings-data-end')

  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog', { name: 'Export addresses' })).toBeVisible()
  await picture('export')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page
    .getByRole('button', { name: /^Restore the copy/ })
    .first()
    .click()
  await expect(page.getByRole('table', { name: 'What it would bring' })).toBeVisible()
  await picture('restore-copy')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Show diagnostics…' }).click()
  await expect(page.getByRole('region', { name: 'The text that is saved' })).toBeVisible()
  await picture('diagnostics')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Remove all keys…' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture('remove-keys')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Delete everything…' }).click()
  await expect(page.getByText('10 addresses with notes')).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Type exactly delete.')).toBeVisible()
  await picture('delete-everything')
})

test('import', async ({ openConnected, session }) => {
  const { app, page, picture } = await openConnected()
  const file = join(session.makeFolder('pictured'), 'aliases of the last three years, with a long name.csv')
  const samples = ordinaryPresses().map(
    ({ email, note }) => `${email};${note};garden;me@example.org;2024-03-09`,
  )
  const long = `long-note@ig.do;${'unbreakable'.repeat(60)};a, b, c;x;2024-01-01`
  const wrong = ['nobody;Without an address;;;', `${samples[0]}`, 'late@ig.do;When;;;yesterday']
  const titles = 'alias;description;tags;forwards to a mailbox that has a long title;created at'
  writeFileSync(file, [titles, ...samples, long, ...wrong].join('\n'))
  await answerFileDialogs(app, file)
  await pressMenu(app, 'import')
  const dialog = page.getByRole('dialog', { name: 'Import addresses' })
  await expect(dialog.getByText(/ new, /)).toBeVisible()
  await picture('import')
  await dialog.getByRole('heading', { name: /^The first/ }).scrollIntoViewIfNeeded()
  await picture('import-rows')
  await dialog.getByRole('button', { name: /^Import/ }).click()
  await expect(page.getByRole('dialog', { name: 'Imported' })).toBeVisible()
  await picture('import-done')
})

test('backup', async ({ open, openFilled, likedo, session }) => {
  const first = await openFilled(async (filler) => {
    const account = await filler.account({ name: 'Home', origin: likedo.origin })
    for (const press of [...ordinaryPresses(), ...everyState()]) await filler.press(account, press)
  })
  const file = join(session.makeFolder('backup'), 'mailroom-2026-11-20.mailroom-backup')
  await answerFileDialogs(first.app, file)
  await openSettings(first.page, 'Data')
  await first.page.getByRole('button', { name: 'Back up…' }).click()
  const dialog = first.page.getByRole('dialog', { name: 'Back up' })
  await first.picture('backup')
  await dialog.getByLabel('Passphrase', { exact: true }).fill('four words')
  await dialog.getByLabel('Passphrase again', { exact: true }).fill('for words')
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByText('The two are not the same.')).toBeVisible()
  await first.picture('backup-complaints')
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(first.page.getByText(/^Backed up/)).toBeVisible()
  await first.app.close()

  const second = await open()
  await answerFileDialogs(second.app, file)
  await second.page.getByRole('button', { name: 'Restore a backup…' }).click()
  const restore = second.page.getByRole('dialog', { name: 'Restore a backup' })
  await restore.getByLabel('Passphrase', { exact: true }).fill('not the passphrase')
  await restore.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(restore.getByRole('alert')).toBeVisible()
  await second.picture('restore-wrong-passphrase')
  await restore.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await restore.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(restore.getByRole('table')).toBeVisible()
  await second.picture('restore-numbers')
  await restore.getByRole('button', { name: 'Restore', exact: true }).click()
  const done = second.page.getByRole('dialog', { name: 'Restored' })
  await expect(done.getByRole('button', { name: 'Enter the keys' })).toBeVisible()
  await second.picture('restore-done')
  await done.getByRole('button', { name: 'Close' }).click()
  await second.picture('addresses-without-key')
  await openSettings(second.page, 'Accounts')
  await second.picture('settings-accounts-without-key')
  await second.page.getByRole('article').getByRole('button', { name: 'Enter the key' }).click()
  await expect(second.page.getByRole('dialog', { name: 'Enter the key' })).toBeVisible()
  await second.picture('enter-key')
})

test('settings-desktop', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  likedo.addUser({ name: 'second', keys: ['sk_live_second'], plan: 'pro' })
  await connect(page, likedo, { key: 'sk_live_second', name: 'Work' })
  await openSettings(page, 'Desktop')
  await expect(page.getByText('Use the shortcut or the command instead.')).toBeVisible({ timeout: 30_000 })
  await picture('settings-desktop')
  await page.getByRole('heading', { name: 'Start', exact: true }).scrollIntoViewIfNeeded()
  await page.getByText('Start at login').scrollIntoViewIfNeeded()
  await picture('settings-desktop-end')

  const part = page.getByRole('region', { name: 'Global shortcut' })
  await part.getByRole('button', { name: 'Record shortcut' }).click()
  await page.keyboard.press('m')
  await expect(part.getByRole('alert')).toBeVisible()
  await picture('settings-desktop-recording')
  await page.keyboard.press('Control+Shift+Space')
  await expect(part.getByRole('button', { name: 'Turn off' })).toBeVisible()
  await picture('settings-desktop-shortcut')
})

import { expect, test } from '../support/app/fixture'
import { fillConnectLitemail } from '../support/app/fleetJourney'

test.use({ sessionOptions: { keyring: 'none' } })

test('without a keychain a Litemail key is used until Mailroom quits, when the user says so', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  const dialog = await fillConnectLitemail(page, litemail)
  const alarm = dialog.getByRole('alert')
  await expect(alarm).toContainText('This computer has no keychain that Mailroom can reach')
  await expect(alarm.getByRole('button')).toHaveText(['Try again', 'Use this key until Mailroom quits'])
  await alarm.getByRole('button', { name: 'Use this key until Mailroom quits' }).click()
  const answers = page.getByRole('dialog', { name: /^What answers/ })
  await expect(answers).toContainText('Tried 16 reads, 16 answered. Nothing was changed.')
  await page.keyboard.press('Escape')

  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('list', { name: 'Litemail accounts' })).toContainText('until Mailroom quits')
})

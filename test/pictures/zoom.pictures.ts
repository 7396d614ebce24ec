import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { addressRows } from '../support/app/journey'
import { pressMenu } from '../support/app/menu'
import { openSettings } from './support/open'
import { everyState, ordinaryPresses } from './support/presses'
import { expect, test } from './support/scene'

test('zoom-200', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of everyState().slice(0, 1)) await filler.press(account, press)
    for (const press of ordinaryPresses()) await filler.press(account, press)
  })
  await expect(addressRows(page).first()).toBeVisible()
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2)
  })
  await picture('zoom-200-addresses')

  await page.getByRole('button', { name: 'New address with…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('zoom-200-new-address')
  await page.keyboard.press('Escape')

  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await picture('zoom-200-settings')
})

test('zoom-200-files', async ({ openFilled, session }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses()) await filler.press(account, press)
  })
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2)
  })
  await openSettings(page, 'Desktop')
  await expect(page.getByRole('heading', { name: 'Global shortcut' })).toBeVisible()
  await picture('zoom-200-settings-desktop')
  await openSettings(page, 'Data')
  await picture('zoom-200-settings-data')

  const file = join(session.makeFolder('zoomed'), 'aliases.csv')
  const rows = ordinaryPresses().map(({ email, note }) => `${email},${note},garden`)
  writeFileSync(file, ['alias,description,tags', ...rows, 'nobody,Without an address,'].join('\n'))
  await answerFileDialogs(app, file)
  await pressMenu(app, 'import')
  await expect(page.getByRole('dialog').getByText(/ new, /)).toBeVisible()
  await picture('zoom-200-import')
})

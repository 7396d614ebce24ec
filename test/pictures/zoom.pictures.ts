import { addressRows } from '../support/app/journey'
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

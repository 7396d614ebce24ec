import { fillYear } from '../desktop/list/addressList'
import { expect, test } from './support/scene'

test('palette', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    await fillYear(filler)
    await filler.fleet({ mailboxes: 480, domains: 24, workspaces: 3 })
  })
  await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click())
  const field = page.getByRole('combobox', { name: 'What are you looking for?' })
  await expect(field).toBeFocused()
  await picture('palette-open')

  await field.fill('ad')
  const list = page.getByRole('listbox', { name: 'Results' })
  await expect(list).toHaveAttribute('data-answered', 'ad')
  await page.keyboard.press('ArrowDown')
  await picture('palette-found')

  await field.fill('nothing has this name')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Nothing matches')
  await picture('palette-nothing')
})

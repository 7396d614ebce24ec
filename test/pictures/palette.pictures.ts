import { fillYear } from '../desktop/list/addressList'
import { pressMenu } from '../support/app/menu'
import { answerInstead } from './support/answers'
import { expect, test } from './support/scene'
import { untilStill } from './support/still'

test('palette', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    await fillYear(filler)
    await filler.fleet({ mailboxes: 480, domains: 24, workspaces: 3 })
  })
  await pressMenu(app, 'palette')
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

test('palette-recent', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    await fillYear(filler)
    await filler.fleet({ mailboxes: 480, domains: 24, workspaces: 3 })
  })
  const field = page.getByRole('combobox', { name: 'What are you looking for?' })
  const open = async () => {
    await pressMenu(app, 'palette')
    await expect(field).toBeFocused()
    // Its way in is over before the window is made another: it would begin anew.
    await untilStill(page)
  }
  const details = page.getByRole('complementary', { name: 'Details' })
  const led = [
    ['get dns rec', page.getByRole('heading', { name: 'Get DNS Records' })],
    ['global shortcut', page.getByRole('region', { name: 'Global shortcut' })],
    ['brisk-harbor', details.getByRole('heading', { name: 'brisk-harbor-412@ig.do' })],
    ['refresh mail', details.getByRole('heading', { name: 'brisk-harbor-412@ig.do' })],
  ] as const
  for (const [wanted, place] of led) {
    await open()
    await field.fill(wanted)
    await expect(page.getByRole('listbox', { name: 'Results' })).toHaveAttribute('data-answered', wanted)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // The keyboard has come to rest.
    await expect(place).toBeFocused()
  }
  await open()
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveCount(4)
  await picture('palette-recent')
  await page.keyboard.press('Escape')

  const notRead = { kind: 'storage', problem: 'locked' } as const
  await answerInstead(app, { 'palette.find': notRead })
  await open()
  await field.fill('harbour')
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await picture('palette-search-failed-nothing')
  await field.fill('new')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await picture('palette-search-failed')
  await page.keyboard.press('Escape')

  await answerInstead(app, { 'palette.recent': notRead })
  await open()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await picture('palette-recent-failed')
  await page.keyboard.press('Escape')

  await answerInstead(app, { 'palette.find': 'none' })
  await open()
  await field.fill('harbour')
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Looking…')
  await picture('palette-looking')
})

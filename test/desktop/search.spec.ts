import { expect, test } from '../support/app/fixture'
import { status } from '../support/app/journey'
import {
  countLine,
  expectFocus,
  filledProfile,
  fillYear,
  hide,
  label,
  list,
  press,
  rowOf,
  searchBox,
  shownNames,
} from './list/addressList'

test('an address is found by a word of its note, a part of a word, its month, its label, hidden or not', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, fillYear)
  const page = await (await launch({ userData })).window()
  await expect(countLine(page)).toHaveText('6 addresses')
  await label(page, ['dusty-comet-118', 'early-finch-655'], ['Bookkeeping'])

  const find = async (words: string, names: readonly string[]) => {
    await searchBox(page).fill(words)
    await expect(countLine(page)).toContainText(`${names.length} of 6 addresses`)
    await expect.poll(() => shownNames(page)).toEqual(names)
  }
  await find('tickets', ['brisk-harbor-412'])
  await expect(list(page).locator('mark')).toHaveText(['tickets'])
  await find('ister', [])
  await find('istle', ['amber-thistle-884'])
  await find('march', ['quiet-lantern-207', 'amber-thistle-884', 'brisk-harbor-412'])
  await find('2026-01', ['clever-maple-930', 'dusty-comet-118'])
  await find('book', ['dusty-comet-118', 'early-finch-655'])
  await find('cafe zur', ['clever-maple-930'])
  await expect(list(page).locator('mark')).toHaveText(['Café', 'Zür'])
  await find('travel coast', ['brisk-harbor-412'])

  await hide(page, ['dusty-comet-118', 'early-finch-655'])
  await searchBox(page).fill('book')
  await expect(countLine(page)).toHaveText('0 shown. 2 hidden match.')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect.poll(() => shownNames(page)).toEqual(['dusty-comet-118', 'early-finch-655'])
  await rowOf(page, 'dusty-comet-118')
    .getByRole('button', { name: /^Show again: / })
    .click()
  await expect(status(page)).toContainText('Shown again.')
})

test('filters narrow the list down, say how many they would show, and are taken off one by one', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, fillYear)
  const page = await (await launch({ userData })).window()
  await expect(countLine(page)).toHaveText('6 addresses')
  await label(page, ['brisk-harbor-412', 'clever-maple-930'], ['trips'])

  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Label' }).press('Enter')
  await expect(page.getByRole('menuitemcheckbox', { name: /trips/ })).toContainText('2')
  await press(page, 'Enter', 'Escape')
  await expect.poll(() => shownNames(page)).toEqual(['brisk-harbor-412', 'clever-maple-930'])

  await filters.getByRole('button', { name: 'Month' }).press('Enter')
  await page.getByRole('menuitemradio', { name: /March 2026/ }).press('Enter')
  await expect.poll(() => shownNames(page)).toEqual(['brisk-harbor-412'])

  await filters.getByRole('button', { name: 'Without a note' }).press('Space')
  await expect(page.getByText('No address matches')).toBeVisible()
  await expect(page.getByText('Label: trips · Month: March 2026 · Without a note')).toBeVisible()

  await filters.getByRole('button', { name: 'Remove filter Label' }).press('Enter')
  await expect.poll(() => shownNames(page)).toEqual(['amber-thistle-884'])
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter')
  await expect(countLine(page)).toHaveText('6 addresses')
  await expectFocus(page, searchBox(page))
})

test('what the list is filtered by leaves the look of the list its place, however long it is', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, fillYear)
  const app = await launch({ userData })
  const page = await app.window()
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  await label(page, ['dusty-comet-118'], ['everything about bookkeeping and taxes'])
  await page.getByRole('button', { name: 'Label', exact: true }).press('Enter')
  await page.getByRole('menuitemcheckbox', { name: /^everything about/ }).press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Hidden', exact: true }).press('Enter')
  await page.getByRole('menuitemradio', { name: /^Shown too/ }).press('Enter')
  const [first, view] = await Promise.all([
    page.getByRole('button', { name: /^Label: everything/ }).boundingBox(),
    page.getByRole('button', { name: 'View', exact: true }).boundingBox(),
  ])
  expect(Math.abs((first?.y ?? 0) - (view?.y ?? 999))).toBeLessThan(8)
})

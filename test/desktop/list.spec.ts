import { expect, test } from '../support/app/fixture'
import { status } from '../support/app/journey'
import { pressMenu } from '../support/app/menu'
import { focusWindow } from '../support/desktop/windows'
import type { Filler } from '../support/profile/fill'
import {
  countLine,
  expectFocus,
  filledProfile,
  fillYear,
  hide,
  list,
  on,
  press,
  rowOf,
  searchBox,
  shownNames,
} from './list/addressList'

const MINUTE = 60_000
const done = { state: 'done' } as const

const numbered = (count: number) => async (filler: Filler) => {
  const account = await filler.account({ plan: 'lifetime' })
  const presses = Array.from({ length: count }, (_, index) => ({
    email: `number-${String(index + 1).padStart(5, '0')}@ig.do`,
    at: Date.now() - index * MINUTE,
    ending: done,
  }))
  for (let from = 0; from < count; from += 500)
    await Promise.all(presses.slice(from, from + 500).map((kept) => filler.press(account, kept)))
}

test('selected addresses are copied one a line, in the order of the list', async ({ launch, session }) => {
  const userData = await filledProfile(session, async (filler) => {
    await fillYear(filler)
    const account = await filler.account({ name: 'Second' })
    const problem = { kind: 'connection-lost' } as const
    await filler.press(account, {
      email: 'in-doubt@ig.do',
      at: on('2026-03-20'),
      ending: { state: 'unconfirmed', problem },
    })
  })
  const app = await launch({ userData })
  const page = await app.window()
  await expect(countLine(page)).toHaveText('7 addresses')

  await rowOf(page, 'brisk-harbor-412').click({ position: { x: 60, y: 12 } })
  await rowOf(page, 'quiet-lantern-207').click({ modifiers: ['Control'], position: { x: 60, y: 12 } })
  await rowOf(page, 'early-finch-655').click({ modifiers: ['Control'], position: { x: 60, y: 12 } })
  await expect(page.getByText('3 selected')).toBeVisible()
  await expect(rowOf(page, 'quiet-lantern-207')).toHaveAttribute('aria-selected', 'true')
  await expect(rowOf(page, 'amber-thistle-884')).toHaveAttribute('aria-selected', 'false')
  await press(page, 'Control+c')
  await expect(status(page)).toContainText('Copied 3 addresses')
  expect(await session.readClipboard()).toBe(
    'quiet-lantern-207@ig.do\nbrisk-harbor-412@ig.do\nearly-finch-655@ig.do',
  )

  await rowOf(page, 'quiet-lantern-207').click({ position: { x: 60, y: 12 } })
  await rowOf(page, 'amber-thistle-884').click({ modifiers: ['Shift'], position: { x: 60, y: 12 } })
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(status(page)).toContainText('Copied 2 addresses. 1 left out: not confirmed by LikeDo.')
  expect(await session.readClipboard()).toBe('quiet-lantern-207@ig.do\namber-thistle-884@ig.do')
})

test('what was hidden is taken back by Ctrl+Z, after a restart too', async ({ launch, session }) => {
  const userData = await filledProfile(session, fillYear)
  const app = await launch({ userData })
  const page = await app.window()
  await rowOf(page, 'brisk-harbor-412').focus()
  await press(page, 'Delete')
  await expect(status(page)).toContainText('Hidden here. It still exists at LikeDo and still receives mail.')
  await expect(rowOf(page, 'brisk-harbor-412')).toHaveCount(0)
  await expectFocus(page, rowOf(page, 'clever-maple-930'))
  await app.close()

  const again = await (await launch({ userData })).window()
  await expect(countLine(again)).toHaveText('5 addresses')
  await rowOf(again, 'quiet-lantern-207').focus()
  await press(again, 'Control+z')
  await expect(status(again)).toContainText('Undone: 1 address no longer hidden.')
  await expectFocus(again, rowOf(again, 'brisk-harbor-412'))
  await expect(countLine(again)).toHaveText('6 addresses')

  // A field takes back what was typed into it, and nothing else.
  await searchBox(again).fill('train')
  await press(again, 'Control+z')
  await expect(countLine(again)).not.toContainText('hidden')
  await expect(rowOf(again, 'brisk-harbor-412')).toBeVisible()
})

test('Edit › Undo does what Ctrl+Z does, once, wherever the keyboard is', async ({ launch, session }) => {
  const userData = await filledProfile(session, fillYear)
  const app = await launch({ userData })
  const page = await app.window()
  const undoInMenu = () => pressMenu(app, 'undo')
  await focusWindow(session, 'Mailroom')
  for (const name of ['brisk-harbor-412', 'clever-maple-930', 'dusty-comet-118']) {
    await rowOf(page, name).focus()
    await session.run('xdotool', ['key', 'Delete'])
    await expect(rowOf(page, name)).toHaveCount(0)
  }

  await undoInMenu()
  await expectFocus(page, rowOf(page, 'dusty-comet-118'))
  await expect(countLine(page)).toHaveText('4 addresses')
  await session.run('xdotool', ['key', 'ctrl+z'])
  await expectFocus(page, rowOf(page, 'clever-maple-930'))
  await expect(countLine(page)).toHaveText('5 addresses')

  // In a field, what was typed there is taken back, and the third stays hidden.
  await searchBox(page).focus()
  await session.run('xdotool', ['type', 'lantern'])
  await expect(searchBox(page)).toHaveValue('lantern')
  await undoInMenu()
  await expect(searchBox(page)).not.toHaveValue('lantern')
  await session.run('xdotool', ['key', 'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z'])
  await expect(searchBox(page)).toHaveValue('')
  // There is nothing left to take back in the field.
  await undoInMenu()
  await session.run('xdotool', ['key', 'ctrl+z'])
  await expect(countLine(page)).toHaveText('5 addresses')
})

test('every row is reached, noted, selected, hidden and found with the keyboard alone', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, fillYear)
  const page = await (await launch({ userData })).window()
  await expect(countLine(page)).toHaveText('6 addresses')
  await expect(list(page)).toHaveAttribute('aria-rowcount', '7')

  await press(page, 'Tab', 'Control+f')
  await expectFocus(page, searchBox(page))
  await page.keyboard.type('mar')
  await expect(countLine(page)).toHaveText('3 of 6 addresses')
  await press(page, 'ArrowDown')
  await expectFocus(page, rowOf(page, 'quiet-lantern-207'))
  await expect(rowOf(page, 'quiet-lantern-207')).toHaveAttribute('aria-rowindex', '2')
  await press(page, 'ArrowDown', 'n')
  await expectFocus(page, page.getByRole('textbox', { name: 'Note for amber-thistle-884@ig.do' }))
  await page.keyboard.type('Kettle')
  await press(page, 'Enter')
  await expect(rowOf(page, 'amber-thistle-884')).toContainText('Kettle')
  await expectFocus(page, rowOf(page, 'amber-thistle-884'))

  await press(page, 'Shift+ArrowDown')
  await expect(page.getByText('2 selected')).toBeVisible()
  await press(page, 'Delete')
  await expect(countLine(page)).toHaveText('1 of 4 addresses. 2 hidden match.')
  await expectFocus(page, rowOf(page, 'quiet-lantern-207'))

  // With the last row gone the keyboard is where the next search is typed.
  await press(page, 'Delete')
  await expect(page.getByText('No address matches')).toBeVisible()
  await expectFocus(page, searchBox(page))
  await press(page, 'Escape')
  await expect(searchBox(page)).toHaveValue('')
  await expect(countLine(page)).toHaveText('3 addresses')

  await press(page, 'ArrowDown', 'End', 'Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('early-finch-655')
  await press(page, 'Escape')
  await expectFocus(page, rowOf(page, 'early-finch-655'))
  await press(page, 'Control+a')
  await expect(page.getByText('3 selected')).toBeVisible()
  await press(page, 'Control+l')
  const dialog = page.getByRole('dialog', { name: 'Label 3 addresses' })
  await expect(dialog).toBeVisible()
  await page.keyboard.type('archive')
  await press(page, 'Enter')
  await dialog.getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(status(page)).toContainText('Labels changed on 3 addresses.')
  await expect(list(page).getByText('archive')).toHaveCount(3)
  await expectFocus(page, rowOf(page, 'early-finch-655'))
})

test('more than twenty are hidden only after it was said what that means', async ({ launch, session }) => {
  const userData = await filledProfile(session, numbered(34))
  const page = await (await launch({ userData })).window()
  await expect(countLine(page)).toHaveText('34 addresses')
  await rowOf(page, 'number-00001').focus()
  await press(page, 'Control+a', 'Delete')
  const dialog = page.getByRole('alertdialog', { name: 'Hide 34 addresses?' })
  await expect(dialog).toContainText('They still exist at LikeDo and still receive mail.')
  await press(page, 'Escape')
  await expect(countLine(page)).toHaveText('34 addresses')
  await expectFocus(page, rowOf(page, 'number-00001'))

  await press(page, 'Delete')
  await dialog.getByRole('button', { name: 'Hide 34 addresses' }).press('Enter')
  await expect(countLine(page)).toHaveText('0 shown. 34 hidden match.')
  await expectFocus(page, searchBox(page))
  await press(page, 'Shift+Tab', 'Control+z')
  await expect(countLine(page)).toHaveText('34 addresses')
})

test('the keyboard is where it was once what lay over the window is gone, however late the window is free again', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, numbered(34))
  const page = await (await launch({ userData })).window()
  await rowOf(page, 'number-00007').focus()
  const isFree = (free: boolean) =>
    page.evaluate((inert) => {
      const root = document.getElementById('root')
      if (root !== null) root.inert = inert
    }, !free)
  await isFree(false)
  await expect(page.locator('body')).toBeFocused()
  await isFree(true)
  await expectFocus(page, rowOf(page, 'number-00007'))
  // What it was on may be gone by then.
  await isFree(false)
  await expect(page.locator('body')).toBeFocused()
  await hide(page, ['number-00007'])
  await expect(countLine(page)).toHaveText(/^33 /)
  await isFree(true)
  await expectFocus(page, list(page).locator('[role="row"][tabindex="0"]'))
})

test('a long list is walked from end to end, and all of it is selected and copied as it was then', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, numbered(3_000))
  const app = await launch({ userData })
  const page = await app.window()
  await expect(countLine(page)).toHaveText('3,000 addresses')
  await rowOf(page, 'number-00001').focus()
  await press(page, 'End')
  await expectFocus(page, rowOf(page, 'number-03000'))
  await expect(rowOf(page, 'number-03000')).toHaveAttribute('aria-rowindex', '3001')
  await press(page, 'PageUp', 'PageUp', 'Home')
  await expectFocus(page, rowOf(page, 'number-00001'))

  await press(page, 'ArrowDown', 'Shift+End')
  await expect(page.getByText('2,999 selected')).toBeVisible()
  await press(page, 'Control+c')
  await expect(status(page)).toContainText('Copied 2,999 addresses')
  const lines = (await session.readClipboard())?.split('\n') ?? []
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([2_999, 'number-00002@ig.do', 'number-03000@ig.do'])

  await press(page, 'Home', 'Control+a')
  await expect(page.getByText('3,000 selected')).toBeVisible()
  await press(page, 'Control+Space')
  await expect(page.getByText('2,999 selected')).toBeVisible()
})

test('order, columns and density are kept for the next start', async ({ launch, session }) => {
  const userData = await filledProfile(session, fillYear)
  const app = await launch({ userData })
  const page = await app.window()
  const title = (of: typeof page, name: string) => list(of).getByRole('columnheader', { name })
  await expect(title(page, 'Created')).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByText('March 2026')).toBeVisible()
  await title(page, 'Address').getByRole('button').press('Enter')
  await expect(title(page, 'Address')).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => (await shownNames(page))[0]).toBe('amber-thistle-884')
  await expect(page.getByText('March 2026')).toHaveCount(0)

  await page.getByRole('button', { name: 'View', exact: true }).press('Enter')
  await page.getByRole('checkbox', { name: 'LikeDo tag' }).press('Space')
  await page.getByRole('button', { name: 'Move Created up' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Move Created up' })).toBeFocused()
  await page.getByText('Compact').click()
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await press(page, 'Escape')
  await expectFocus(page, page.getByRole('button', { name: 'View', exact: true }))
  const titles = ['Address', 'Note', 'Created', 'Labels', 'State', 'Copy']
  const readTitles = async (of: typeof page) =>
    (await list(of).getByRole('columnheader').allTextContents()).map((text) => text.trim())
  expect(await readTitles(page)).not.toContain('LikeDo tag')
  await app.close()

  const again = await (await launch({ userData })).window()
  await expect.poll(async () => (await shownNames(again))[0]).toBe('amber-thistle-884')
  expect([...(await readTitles(again))].sort()).toEqual([...titles].sort())
  await expect(rowOf(again, 'amber-thistle-884')).toHaveClass(/is-compact/)
})

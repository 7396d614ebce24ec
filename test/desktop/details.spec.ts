import { expect, test } from '../support/app/fixture'
import { connectAndOpenList, status } from '../support/app/journey'
import { watchOpenedPages } from '../support/app/openedPages'
import { DEFAULT_KEY } from '../support/likedo/server'
import { fillProfile } from '../support/profile/fill'
import { details, makeAddress, note, rowOf } from './details/panel'

test('the details of an address are opened, read, written and left by keyboard alone', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const older = await makeAddress(page)
  const newer = await makeAddress(page)

  await rowOf(page, newer).focus()
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { name: newer })).toBeFocused()
  await expect(details(page)).toContainText('In this window. LikeDo confirmed it at once.')
  await page.keyboard.press('Tab')
  await expect(details(page).getByRole('button', { name: 'Copy' })).toBeFocused()
  await session.writeClipboard('something else')
  await page.keyboard.press('Enter')
  await expect.poll(() => session.readClipboard()).toBe(newer)

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(note(page)).toBeFocused()
  await page.keyboard.type('Two lines')
  await page.keyboard.press('Enter')
  await page.keyboard.type('of a note')
  await page.keyboard.press('Control+Enter')
  await expect(rowOf(page, newer)).toContainText('Two lines')
  await page.keyboard.type(' and more')
  await page.keyboard.press('Escape')
  await expect(note(page)).toHaveValue('Two lines\nof a note')

  await page.keyboard.press('Escape')
  await expect(details(page)).toHaveCount(0)
  await expect(rowOf(page, newer)).toBeFocused()

  // Open details follow the list, and leave the keyboard there.
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { name: newer })).toBeFocused()
  await rowOf(page, newer).focus()
  await page.keyboard.press('ArrowDown')
  await expect(details(page).getByRole('heading', { name: older })).toBeVisible()
  await expect(rowOf(page, older)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(details(page)).toHaveCount(0)
  await expect(rowOf(page, older)).toBeFocused()
})

test('labels are found or made by typing, taken off by Backspace, and renamed everywhere', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const older = await makeAddress(page)
  const newer = await makeAddress(page)
  const field = details(page).getByRole('combobox', { name: 'Add a label' })
  const chip = (name: string) => details(page).getByRole('button', { name: `Label ${name}`, exact: true })

  await rowOf(page, older).focus()
  await page.keyboard.press('Enter')
  await field.focus()
  await page.keyboard.type('Travel')
  await expect(page.getByRole('option', { name: 'Create “Travel”' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(chip('Travel')).toBeVisible()
  await page.keyboard.type('Work')
  await page.keyboard.press('Enter')
  await expect(chip('Work')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(chip('Work')).toHaveCount(0)
  await expect(field).toBeFocused()

  await rowOf(page, newer).focus()
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { name: newer })).toBeFocused()
  await field.focus()
  await page.keyboard.type('trav')
  await expect(page.getByRole('option', { name: /^Travel/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(chip('Travel')).toBeVisible()

  await chip('Travel').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Rename everywhere…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Rename the label “Travel”' })
  await dialog.getByLabel('New name').fill('Holidays')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Label renamed to “Holidays” on 2 addresses.')
  await expect(chip('Holidays')).toBeVisible()
  await expect(field).toBeFocused()
  await expect(rowOf(page, older)).toContainText('Holidays')
})

test('what is forgotten or settled in its details leaves the keyboard on something', async ({
  launch,
  session,
}) => {
  const userData = session.makeFolder('profile-in-doubt')
  const [waiting, doubtful] = ['brave-teapot-553@ig.do', 'garden.club@ig.do']
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({})
    await filler.press(account, { email: waiting, at: Date.now() - 60_000, ending: 'waiting' })
    await filler.press(account, {
      email: doubtful,
      at: Date.now() - 120_000,
      drawnBits: 0,
      unanswered: 1,
      ending: { state: 'unconfirmed', problem: { kind: 'owner-unknown', email: doubtful } },
    })
  })
  const page = await (await launch({ userData })).window()

  await rowOf(page, doubtful).focus()
  await page.keyboard.press('Enter')
  await details(page).getByRole('button', { name: 'It is mine' }).press('Enter')
  await expect(details(page)).not.toContainText('Unconfirmed')
  await expect(details(page).getByRole('heading', { name: doubtful })).toBeFocused()

  await rowOf(page, waiting).focus()
  await page.keyboard.press('Enter')
  await details(page).getByRole('button', { name: 'Forget' }).press('Enter')
  await expect(details(page)).toHaveCount(0)
  await expect(rowOf(page, doubtful)).toBeFocused()
})

test('deleting says that LikeDo’s website has to do it, opens it, and hides the address here', async ({
  launch,
  session,
}) => {
  // Of LikeDo itself: a server on this computer has no website.
  const userData = session.makeFolder('profile-of-likedo')
  const email = 'brisk-otter-482@ig.do'
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({})
    await filler.press(account, { email, at: Date.now() - 60_000, ending: { state: 'done' } })
  })
  const app = await launch({ userData })
  const page = await app.window()
  const openedLinks = await watchOpenedPages(app)
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await details(page).getByRole('button', { name: 'Read mail at LikeDo' }).click()
  await expect.poll(openedLinks).toHaveLength(1)

  await details(page).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${email}?` })
  await expect(dialog).toContainText('LikeDo’s API has no way to delete an address')
  await dialog.getByRole('button', { name: 'Open LikeDo' }).click()
  await expect.poll(openedLinks).toHaveLength(2)
  await dialog.getByRole('button', { name: 'Hide here' }).click()
  await expect(details(page)).toContainText('Hidden here. It still exists at LikeDo and still receives mail.')
  await expect(rowOf(page, email)).toHaveCount(0)
  for (const url of await openedLinks()) expect(url).toMatch(/^https:\/\/like\.do\//)

  await details(page).getByRole('button', { name: 'Show again' }).click()
  await expect(rowOf(page, email)).toBeVisible()
})

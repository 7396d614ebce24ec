import type { Page } from '@playwright/test'
import { EVENT } from '../../src/shared/bridge'
import { expect, test } from '../support/app/fixture'
import {
  addressRows,
  connectAndOpenList,
  connectLikeDo,
  copiedAddress,
  pressNewAddress,
  status,
} from '../support/app/journey'
import type { App } from '../support/app/launch'
import { DEFAULT_KEY } from '../support/likedo/server'
import { fillProfile } from '../support/profile/fill'

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const note = (page: Page) => details(page).getByRole('textbox', { name: 'Note' })
const rowOf = (page: Page, email: string) => addressRows(page).filter({ hasText: email })

/** What an address of a press is, with the list behind it. */
async function makeAddress(page: Page): Promise<string> {
  const said = status(page).getByText(/^Copied: /)
  const lastSaid = async () => (await said.allTextContents()).at(-1)
  const before = await lastSaid()
  await pressNewAddress(page)
  // The news of the press before may still be there.
  await expect.poll(async () => [undefined, before].includes(await lastSaid())).toBe(false)
  const email = await copiedAddress(page)
  await expect(rowOf(page, email)).toBeVisible()
  return email
}

/** As a notification, the tray or quick create asks for it. */
const showAddress = (app: App, id: string) =>
  app.electron.evaluate(
    ({ BrowserWindow }, shown) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(shown.channel, 'show-address', { id: shown.id }),
    { channel: EVENT, id },
  )

/** Keeps the address of every page that would be opened outside. */
const watchLinks = (app: App) =>
  app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
const openedLinks = (app: App) =>
  app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)

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

test('a note that is being written is kept when its details are closed or show another address', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const older = await makeAddress(page)
  const newer = await makeAddress(page)

  await rowOf(page, newer).focus()
  await page.keyboard.press('Enter')
  await note(page).fill('Closed while writing')
  await details(page).getByRole('button', { name: 'Close details' }).click()
  await expect(rowOf(page, newer)).toContainText('Closed while writing')

  await rowOf(page, older).focus()
  await page.keyboard.press('Enter')
  await note(page).fill('Another one was clicked')
  await rowOf(page, newer).getByText(newer, { exact: true }).click()
  await expect(rowOf(page, older)).toContainText('Another one was clicked')
  await expect(note(page)).toHaveValue('Closed while writing')
})

test('a note that is being written is kept when Mailroom quits', async ({ launch, likedo }) => {
  const first = await launch()
  const page = await first.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const email = await makeAddress(page)
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await note(page).fill('Quit while writing')
  await first.close()

  const again = await (await launch({ userData: first.userData })).window()
  await expect(rowOf(again, email)).toContainText('Quit while writing')
})

test('a notification leads to the note of its address, from any screen', async ({ launch, likedo }) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const email = await makeAddress(page)
  const id = await page.evaluate(async (wanted) => {
    const view = {
      search: '',
      labels: [],
      accountIds: [],
      month: null,
      hidden: 'shown' as const,
      isWithoutNote: false,
      sort: { by: 'created' as const, isDescending: true },
    }
    const listed = await window.bridge.call('addresses.list', { view, offset: 0, limit: 10 })
    return listed.ok ? listed.value.rows.find((row) => row.email === wanted)?.id : undefined
  }, email)
  await page.getByRole('button', { name: 'Settings' }).click()
  await showAddress(app, id ?? '')
  await expect(note(page)).toBeFocused()
  await page.keyboard.type('From a notification')
  await page.keyboard.press('Control+Enter')
  await expect(rowOf(page, email)).toContainText('From a notification')
})

test('what a new address is for is asked beside the news of it: a key, the words, Enter', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const button = page.getByRole('button', { name: 'New address', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  const email = await copiedAddress(page)
  const question = page.getByRole('button', { name: /^What is .* for\?/ })
  await expect(question).toBeVisible()

  // Nothing that is typed elsewhere goes there.
  await page.keyboard.type('x')
  await expect(button).toBeFocused()
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('textbox', { name: `Note for ${email}` })).toBeFocused()
  await page.keyboard.type('The bicycle forum')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, email)).toContainText('The bicycle forum')
  await expect(status(page)).toContainText(`Noted for ${email}: The bicycle forum`)
  await expect(button).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(question).toBeVisible()
  await page.keyboard.press('Control+e')
  await page.keyboard.type('given up')
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await expect(page.getByText('given up')).toHaveCount(0)

  // The notice has left: the same key goes to the note in the details.
  const again = page.getByRole('button', { name: 'Dismiss' })
  while ((await again.count()) > 0) await again.first().click()
  await page.keyboard.press('Control+e')
  await expect(note(page)).toBeFocused()
  await page.keyboard.type('Written later')
  await page.keyboard.press('Control+Enter')
  await expect(addressRows(page).first()).toContainText('Written later')
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
  await watchLinks(app)
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await details(page).getByRole('button', { name: 'Read mail at LikeDo' }).click()
  await expect.poll(() => openedLinks(app)).toHaveLength(1)

  await details(page).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${email}?` })
  await expect(dialog).toContainText('LikeDo’s API has no way to delete an address')
  await dialog.getByRole('button', { name: 'Open LikeDo' }).click()
  await expect.poll(() => openedLinks(app)).toHaveLength(2)
  await dialog.getByRole('button', { name: 'Hide here' }).click()
  await expect(details(page)).toContainText('Hidden here. It still exists at LikeDo and still receives mail.')
  await expect(rowOf(page, email)).toHaveCount(0)
  for (const url of await openedLinks(app)) expect(url).toMatch(/^https:\/\/like\.do\//)

  await details(page).getByRole('button', { name: 'Show again' }).click()
  await expect(rowOf(page, email)).toBeVisible()
})

test('a refresh adds what was made elsewhere and keeps the note that is here', async ({ launch, likedo }) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const email = await makeAddress(page)
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await note(page).fill('Ours')
  await note(page).press('Control+Enter')
  await expect(details(page)).toContainText('Saved')

  likedo.hold(DEFAULT_KEY, 'made.elsewhere@ig.do', 'from the website')
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(status(page)).toContainText('Refreshed. 1 address added.')
  await expect(rowOf(page, 'made.elsewhere@ig.do')).toBeVisible()
  await expect(rowOf(page, email)).toContainText('Ours')
  await expect(page.getByText('Updated just now')).toBeVisible()
  await expect(details(page)).toContainText('Last seen in LikeDo’s list just now')
  await rowOf(page, 'made.elsewhere@ig.do').focus()
  await expect(details(page)).toContainText('Found in LikeDo’s list.')
  await expect(details(page)).toContainText('from the website')

  await page.getByRole('button', { name: 'More about refreshing' }).click()
  await page.getByRole('menuitem', { name: /^Refresh all…/ }).click()
  await expect(page.getByRole('dialog', { name: 'Refresh all' })).toContainText(
    /Reads about (\d) pages?: \1 of about \d+ requests left this hour\./,
  )
  await page.getByRole('button', { name: 'Read all' }).click()
  await expect(status(page)).toContainText('Refreshed. Nothing new.')
})

test.describe('where the server shows no list', () => {
  test.use({ likedoOptions: { canList: false } })

  test('that is said instead of an age, and nothing can be refreshed', async ({ launch, likedo }) => {
    const app = await launch()
    const page = await app.window()
    await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
    await expect(page.getByText('LikeDo does not list addresses here')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toHaveCount(0)
  })
})

test('a list that shows nothing known after a key was replaced is merged only when the user says so', async ({
  launch,
  likedo,
}) => {
  const OTHER_KEY = 'sk_live_test_other_000000000000000002'
  likedo.addUser({ name: 'other', keys: [OTHER_KEY], addresses: ['somebody.elses@ig.do'] })
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await makeAddress(page)

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Replace key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('API key', { exact: true }).fill(OTHER_KEY)
  await dialog.getByRole('button', { name: 'Replace key' }).click()
  await expect(status(page)).toContainText('Key replaced.')
  await page.getByRole('button', { name: 'Addresses', exact: true }).click()

  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText('Is it the same LikeDo user?')).toBeVisible()
  await expect(rowOf(page, 'somebody.elses@ig.do')).toHaveCount(0)
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(rowOf(page, 'somebody.elses@ig.do')).toBeVisible()
  await expect(page.getByText('Is it the same LikeDo user?')).toHaveCount(0)
})

test('twenty from a list, with a 409, a 403 and a lost answer, are told exactly, each made once', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.forget()
  const good = Array.from({ length: 17 }, (_, index) => `number.${index + 1}@ig.do`)
  likedo.next({ kind: 'drop', when: 'after', how: 'reset' }, { method: 'POST', email: 'lost.answer@ig.do' })
  const lines = [...good, 'lost.answer', 'john.smith, Taken by somebody', 'premium@kfc.sh']

  await page.getByRole('button', { name: 'More ways to make addresses' }).click()
  await page.getByRole('menuitem', { name: /^New addresses from a list…/ }).click()
  const dialog = page.getByRole('dialog', { name: /from a list$/ })
  await dialog.getByLabel('Names, one a line').fill(['ab', ...lines, 'number.1'].join('\n'))
  await expect(dialog).toContainText('20 of 22 can be sent. 50 of 50 addresses left this month.')
  const readings = dialog.getByRole('list', { name: 'How each line is read' })
  await expect(readings.getByRole('listitem').first()).toContainText('Not a name')
  await expect(readings.getByRole('listitem').last()).toContainText('Stands in the list twice.')
  expect(likedo.requests.filter(({ method }) => method === 'POST')).toHaveLength(0)

  await dialog.getByRole('button', { name: 'Create 20 addresses' }).click()
  await expect(dialog).toContainText('Done: 18 created, 2 not created.')
  const items = dialog.getByRole('list', { name: 'Addresses of the list' }).getByRole('listitem')
  await expect(items).toHaveCount(20)
  await expect(items.filter({ hasText: 'john.smith@ig.do' })).toContainText(
    'LikeDo already has john.smith@ig.do',
  )
  await expect(items.filter({ hasText: 'premium@kfc.sh' })).toContainText(
    'Your LikeDo plan does not cover kfc.sh',
  )
  await expect(items.filter({ hasText: 'lost.answer@ig.do' })).toContainText('Created')

  const held = likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
  expect(new Set(held)).toEqual(new Set([...good, 'lost.answer@ig.do']))
  expect(held).toHaveLength(18)

  await dialog.getByRole('button', { name: 'Copy the 18 created' }).click()
  await expect
    .poll(async () => (await session.readClipboard())?.split('\n'))
    .toEqual([...good, 'lost.answer@ig.do'])

  await dialog.getByRole('button', { name: 'Try the 2 refused again…' }).click()
  await expect(dialog.getByLabel('Names, one a line')).toHaveValue(
    'john.smith, Taken by somebody\npremium@kfc.sh',
  )
})

test('a list goes on while its dialog is closed, and stops when that is pressed', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST', email: 'second@ig.do' })
  await page.getByRole('button', { name: 'More ways to make addresses' }).click()
  await page.getByRole('menuitem', { name: /^New addresses from a list…/ }).click()
  const dialog = page.getByRole('dialog', { name: /from a list$/ })
  await dialog.getByLabel('Names, one a line').fill('first\nsecond\nthird')
  await dialog.getByRole('button', { name: 'Create 3 addresses' }).click()
  await expect(dialog).toContainText('Closing this does not stop it.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Creating addresses from a list: 1 of 3')).toBeVisible()

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  likedo.release()
  await expect(dialog).toContainText('Done: 2 created, 1 not created.')
  expect(likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)).toEqual(['second@ig.do', 'first@ig.do'])
})

import { EVENT } from '../../src/shared/bridge'
import { expect, test } from '../support/app/fixture'
import { addressRows, connectAndOpenList, copiedAddress, status } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { DEFAULT_KEY } from '../support/likedo/server'
import { details, makeAddress, note, rowOf } from './details/panel'

/** As a notification, the tray or quick create asks for it. */
const showAddress = (app: App, id: string) =>
  app.electron.evaluate(
    ({ BrowserWindow }, shown) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(shown.channel, 'show-address', { id: shown.id }),
    { channel: EVENT, id },
  )

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

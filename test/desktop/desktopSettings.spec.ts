import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { status } from '../support/app/journey'
import type { App } from '../support/app/launch'

async function openDesktopSettings(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Desktop' }).click()
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible()
}

const shortcutPart = (page: Page) => page.getByRole('region', { name: 'Global shortcut' })

/** Which combinations the process itself has taken from the desktop. */
const isRegistered = (app: App, accelerator: string) =>
  app.electron.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator)

async function record(page: Page, keys: string): Promise<void> {
  await shortcutPart(page)
    .getByRole('button', { name: /^Record/ })
    .click()
  await expect(page.getByRole('textbox', { name: 'New shortcut' })).toBeFocused()
  await page.keyboard.press(keys)
}

test('a recorded shortcut is shown by the names of its keys, and holds in the desktop', async ({
  launch,
}) => {
  const app = await launch()
  const page = await app.window()
  await openDesktopSettings(page)

  await record(page, 'Control+Shift+Space')

  await expect(shortcutPart(page).getByText('Ctrl+Shift+Space')).toBeVisible()
  await expect(shortcutPart(page).getByRole('button', { name: 'Record another' })).toBeFocused()
  await expect.poll(() => isRegistered(app, 'Control+Shift+Space')).toBe(true)
})

test('what is pressed is shown while it is pressed, and Escape leaves everything as it was', async ({
  launch,
}) => {
  const page = await (await launch()).window()
  await openDesktopSettings(page)
  await shortcutPart(page).getByRole('button', { name: 'Record shortcut' }).click()
  const field = page.getByRole('textbox', { name: 'New shortcut' })

  await page.keyboard.down('Control')
  await page.keyboard.down('Shift')
  await expect(field).toHaveValue('Ctrl+Shift+…')
  await page.keyboard.up('Shift')
  await expect(field).toHaveValue('Ctrl+…')
  await page.keyboard.up('Control')
  await page.keyboard.press('m')
  await expect(page.getByRole('alert')).toHaveText('Press Ctrl, Alt or Super together with a key.')

  await page.keyboard.press('Escape')
  await expect(shortcutPart(page).getByText('No shortcut yet')).toBeVisible()
  await expect(shortcutPart(page).getByRole('button', { name: 'Record shortcut' })).toBeFocused()
})

test('keys that are recorded do nothing else: the menu has none of them', async ({ launch }) => {
  const app = await launch()
  const page = await app.window()
  await openDesktopSettings(page)

  await record(page, 'Control+Shift+N')

  await expect(shortcutPart(page).getByText('Ctrl+Shift+N')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Backspace turns the shortcut off', async ({ launch }) => {
  const app = await launch()
  const page = await app.window()
  await openDesktopSettings(page)
  await record(page, 'Control+Alt+M')
  await expect.poll(() => isRegistered(app, 'Control+Alt+M')).toBe(true)

  await record(page, 'Backspace')

  await expect(shortcutPart(page).getByText('No shortcut yet')).toBeVisible()
  await expect.poll(() => isRegistered(app, 'Control+Alt+M')).toBe(false)
})

test('turned off by its button the shortcut leaves the keyboard beside it, and what changed is said', async ({
  launch,
}) => {
  const page = await (await launch()).window()
  await openDesktopSettings(page)
  await record(page, 'Control+Alt+M')
  await expect(status(page)).toContainText('The shortcut is Ctrl+Alt+M.')

  await shortcutPart(page).getByRole('button', { name: 'Turn off' }).press('Enter')

  await expect(status(page)).toContainText('The shortcut is off.')
  await expect(shortcutPart(page).getByRole('button', { name: 'Record shortcut' })).toBeFocused()
})

test('a shortcut that another program has is said, and the old one stays', async ({ launch }) => {
  const app = await launch()
  const other = await launch()
  const page = await app.window()
  const otherPage = await other.window()
  await openDesktopSettings(otherPage)
  await record(otherPage, 'Control+Alt+T')
  await expect.poll(() => isRegistered(other, 'Control+Alt+T')).toBe(true)
  await openDesktopSettings(page)
  await record(page, 'Control+Alt+M')
  await expect.poll(() => isRegistered(app, 'Control+Alt+M')).toBe(true)

  await record(page, 'Control+Alt+T')

  const said = shortcutPart(page).getByRole('alert')
  await expect(said).toContainText('Ctrl+Alt+T: Another program has this shortcut.')
  await expect(shortcutPart(page).getByText('Ctrl+Alt+M')).toBeVisible()
  expect(await isRegistered(app, 'Control+Alt+M')).toBe(true)

  await said.getByRole('button', { name: 'Choose another shortcut' }).click()
  await expect(page.getByRole('textbox', { name: 'New shortcut' })).toBeFocused()
})

test('what closing the window does is said for this desktop, and kept', async ({ launch }) => {
  const app = await launch()
  const page = await app.window()
  await openDesktopSettings(page)
  // No panel runs here.
  await expect(page.getByText('This desktop shows no tray icons.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Here closing the window quits Mailroom')).toBeVisible()

  await page.getByText('Keep running', { exact: true }).click()
  await expect(page.getByText('nothing on this desktop shows that it runs')).toBeVisible()
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await openDesktopSettings(page)
  await expect(page.getByRole('radio', { name: 'Keep running' })).toBeChecked()
})

test('the command is copied for the desktop’s own settings', async ({ launch, session }) => {
  const page = await (await launch()).window()
  await openDesktopSettings(page)
  const shown = await page.locator('code').first().textContent()
  await page.getByRole('button', { name: 'Copy the command' }).click()
  await expect(page.getByRole('status').first()).toContainText('Copied: the command.')
  expect(await session.readClipboard()).toBe(shown)
})

import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app/fixture'
import { inWindow } from '../support/app/inWindow'
import { addressRows, connectAndOpenList, copiedAddress, pressNewAddress } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { pressMenu } from '../support/app/menu'
import { focusWindow } from '../support/desktop/windows'
import { DEFAULT_KEY } from '../support/likedo/server'

const boundsOf = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

/** Where the window is when it can be seen: until then it is being made. */
async function shownBounds(app: App) {
  const isShown = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isShown).toBe(true)
  return boundsOf(app)
}

const putWindow = (app: App, bounds: { x: number; y: number; width: number; height: number }) =>
  app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)

test('a window opens where it was left and as large', async ({ launch }) => {
  const first = await launch()
  expect(await shownBounds(first)).toMatchObject({ width: 1280, height: 800 })
  const left = { x: 140, y: 90, width: 1000, height: 640 }
  await putWindow(first, left)
  await expect.poll(() => boundsOf(first)).toEqual(left)
  await first.close()

  expect(await shownBounds(await launch({ userData: first.userData }))).toEqual(left)
})

test('a window that was left where no display is any more opens on one', async ({ launch }) => {
  const first = await launch()
  await shownBounds(first)
  await putWindow(first, { x: 5_000, y: 90, width: 1000, height: 640 })
  await expect.poll(() => boundsOf(first)).toMatchObject({ x: 5_000 })
  await first.close()

  const again = await shownBounds(await launch({ userData: first.userData }))
  expect(again).toMatchObject({ width: 1000, height: 640 })
  expect(again?.x).toBeLessThan(1_600)
})

test('a window is never smaller than its page can be used in', async ({ launch }) => {
  const app = await launch()
  await shownBounds(app)
  await putWindow(app, { x: 0, y: 0, width: 300, height: 200 })
  await expect.poll(() => boundsOf(app)).toMatchObject({ width: 720, height: 480 })
})

test('a page whose process dies is said and loaded again, and what it showed is still there', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  const email = await copiedAddress(page)

  app.expectProblems(/a renderer crashed/)
  await app.electron.evaluate(async ({ BrowserWindow, dialog }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('the window is open')
    const asked: Electron.MessageBoxOptions[] = []
    Object.assign(globalThis, { asked })
    // The user presses the first button.
    Object.assign(dialog, {
      showMessageBox: async (_: unknown, options: Electron.MessageBoxOptions) => {
        asked.push(options)
        return { response: 0, checkboxChecked: false }
      },
    })
    const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()))
    contents.forcefullyCrashRenderer()
    await loaded
  })
  await expect.poll(() => inWindow(app, 'document.body.innerText')).toContain(email)
  const asked = await app.electron.evaluate(
    () => (globalThis as unknown as { asked: Electron.MessageBoxOptions[] }).asked,
  )
  expect(asked).toMatchObject([
    { message: 'Mailroom’s window has stopped working.', buttons: ['Reload', 'Quit'] },
  ])
})

test('the menu and its shortcuts do what the buttons do', async ({ launch, likedo, session }) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).first()

  await pressMenu(app, 'activity')
  await expect(heading('Activity')).toBeVisible()
  await pressMenu(app, 'addresses')
  await expect(heading('Addresses')).toBeVisible()
  await pressMenu(app, 'new-address')
  await copiedAddress(page)
  await pressMenu(app, 'new-address-with')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await pressMenu(app, 'about')
  await expect(page.getByText('Chromium').first()).toBeVisible()

  await focusWindow(session, 'Mailroom')
  await session.run('xdotool', ['key', 'ctrl+1'])
  await expect(heading('Addresses')).toBeVisible()
  await session.run('xdotool', ['key', 'ctrl+n'])
  await expect(addressRows(page)).toHaveCount(2)
})

test('the menu has tools for developers only where Mailroom is not installed', async ({ launch }) => {
  const app = await launch()
  const roles = await app.electron.evaluate(({ app: main, Menu }) => ({
    isPackaged: main.isPackaged,
    roles: Menu.getApplicationMenu()?.items.flatMap(
      ({ submenu }) => submenu?.items.map(({ role }) => role) ?? [],
    ),
  }))
  expect(roles.roles?.includes('toggledevtools' as never)).toBe(!roles.isPackaged)
})

test('the theme that was chosen is the window’s, now and at the next start', async ({ launch }) => {
  const first = await launch()
  const page = await first.window()
  // Playwright gives pages a scheme of its own unless told not to.
  const isDark = async (opened: typeof page) => {
    await opened.emulateMedia({ colorScheme: null })
    return opened.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  }
  expect(await isDark(page)).toBe(false)
  await inWindow(first, "window.bridge.call('settings.update', { theme: 'dark' })")
  await expect.poll(() => isDark(page)).toBe(true)
  await first.close()

  const again = await launch({ userData: first.userData })
  expect(await isDark(await again.window())).toBe(true)
  const colour = await again.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  )
  expect(colour?.toLowerCase()).toBe('#17191e')
})

test('a window opens with the screen where it was left, and shows its list', async ({ launch, session }) => {
  const userData = session.makeFolder('screens')
  const open = async () => {
    const app = await launch({ userData, args: ['--demo'] })
    const page = await app.window()
    const go = (screen: string) =>
      page.getByRole('navigation', { name: 'Main' }).getByText(screen, { exact: true }).click()
    const kept = () => page.evaluate(() => window.bridge.call('settings.get', {}))
    return { app, page, go, kept }
  }
  const first = await open()
  await expect(first.page.getByRole('grid', { name: 'Addresses' })).toBeVisible()
  await first.go('Mailboxes')
  await expect(first.page.getByRole('grid', { name: 'Mailboxes' })).toBeVisible()
  // Settings are a place to come back from.
  await first.go('Settings')
  await expect.poll(first.kept).toMatchObject({ value: { screen: 'mailboxes' } })
  await first.app.close()

  const second = await open()
  await expect(second.page.getByRole('grid', { name: 'Mailboxes' }).getByRole('row').nth(1)).toBeVisible()
  await expect(second.page.getByRole('grid', { name: 'Addresses' })).toHaveCount(0)
  await second.go('Addresses')
  await expect(second.page.getByRole('grid', { name: 'Addresses' }).getByRole('row').nth(1)).toBeVisible()
  await expect.poll(second.kept).toMatchObject({ value: { screen: 'addresses' } })
  await second.app.close()

  const third = await open()
  await expect(third.page.getByRole('grid', { name: 'Addresses' })).toBeVisible()
})

test('everything that Mailroom keeps is for its user alone', async ({ launch, session }) => {
  const userData = join(session.makeFolder('parent'), 'made', 'by', 'Mailroom')
  const app = await launch({ userData })
  await app.window()
  expect(statSync(userData).mode & 0o777).toBe(0o700)
  // What Electron keeps for itself is behind the folder's own door.
  const ours = readdirSync(userData, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(mailroom|logs\/)/.test(name),
  )
  expect(ours.length).toBeGreaterThan(0)
  const open = ours.filter((name) => (statSync(join(userData, name)).mode & 0o077) !== 0)
  expect(open).toEqual([])
})

test('a folder that cannot be written is said, in the window too, and left as it is', async ({
  launch,
  session,
}) => {
  const folder = session.makeFolder('read-only')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o500)
  const app = await launch({ userData: folder })
  // Electron's own words about what it would have kept there.
  app.expectProblems(/./)
  await expect((await app.window()).getByText(/cannot be written/).first()).toBeVisible()
  expect(readdirSync(folder)).toEqual([])
  await app.close()
  chmodSync(folder, 0o700)
})

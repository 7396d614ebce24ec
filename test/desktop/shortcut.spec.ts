import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { addAccount } from '../support/app/journey'
import { isQuickShown, quickPage } from '../support/app/quickCreate'
import { DEFAULT_KEY } from '../support/likedo/server'

const KEY = 'CommandOrControl+Alt+M'
const press = 'ctrl+alt+m'

const setShortcut = (page: Page, accelerator: string | null) =>
  page.evaluate((given) => window.bridge.call('desktop.setShortcut', { accelerator: given }), accelerator)
const readState = (page: Page) => page.evaluate(() => window.bridge.call('desktop.state', {}))
const readSettings = (page: Page) => page.evaluate(() => window.bridge.call('settings.get', {}))

test('it is off until it is set; then it opens quick create with the main window closed, and the keyboard is in it', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await addAccount(page, likedo.origin)
  expect(await readState(page)).toMatchObject({
    value: { session: 'x11', shortcut: { accelerator: null, standing: 'off' } },
  })
  await session.run('xdotool', ['key', press])
  expect(await isQuickShown(app)).toBe(false)

  expect(await setShortcut(page, KEY)).toMatchObject({
    value: { shortcut: { accelerator: KEY, standing: 'on' } },
  })
  await page.evaluate(() => window.bridge.call('settings.update', { closing: 'stay' }))
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await session.run('xdotool', ['key', press])
  await expect.poll(() => isQuickShown(app)).toBe(true)
  const quick = await quickPage(app)
  await expect(quick.getByLabel('Local part')).toBeFocused()
  await session.run('xdotool', ['type', 'by.shortcut'])
  await session.run('xdotool', ['key', 'Return'])
  await expect.poll(() => isQuickShown(app)).toBe(false)
  expect(likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)).toEqual(['by.shortcut@ig.do'])
  expect(await session.readClipboard()).toBe('by.shortcut@ig.do')

  // Kept ready: it opens again, and with nothing typed.
  await session.run('xdotool', ['key', press])
  await expect.poll(() => isQuickShown(app)).toBe(true)
  await expect((await quickPage(app)).getByLabel('Local part')).toHaveValue('')
})

test('it works again after a restart, and no longer once it is turned off', async ({ launch, session }) => {
  const first = await launch()
  await setShortcut(await first.window(), KEY)
  await first.close()

  const app = await launch({ userData: first.userData })
  const page = await app.window()
  await expect.poll(() => readState(page)).toMatchObject({ value: { shortcut: { standing: 'on' } } })
  await session.run('xdotool', ['key', press])
  await expect.poll(() => isQuickShown(app)).toBe(true)
  const quick = await quickPage(app)
  await quick.keyboard.press('Escape')
  await expect.poll(() => isQuickShown(app)).toBe(false)

  expect(await setShortcut(page, null)).toMatchObject({
    value: { shortcut: { accelerator: null, standing: 'off' } },
  })
  await session.run('xdotool', ['key', press])
  expect(await isQuickShown(app)).toBe(false)
})

test('one that another program has is said and not kept, and the old one goes on', async ({
  launch,
  session,
}) => {
  const other = await launch()
  expect(await setShortcut(await other.window(), 'CommandOrControl+Alt+K')).toMatchObject({ ok: true })

  const app = await launch()
  const page = await app.window()
  await setShortcut(page, KEY)
  expect(await setShortcut(page, 'CommandOrControl+Alt+K')).toEqual({
    ok: false,
    error: { kind: 'shortcut', problem: 'taken' },
  })
  expect(await readSettings(page)).toMatchObject({ value: { shortcut: KEY } })
  expect(await readState(page)).toMatchObject({
    value: { shortcut: { accelerator: KEY, standing: 'on' } },
  })
  await session.run('xdotool', ['key', press])
  await expect.poll(() => isQuickShown(app)).toBe(true)
})

test('one that another program took meanwhile is said at the next start', async ({ launch }) => {
  const first = await launch()
  await setShortcut(await first.window(), KEY)
  await first.close()
  const other = await launch()
  await setShortcut(await other.window(), KEY)

  const app = await launch({ userData: first.userData })
  const page = await app.window()
  await expect
    .poll(() => readState(page))
    .toMatchObject({ value: { shortcut: { accelerator: KEY, standing: 'taken' } } })
})

test('the command that is copied for a desktop’s own keys opens quick create when a shell runs it', async ({
  launch,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  expect(await page.evaluate(() => window.bridge.call('desktop.copyCommand', {}))).toMatchObject({ ok: true })
  const command = (await session.readClipboard()) ?? ''
  expect(command).toContain('--quick-create')
  expect(await session.run('sh', ['-c', command])).toMatchObject({ code: 0 })
  await expect.poll(() => isQuickShown(app)).toBe(true)
})

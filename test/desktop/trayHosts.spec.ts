import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { firstLine, goIntoTray } from '../support/app/intoTray'
import { addAccount, closeWindow, isAnyWindowVisible } from '../support/app/journey'
import { startTrayPanel } from '../support/desktop/trayHost'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

// Panels that come, go or are not there, and what closing the window means then.

const createdIn = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
/** Longer than Mailroom waits for a desktop's tray. */
const PATIENCE_MS = 8_000

test('a host that is killed and started again gets the icon again, and it works', async ({
  panel,
  launch,
  likedo,
  session,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  panel.kill()
  await sleep(1_000)
  const next = await startTrayPanel(session.busAddress)
  try {
    await next.press('New address')
    await expect.poll(firstLine(next)).toMatch(/^Copied: /)
    expect(await session.readClipboard()).toBe(createdIn(likedo)[0])
    // Once, however many ways there are to put it there.
    expect(next.items()).toHaveLength(1)
    // One whose panel goes and comes while the watcher stays.
    next.setHost(false)
    await sleep(500)
    next.setHost(true)
    await next.press('New address')
    await expect.poll(() => createdIn(likedo)).toHaveLength(2)
    expect(await isAnyWindowVisible(app)).toBe(false)
  } finally {
    next.kill()
  }
})

test('where the only tray goes for good, the window can be found again', async ({
  panel,
  launch,
  likedo,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  panel.kill()
  await expect.poll(() => isAnyWindowVisible(app), { timeout: PATIENCE_MS }).toBe(true)
  // Nothing shows Mailroom but the window, so closing it ends Mailroom.
  await closeWindow(app)
  expect(await app.exited).toMatchObject({ code: 0 })
})

test.describe('where nothing shows tray icons', () => {
  test('that is said once, and closing the window ends Mailroom', async ({
    notifications,
    launch,
    likedo,
  }) => {
    const app = await launch()
    await addAccount(await app.window(), likedo.origin)
    await notifications.shown('This desktop shows no tray icons')
    await closeWindow(app)
    expect(await app.exited).toMatchObject({ code: 0 })
    notifications.forget()

    const again = await launch({ userData: app.userData })
    await again.window()
    await sleep(PATIENCE_MS)
    expect(notifications.all).toEqual([])
  })

  test('a window that is to stay stays, hidden, and a second start shows it', async ({ launch, session }) => {
    const app = await launch()
    const page = await app.window()
    await page.evaluate(() => window.bridge.call('settings.update', { closing: 'stay' }))
    await closeWindow(app)
    expect(await isAnyWindowVisible(app)).toBe(false)
    // Also when it has become clear that there is no tray.
    await sleep(PATIENCE_MS)
    expect(await isAnyWindowVisible(app)).toBe(false)
    expect(await runCommand(session, [], { userData: app.userData })).toMatchObject({ code: 0 })
    await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  })

  test('a hidden start opens its window out of the way', async ({ launch }) => {
    const app = await launch({ args: ['--hidden'] })
    await app.window()
    await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  })

  test('a host that comes later gets the icon', async ({ launch, likedo, session }) => {
    const app = await launch()
    await addAccount(await app.window(), likedo.origin)
    await sleep(PATIENCE_MS)
    const late = await startTrayPanel(session.busAddress)
    try {
      await late.menu()
      await closeWindow(app)
      await late.press('New address')
      await expect.poll(firstLine(late)).toMatch(/^Copied: /)
      expect(app.isRunning()).toBe(true)
    } finally {
      late.kill()
    }
  })

  test('a watcher without a host is none', async ({ launch, session }) => {
    const watcher = await startTrayPanel(session.busAddress, false)
    try {
      const app = await launch()
      await app.window()
      await sleep(PATIENCE_MS)
      expect(watcher.items()).toEqual([])
      await closeWindow(app)
      expect(await app.exited).toMatchObject({ code: 0 })
    } finally {
      watcher.kill()
    }
  })
})

test('closing quits where the user chose that, tray or not, also after a hidden start', async ({
  panel,
  launch,
}) => {
  const app = await launch({ args: ['--hidden'], window: false })
  await panel.press('Open Mailroom')
  const page = await app.window()
  await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  await page.evaluate(() => window.bridge.call('settings.update', { closing: 'quit' }))
  await closeWindow(app)
  expect(await app.exited).toMatchObject({ code: 0 })
})

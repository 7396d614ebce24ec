import { expect, type Page, test } from '@playwright/test'
import { quickMethods } from '../../src/main/startup/quickMethods'
import { methods } from '../../src/shared/contract'
import { isQuickShown, openQuick } from '../support/app/quickCreate'
import { seccompMode } from '../support/app/sandbox'
import { askForPermissions, tryToLeave } from './security/attempts'
import { type Driven, PAGE, startDriven } from './security/driven'

// The small window is held to the points of Electron's checklist that are a window's own, as the main one is in
// security.spec.ts; what holds for every session and every web contents is there.

const QUICK = 'app://mailroom/quick/index.html'
let driven: Driven
let quick: Page

test.beforeAll(async () => {
  driven = await startDriven([
    /Refused to|violates the|Not allowed to|securitypolicyviolation|permissions policy/i,
    /This document requires 'Trusted|does not accept TrustedString/,
    /Failed to load URL: \S+ with error: ERR_BLOCKED_BY_CSP|--trace-warnings/,
  ])
  quick = await openQuick(driven.app, driven.session)
})
test.afterAll(() => driven?.close())

const call = (method: string, input: unknown) =>
  quick.evaluate(
    ([name, given]) =>
      // What a page would ask that does not keep to the types.
      (window as unknown as { bridge: { call(m: unknown, i: unknown): Promise<unknown> } }).bridge.call(
        name,
        given,
      ),
    [method, input] as const,
  )

test('its page is Mailroom’s own, and reaches nobody', async () => {
  expect(quick.url()).toBe(QUICK)
  const outcomes = await tryToLeave(quick, driven.listener.port)
  expect(Object.keys(outcomes).length).toBeGreaterThan(15)
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'reached')).toEqual([])
  expect(driven.listener.arrivals()).toEqual([])
})

test('its page is in the sandbox, apart from the preload, without Node', async () => {
  const { pid, preferences } = await driven.app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find(
      (each) => each.getTitle() === 'New address',
    )?.webContents
    return {
      pid: contents?.getOSProcessId() ?? 0,
      // Left out of Electron's types, and there since Electron 12.
      preferences: (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    }
  })
  expect(seccompMode(pid)).toBe(2)
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
  expect(
    await quick.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window)),
  ).toEqual([])
})

test('its page is denied every permission', async () => {
  const outcomes = await askForPermissions(quick)
  expect(Object.keys(outcomes).length).toBeGreaterThan(20)
  expect(Object.entries(outcomes).filter(([, outcome]) => !outcome.startsWith('no'))).toEqual([])
})

test('its page stays where it is, also when it would be the main window’s, and opens no window', async () => {
  for (const target of [
    PAGE,
    `http://127.0.0.1:${driven.listener.port}/`,
    'about:blank',
    'file:///etc/passwd',
  ]) {
    await quick
      .evaluate((to) => {
        location.href = to
      }, target)
      .catch(() => undefined)
    await expect.poll(() => quick.url(), { message: target }).toBe(QUICK)
    // Playwright's locators wait for the navigation that never happens.
    const hasField = () => quick.evaluate(() => document.querySelector('.field-local-part input') !== null)
    await expect.poll(() => hasField().catch(() => false), { message: target }).toBe(true)
  }
  const count = () =>
    driven.app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const before = await count()
  expect(await quick.evaluate(() => window.open('app://mailroom/index.html'))).toBeNull()
  expect(await count()).toBe(before)
  expect(driven.listener.arrivals()).toEqual([])
})

test('its page gets a policy with a nonce of each load', async () => {
  const nonce = () => quick.evaluate(() => document.querySelector('script')?.nonce ?? '')
  const first = await nonce()
  expect(first).toMatch(/^[\w+/]{22}==$/)
  await quick.reload()
  expect(await nonce()).not.toBe(first)
  await expect(quick.getByLabel('Local part')).toBeVisible()
  expect(await isQuickShown(driven.app)).toBe(true)
})

test('main answers it thirteen methods, and every other one is forbidden', async () => {
  const names = Object.keys(methods)
  const others = names.filter((name) => !(quickMethods as ReadonlySet<string>).has(name))
  expect({ bound: quickMethods.size, others: others.length }).toEqual({
    bound: 13,
    others: names.length - 13,
  })
  for (const name of others) {
    expect({ name, answer: await call(name, {}) }).toEqual({
      name,
      answer: { ok: false, error: { kind: 'forbidden' } },
    })
  }
  expect(await call('settings.get', {})).toMatchObject({ ok: true })
})

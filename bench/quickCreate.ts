import type { Page } from '@playwright/test'
import { addAccount, closeWindow } from '../test/support/app/journey'
import { type App, launchApp } from '../test/support/app/launch'
import { isQuickShown, quickPage } from '../test/support/app/quickCreate'
import type { Session } from '../test/support/desktop/session'
import { DEFAULT_KEY, startLikeDo } from '../test/support/likedo/server'

/** How quick create answers to keys, in milliseconds, with what xdotool needs to start and press. */
export interface QuickTimes {
  /** From the global shortcut to the window with the keyboard, its cursor in the field. */
  readonly keys: readonly number[]
  /** From Enter to the address that another program reads; the service answers at once. */
  readonly enters: readonly number[]
}

const ACCELERATOR = 'CommandOrControl+Alt+M'
const KEY = 'ctrl+alt+m'
/** The window is made ahead a few seconds after the shortcut is there. */
const READY_MS = 30_000
const WARM_UP = 3

/** Calls quick create by its shortcut so often, the main window closed, and creates with some of the calls. */
export async function measureQuickCreate(
  session: Session,
  { keys, enters }: { readonly keys: number; readonly enters: number },
): Promise<QuickTimes> {
  const likedo = await startLikeDo({ users: [{ name: 'caller', keys: [DEFAULT_KEY], plan: 'lifetime' }] })
  const app = await launchApp(session)
  try {
    const main = await app.window()
    await addAccount(main, likedo.origin)
    await main.evaluate(async (accelerator) => {
      await window.bridge.call('settings.update', { closing: 'stay' })
      const set = await window.bridge.call('desktop.setShortcut', { accelerator })
      if (!set.ok) throw new Error(`no shortcut: ${JSON.stringify(set.error)}`)
    }, ACCELERATOR)
    const quick = await waitForQuick(app)
    await closeWindow(app)

    const keyTimes = await repeat(keys, async () => {
      const took = await pressKey(app, session, quick)
      await quick.keyboard.press('Escape')
      await untilHidden(app)
      return took
    })
    const enterTimes = await repeat(enters, async () => {
      await pressKey(app, session, quick)
      return pressEnter(app, session)
    })
    return { keys: keyTimes, enters: enterTimes }
  } finally {
    await app.kill()
    await likedo.close()
  }
}

async function waitForQuick(app: App): Promise<Page> {
  const end = performance.now() + READY_MS
  while (performance.now() < end) {
    const there = app.electron.windows().some((page) => page.url().endsWith('/quick/index.html'))
    if (there) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const page = await quickPage(app)
  await page.getByLabel('Local part').waitFor({ state: 'attached' })
  return page
}

/** The focus is main's word: Playwright tells pages that they always have it. */
async function pressKey(app: App, session: Session, quick: Page): Promise<number> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === 'New address')
    const focused = new Promise<number>((resolve) => window?.once('focus', () => resolve(Date.now())))
    Object.assign(globalThis, { focused })
  })
  const pressedAt = Date.now()
  await session.run('xdotool', ['key', '--delay', '0', KEY])
  const focusedAt = await app.electron.evaluate(
    // Put there just before.
    () => (globalThis as unknown as { focused: Promise<number> }).focused,
  )
  const field = await quick.evaluate(() => {
    const at = document.activeElement
    return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : ''
  })
  if (field !== 'Local part') throw new Error(`the cursor is not in Local part but in “${field}”`)
  return focusedAt - pressedAt
}

async function pressEnter(app: App, session: Session): Promise<number> {
  await session.writeClipboard('before')
  const pressedAt = performance.now()
  await session.run('xdotool', ['key', '--delay', '0', 'Return'])
  while ((await session.readClipboard()) === 'before') {
    if (performance.now() - pressedAt > 10_000) throw new Error('nothing was copied')
  }
  const took = performance.now() - pressedAt
  await untilHidden(app)
  return took
}

async function untilHidden(app: App): Promise<void> {
  while (await isQuickShown(app)) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function repeat(count: number, once: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let turn = -WARM_UP; turn < count; turn++) {
    const took = await once()
    if (turn >= 0) times.push(took)
  }
  return times
}

import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { addAccount } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { isQuickShown, openQuick } from '../support/app/quickCreate'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

// The small window itself: how it comes, what it keeps, where it leads and what it may.

const created = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const localPart = (page: Page) => page.getByLabel('Local part')
const outcome = (page: Page) => page.getByRole('alert')

/** Waits until the small window has left by itself. */
const left = (app: App) => expect.poll(() => isQuickShown(app)).toBe(false)

test('Escape leaves at once; what is under way goes on, and its ending is told elsewhere', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const main = await app.window()
  await addAccount(main, likedo.origin)
  const quick = await openQuick(app, session)
  likedo.next({ kind: 'delay', before: 1_000 }, { method: 'POST' })
  await localPart(quick).press('Enter')
  await expect(quick.getByRole('button', { name: 'Creating…' })).toBeVisible()
  await quick.keyboard.press('Escape').catch(() => undefined)
  await left(app)
  await expect(main.getByRole('status').getByText(/^Copied: /)).toBeVisible()
  expect(await session.readClipboard()).toBe(created(likedo)[0])
})

test('it opens with nothing typed; called while it is open it keeps what was typed', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const first = await openQuick(app, session)
  await localPart(first).fill('left.behind')
  const again = await openQuick(app, session)
  await expect(localPart(again)).toHaveValue('left.behind')
  await again.keyboard.press('Escape').catch(() => undefined)
  await left(app)
  await expect(localPart(await openQuick(app, session))).toHaveValue('')
})

test('what only the main window can mend leads there, and what was typed waits', async ({
  launch,
  session,
}) => {
  const app = await launch()
  const main = await app.window()
  const quick = await openQuick(app, session)
  await localPart(quick).fill('first.steps')
  await localPart(quick).press('Enter')
  await expect(outcome(quick)).toContainText('Not created: No LikeDo account is connected.')
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle() !== 'New address')
      ?.minimize(),
  )
  await quick.getByRole('button', { name: 'Open Mailroom' }).click()
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    )
    .toEqual([false, false])
  await expect(main.getByRole('button', { name: 'Connect LikeDo' }).first()).toBeVisible()
  await expect(localPart(quick)).toHaveValue('first.steps')
})

test('it works alone: a start for it opens no other window, the process ends with it, and what it copied stays', async ({
  launch,
  likedo,
  session,
}) => {
  const first = await launch()
  await addAccount(await first.window(), likedo.origin)
  await first.close()

  const app = await launch({ userData: first.userData, args: ['--quick-create'] })
  const quick = await app.window()
  expect(quick.url()).toBe('app://mailroom/quick/index.html')
  await localPart(quick).press('Enter')
  await left(app)
  await app.exited
  const [email] = created(likedo)
  expect(await session.readClipboard()).toBe(email)
})

test('it is reached by keys alone, in order, and axe finds nothing, in both themes and with More open', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  await expect(localPart(quick)).toBeFocused()
  const stops: string[] = []
  for (let turn = 0; turn < 5; turn++) {
    stops.push(
      await quick.evaluate(() => {
        const at = document.activeElement
        return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '')
      }),
    )
    await quick.keyboard.press('Tab')
  }
  expect(stops).toEqual(['Local part', 'How many', 'Note', 'More', 'Create'])

  await quick.getByRole('button', { name: 'More' }).click()
  await quick.getByLabel('Style').selectOption('Own prefix')
  await localPart(quick).fill('a..b')
  await quick.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(quick.getByText('No two dots in a row.')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await quick.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => audit(quick)).toEqual([])
  }
})

test('it may ask for what it needs, and for nothing else', async ({ launch, likedo, session }) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  const answers = await quick.evaluate(async () => {
    const asked = [
      'accounts.add',
      'accounts.remove',
      'addresses.list',
      'data.export',
      'backup.save',
      'desktop.setShortcut',
    ]
    const call = window.bridge.call as unknown as (method: string, input: unknown) => Promise<unknown>
    return [await call('settings.get', {}), ...(await Promise.all(asked.map((method) => call(method, {}))))]
  })
  expect(answers[0]).toMatchObject({ ok: true })
  expect(answers.slice(1)).toEqual(
    Array.from({ length: 6 }, () => ({ ok: false, error: { kind: 'forbidden' } })),
  )
})

import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { firstLine, goIntoTray } from '../support/app/intoTray'
import { addAccount, closeWindow, isAnyWindowVisible } from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'
import type { Fault } from '../support/loopback/faults'

const POST = { method: 'POST' } as const
const UNCHANGED = 'Your clipboard was not changed.'
const refusal = (status: number, error: string): Fault => ({
  kind: 'answer',
  act: false,
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ success: false, error }),
})

test('an address that is not confirmed is told as that, and once more when it is', async ({
  panel,
  notifications,
  launch,
  likedo,
  session,
}) => {
  test.setTimeout(90_000)
  likedo.configure({ canList: false })
  await goIntoTray(launch, likedo, panel)
  await session.writeClipboard('mine')
  likedo.next({ kind: 'silence', act: true }, { ...POST, times: 'always' })
  await panel.press('New address')
  await notifications.shown(/Address not confirmed\nNot confirmed: \S+@ig\.do\. Mailroom is checking; do not/)
  await expect.poll(firstLine(panel)).toMatch(/^Not confirmed: /)
  expect(await panel.labels()).toContain('An address is not confirmed')
  expect(await session.readClipboard()).toBe('mine')
  likedo.clearFaults()
  likedo.release()
  await expect
    .poll(() => notifications.all.some(({ body }) => body.startsWith('Created: ')), { timeout: 40_000 })
    .toBe(true)
  await expect.poll(() => panel.labels()).not.toContain('An address is not confirmed')
})

test('without an account the tray says so, and leads to connecting one', async ({
  panel,
  notifications,
  launch,
}) => {
  const app = await launch()
  await panel.menu()
  await closeWindow(app)
  await panel.press('New address')
  await notifications.shown(`Not created: No LikeDo account is connected. ${UNCHANGED}`)
  await panel.press('No LikeDo account is connected')
  await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
})

test('several at once are told once, counted; the tray keeps it and a click leads to the list', async ({
  panel,
  notifications,
  launch,
  likedo,
  session,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  const page = await app.window()
  const start = (items: { localPart?: string }[]) =>
    page.evaluate(
      (wanted) =>
        window.bridge.call('batches.start', {
          requestId: crypto.randomUUID(),
          via: 'list',
          items: wanted,
          isCopyWanted: true,
        }),
      items,
    )
  await start([{}, {}, {}])
  await notifications.shown(/^3 addresses created\nCopied 3 addresses\.$/)
  await expect.poll(firstLine(panel)).toBe('Copied 3 addresses.')
  expect((await session.readClipboard())?.split('\n')).toHaveLength(3)

  likedo.hold('stranger', 'jane.roe@ig.do')
  await start([{}, { localPart: 'jane.roe' }])
  const { id } = await notifications.shown(
    /^One address created\n1 created and copied, 1 not created\. LikeDo already has jane\.roe@ig\.do\.$/,
  )
  expect(notifications.all).toHaveLength(2)
  await expect.poll(firstLine(panel)).toBe('1 created and copied, 1 not created.')

  notifications.click(id)
  await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  await expect(page.getByRole('heading', { level: 1, name: 'Addresses' })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Addresses' })).toBeVisible()
  await expect.poll(firstLine(panel)).toBe('New address')
})

test('a click opens the address with its note in focus, in a window that was not there yet', async ({
  panel,
  notifications,
  launch,
  likedo,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  await app.close()
  const hidden = await launch({ userData: app.userData, args: ['--hidden'], window: false })
  notifications.setManner('is clicked')
  await panel.press('New address')
  await notifications.shown('Copied: ')
  const page = await hidden.window()
  await expect.poll(() => isAnyWindowVisible(hidden)).toBe(true)
  await expect(page.getByRole('complementary')).toContainText(
    likedo.addressesOf(DEFAULT_KEY)[0]?.email ?? 'an address',
  )
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
})

test('a notification names no address where the user wants that', async ({
  panel,
  notifications,
  launch,
  likedo,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  await (await app.window()).evaluate(() =>
    window.bridge.call('settings.update', { isAddressNotified: false }),
  )
  await panel.press('New address')
  await notifications.shown('Copied.')
  likedo.next(refusal(403, 'someone@ig.do is under review.'), POST)
  await panel.press('New address')
  await notifications.shown('under review')
  expect(JSON.stringify(notifications.all)).not.toContain('@')
})

test('an order of the command line is notified where the window is closed', async ({
  panel,
  notifications,
  launch,
  likedo,
  session,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  const ended = await runCommand(session, ['--new-address'], { userData: app.userData })
  expect(ended).toMatchObject({ code: 0 })
  const { body } = await notifications.shown('Copied: ')
  expect(body).toBe(`Copied: ${likedo.addressesOf(DEFAULT_KEY)[0]?.email}`)
})

test('what the window in front shows is not notified; what it can no longer show is', async ({
  panel,
  notifications,
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await addAccount(page, likedo.origin)
  const create = () =>
    page.evaluate(() =>
      window.bridge.call('addresses.create', {
        requestId: crypto.randomUUID(),
        via: 'window',
        wish: {},
        isOverBudgetAllowed: false,
      }),
    )
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null))
    .toBe(true)
  await create()
  await expect.poll(() => likedo.addressesOf(DEFAULT_KEY)).toHaveLength(1)
  expect(notifications.all).toEqual([])

  likedo.next({ kind: 'delay', before: 1_000 }, POST)
  const second = create()
  await likedo.when('received', { ...POST, after: 1 })
  await panel.menu()
  await closeWindow(app)
  await second
  await notifications.shown('Copied: ')
  expect(notifications.all).toHaveLength(1)
})

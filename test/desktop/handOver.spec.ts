import { runCommand, startCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { addressRows, connectAndOpenList } from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'

const PRINT = ['--new-address', '--print']
const POST = { method: 'POST' } as const

test('a command that prints without a display opens no window for another start, and ends', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await connectAndOpenList(await app.window(), likedo.origin, DEFAULT_KEY)
  await app.close()

  likedo.next({ kind: 'delay', before: 6_000 }, POST)
  const posts = () => likedo.requests.filter(({ method }) => method === 'POST').length
  const printing = startCommand(session, PRINT, { userData: app.userData })
  await expect.poll(posts).toBe(1)
  expect(await runCommand(session, [], { userData: app.userData })).toMatchObject({ code: 0, stdout: '' })
  expect(printing.child.exitCode).toBeNull()
  expect(await printing.ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S+@ig\.do\n$/) })
  expect(posts()).toBe(1)
})

test('a second start shows the window of the first and ends at once, a hidden one leaves it as it is', async ({
  launch,
  session,
}) => {
  const app = await launch()
  await app.window()
  const isVisible = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isVisible, 'what is shown at start is shown before it is hidden').toBe(true)
  // Nobody minimises windows on a display without a window manager.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await expect.poll(isVisible).toBe(false)
  const start = (args: string[]) => runCommand(session, args, { userData: app.userData })
  expect(await start(['--hidden'])).toMatchObject({ code: 0, stdout: '' })
  expect(await isVisible()).toBe(false)
  expect(await start([])).toMatchObject({ code: 0, stdout: '' })
  await expect.poll(isVisible).toBe(true)
})

test('a hidden start asks nobody, and settles what a crash left when its user comes', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'silence', act: true }, POST)
  await page.getByRole('button', { name: 'New address', exact: true }).click()
  await expect.poll(() => likedo.addressesOf(DEFAULT_KEY)).toHaveLength(1)
  await app.kill()
  likedo.forget()

  const hidden = await launch({ userData: app.userData, args: ['--hidden'] })
  const list = await hidden.window()
  await expect(addressRows(list)).toContainText('Unconfirmed')
  // Longer than the first pause of the background.
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(likedo.requests).toEqual([])
  await runCommand(session, [], { userData: app.userData })
  await expect(addressRows(list)).toContainText('Created')
  // It asks for that address, and the list for what is new.
  expect(new Set(likedo.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
})

test('a slow order of the command line is told to the window once', async ({ launch, likedo, session }) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'delay', before: 5_000 }, POST)
  const printed = await runCommand(session, PRINT, { userData: app.userData })
  expect(printed.code).toBe(0)
  const email = printed.stdout.trim()
  await expect(addressRows(page).filter({ hasText: email })).toContainText('Created')
  await expect(page.getByText(`Created: ${email}. It is not on the clipboard.`)).toHaveCount(1)
})

test('a window that is closed while it creates ends nothing before its time, and opens again', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'delay', before: 5_000 }, POST)
  await page.getByRole('button', { name: 'New address', exact: true }).click()
  await expect.poll(() => likedo.requests.filter(({ method }) => method === 'POST').length).toBe(1)
  await page.close()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(await runCommand(session, [], { userData: app.userData })).toMatchObject({ code: 0 })
  const again = await app.window()
  await expect(addressRows(again)).toContainText('Created')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(app.isRunning()).toBe(true)
})

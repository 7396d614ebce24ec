import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { addAccount } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { focusQuick, focusWindow, isQuickShown, openQuick } from '../support/app/quickCreate'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

const created = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const posts = (likedo: LikeDo) => likedo.requests.filter(({ method }) => method === 'POST')
const localPart = (page: Page) => page.getByLabel('Local part')
const outcome = (page: Page) => page.getByRole('alert')

/** Waits until the small window has left by itself. */
const left = (app: App) => expect.poll(() => isQuickShown(app)).toBe(false)

test('one Enter makes an address, copies it, says so, and the window leaves', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const main = await app.window()
  await addAccount(main, likedo.origin)
  const quick = await openQuick(app, session)
  await expect(localPart(quick)).toBeFocused()
  await expect(localPart(quick)).toHaveAttribute('placeholder', /^[a-z]+-[a-z]+-\d+$/)

  await focusQuick(session)
  await session.run('xdotool', ['type', 'quiet-garden'])
  await session.run('xdotool', ['key', 'Return'])
  await expect(quick.getByRole('status')).toHaveText('Copied: quiet-garden@ig.do')
  expect(await session.readClipboard()).toBe('quiet-garden@ig.do')
  await left(app)

  expect(created(likedo)).toEqual(['quiet-garden@ig.do'])
  const listed = await main.evaluate(() => window.bridge.call('activity.list', { offset: 0, limit: 5 }))
  expect(listed).toMatchObject({ value: { total: 1 } })
  // What it put there stays there without it.
  expect(await session.readClipboard()).toBe('quiet-garden@ig.do')
})

test('ten presses within two seconds make exactly ten addresses', async ({ launch, likedo, session }) => {
  const app = await launch()
  const main = await app.window()
  await addAccount(main, likedo.origin)
  await focusWindow(session, 'Mailroom')
  const startedAt = performance.now()
  await session.run('xdotool', ['key', '--delay', '60', ...Array.from({ length: 10 }, () => 'ctrl+n')])
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  await expect.poll(() => created(likedo).length, { timeout: 30_000 }).toBe(10)
  await likedo.settled()
  expect(posts(likedo)).toHaveLength(10)
})

test('Enter pressed ten times, or held, while one is under way makes one', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  likedo.next({ kind: 'delay', before: 1_500 }, { method: 'POST' })
  await focusQuick(session)
  await session.run('xdotool', ['key', '--delay', '40', ...Array.from({ length: 9 }, () => 'Return')])
  await session.run('xdotool', ['keydown', 'Return'])
  await expect(quick.getByRole('button', { name: 'Creating…' })).toBeVisible()
  await left(app)
  await session.run('xdotool', ['keyup', 'Return'])
  await likedo.settled()
  expect(posts(likedo)).toHaveLength(1)
})

test('a double click on Create makes one', async ({ launch, likedo, session }) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  // Refused at once: the second click meets a form that is at rest again.
  likedo.next(
    { kind: 'answer', act: false, status: 403, body: '{"error":"No"}' },
    {
      method: 'POST',
      times: 'always',
    },
  )
  await quick.getByRole('button', { name: 'Create', exact: true }).dblclick()
  await expect(outcome(quick)).toContainText('Not created: ')
  await likedo.settled()
  expect(posts(likedo)).toHaveLength(1)
})

test('a refusal stays with its reason and what was typed, and the next Enter goes on from there', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  await session.writeClipboard('mine')
  const quick = await openQuick(app, session)
  await quick.getByLabel('Note').fill('Garden shop')
  await localPart(quick).fill('john.smith')
  await localPart(quick).press('Enter')
  await expect(outcome(quick)).toContainText(
    'Not created: LikeDo already has john.smith@ig.do. Your clipboard was not changed.',
  )
  expect(await session.readClipboard()).toBe('mine')
  await expect(localPart(quick)).toHaveValue('john.smith')
  await expect(quick.getByLabel('Note')).toHaveValue('Garden shop')
  expect(await isQuickShown(app)).toBe(true)

  await quick.getByRole('button', { name: 'Choose another name' }).click()
  await expect(localPart(quick)).toBeFocused()
  await localPart(quick).fill('john.smith.garden')
  await localPart(quick).press('Enter')
  await left(app)
  expect(await session.readClipboard()).toBe('john.smith.garden@ig.do')
})

test('“Create 3” copies three lines', async ({ launch, likedo, session }) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  await quick.getByLabel('How many').fill('3')
  await quick.getByLabel('Note').fill('Three shops')
  await quick.getByRole('button', { name: 'Create 3' }).click()
  await expect(quick.getByRole('status')).toHaveText('Copied: 3 addresses, one a line')
  await left(app)
  const lines = ((await session.readClipboard()) ?? '').split('\n')
  expect(lines).toHaveLength(3)
  expect(new Set(lines)).toEqual(new Set(created(likedo)))
})

test('of three that were asked for, the one that is missing is said and asked for next', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  likedo.next(
    { kind: 'answer', act: false, status: 400, body: '{"error":"Not today"}' },
    {
      method: 'POST',
    },
  )
  await quick.getByLabel('How many').fill('3')
  await quick.getByLabel('How many').press('Enter')
  await expect(outcome(quick)).toContainText(
    '2 of 3 created and copied. 1 not created: LikeDo did not accept',
  )
  await expect(quick.getByLabel('How many')).toHaveValue('1')
  expect(((await session.readClipboard()) ?? '').split('\n')).toHaveLength(2)

  await quick.getByLabel('How many').press('Enter')
  await left(app)
  expect(created(likedo)).toHaveLength(3)
})

test('a number that is none, and a name for several, are said before anything is sent', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  const quick = await openQuick(app, session)
  await quick.getByLabel('How many').fill('51')
  await expect(outcome(quick)).toHaveText('A whole number from 1 to 50.')
  await quick.getByLabel('How many').fill('2')
  await localPart(quick).fill('garden')
  await expect(outcome(quick)).toHaveText('A name goes to one address only. Empty it, or ask for 1.')
  await localPart(quick).press('Enter')
  await likedo.settled()
  expect(posts(likedo)).toHaveLength(0)
})

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

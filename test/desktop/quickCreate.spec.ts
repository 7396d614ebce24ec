import type { Page } from '@playwright/test'
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
  await main.evaluate(() => {
    const pressedAt: number[] = []
    addEventListener('keydown', (event) => event.key === 'n' && pressedAt.push(event.timeStamp), true)
    Object.assign(globalThis, { pressedAt })
  })
  await session.run('xdotool', ['key', '--delay', '60', ...Array.from({ length: 10 }, () => 'ctrl+n')])
  await expect.poll(() => created(likedo).length, { timeout: 30_000 }).toBe(10)
  const pressedAt = await main.evaluate(() => (globalThis as unknown as { pressedAt: number[] }).pressedAt) // put there above
  expect(pressedAt).toHaveLength(10)
  expect((pressedAt.at(-1) ?? 0) - (pressedAt[0] ?? 0)).toBeLessThan(2_000)
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

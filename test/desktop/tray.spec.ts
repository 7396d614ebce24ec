import type { AddressView } from '../../src/shared/addressView'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { firstLine, goIntoTray } from '../support/app/intoTray'
import { addressRows, isAnyWindowVisible } from '../support/app/journey'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

const createdIn = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)

test('with the window closed New address is on the clipboard, told, and in the list', async ({
  panel,
  notifications,
  launch,
  likedo,
  session,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  await panel.press('New address')
  await notifications.shown('Copied: ')
  const [email = ''] = createdIn(likedo)
  expect(await session.readClipboard()).toBe(email)
  expect(notifications.all).toMatchObject([{ title: 'Address copied', body: `Copied: ${email}` }])
  await expect
    .poll(() => panel.labels())
    .toEqual([
      `Copied: ${email}`,
      '—',
      'New address',
      'New address with…',
      '—',
      email,
      'Messages of',
      '—',
      expect.stringMatching(/^49 of 50 addresses left this month · about 19\d of 200 requests this hour$/),
      '—',
      'Open Mailroom',
      'Pause notifications',
      'Quit',
    ])
  expect(await isAnyWindowVisible(app)).toBe(false)

  await panel.press('Open Mailroom')
  await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  await expect(addressRows(await app.window())).toContainText(email)
  // It has been seen now.
  await expect.poll(firstLine(panel)).toBe('New address')
})

test('the last outcome leads to its address', async ({ panel, launch, likedo }) => {
  const app = await goIntoTray(launch, likedo, panel)
  await panel.press('New address')
  await panel.press(/^Copied: /)
  await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  const [email = ''] = createdIn(likedo)
  const page = await app.window()
  await expect(page.getByRole('complementary')).toContainText(email)
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
})

test('a press on one of the last addresses copies it, and its note says what it is for', async ({
  panel,
  notifications,
  launch,
  likedo,
  session,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  await panel.pressTimes('New address', 2)
  await expect.poll(() => createdIn(likedo)).toHaveLength(2)
  const [newer = '', older = ''] = createdIn(likedo)
  await expect.poll(() => session.readClipboard()).toBe(newer)
  await (await app.window()).evaluate(async (email) => {
    const view = {
      search: '',
      labels: [],
      accountIds: [],
      month: null,
      hidden: 'left-out' as const,
      isWithoutNote: false,
      sort: { by: 'created' as const, isDescending: true },
    } satisfies AddressView
    const list = await window.bridge.call('addresses.list', { view, offset: 0, limit: 10 })
    const id = list.ok ? (list.value.rows.find((row) => row.email === email)?.id ?? '') : ''
    await window.bridge.call('addresses.setNote', { id, note: 'Garden & shop' })
  }, older)
  await panel.press(`${older} – Garden & shop`)
  await notifications.shown(`Copied: ${older}`)
  expect(await session.readClipboard()).toBe(older)
})

test('ten presses within two seconds make exactly ten addresses', async ({
  panel,
  notifications,
  launch,
  likedo,
}) => {
  await goIntoTray(launch, likedo, panel)
  const startedAt = performance.now()
  await panel.pressTimes('New address', 10)
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  await expect.poll(() => createdIn(likedo), { timeout: 20_000 }).toHaveLength(10)
  await likedo.settled()
  expect(new Set(createdIn(likedo)).size).toBe(10)
  expect(likedo.requests.filter(({ method }) => method === 'POST')).toHaveLength(10)
  // Grouped: one notification that counts them.
  await notifications.shown('10 addresses created')
  expect(new Set(notifications.all.map(({ id }) => id)).size).toBe(1)
  await expect.poll(firstLine(panel)).toBe(`Copied: ${createdIn(likedo)[0]}`)
})

test('notifications can be paused, and quitting from the tray ends in order', async ({
  panel,
  notifications,
  launch,
  likedo,
}) => {
  const app = await goIntoTray(launch, likedo, panel)
  await panel.press('Pause notifications')
  const pause = async () => (await panel.menu()).find(({ label }) => label === 'Pause notifications')?.isOn
  await expect.poll(pause).toBe(true)
  await panel.press('New address')
  await expect.poll(firstLine(panel)).toMatch(/^Copied: /)
  expect(notifications.all).toEqual([])

  likedo.next({ kind: 'delay', before: 1_000 }, { method: 'POST' })
  await panel.press('New address')
  await likedo.when('received', { method: 'POST', after: 1 })
  await panel.press('Quit')
  expect(await app.exited).toMatchObject({ code: 0, signal: null })
  // What was under way came to its end, and is written down.
  expect(createdIn(likedo)).toHaveLength(2)
  const again = await launch({ userData: app.userData })
  await expect(addressRows(await again.window())).toHaveCount(2)
})

test('New address with… opens the small window', async ({ panel, launch, likedo }) => {
  const app = await goIntoTray(launch, likedo, panel)
  await panel.press('New address with…')
  await expect.poll(() => isAnyWindowVisible(app)).toBe(true)
  const small = () => app.electron.windows().filter((page) => page.url().includes('quick'))
  expect(small()).toHaveLength(1)
  for (const page of small()) await expect(page.getByLabel('Local part')).toBeFocused()
})

test('the icon shows work, doubt and that nobody was reached', async ({ panel, launch, likedo }) => {
  await goIntoTray(launch, likedo, panel)
  const look = async () => (await panel.pictures())[0]?.pixels.toString('base64')
  const normal = await look()
  likedo.next({ kind: 'delay', before: 1_500 }, { method: 'POST' })
  await panel.press('New address')
  await expect.poll(() => panel.labels()).toContain('Creating an address…')
  const busy = await look()
  await expect.poll(firstLine(panel)).toMatch(/^Copied: /)
  await expect.poll(look).toBe(normal)

  likedo.goOffline()
  await panel.press('New address')
  await expect.poll(() => panel.labels()).toContain('LikeDo was not reached at the last attempt')
  await expect.poll(() => panel.tip()).toBe('Mailroom: look into the menu')
  const attention = await look()
  expect(new Set([normal, busy, attention]).size).toBe(3)

  likedo.comeBack()
  await panel.press('New address')
  await expect.poll(() => panel.labels()).not.toContain('LikeDo was not reached at the last attempt')
  await expect.poll(look).toBe(normal)
})

test('a hidden start goes into the tray, and asks nobody', async ({ panel, launch, likedo, session }) => {
  const app = await goIntoTray(launch, likedo, panel)
  await app.close()
  likedo.forget()
  const hidden = await launch({ userData: app.userData, args: ['--hidden'], window: false })
  await expect.poll(() => panel.items().length).toBe(1)
  expect(hidden.electron.windows()).toEqual([])
  expect(likedo.requests).toEqual([])
  await panel.press('New address')
  await expect.poll(() => createdIn(likedo)).toHaveLength(1)
  await expect.poll(() => session.readClipboard()).toBe(createdIn(likedo)[0])
  expect(hidden.electron.windows()).toEqual([])
  // A second start shows the window.
  expect(await runCommand(session, [], { userData: app.userData })).toMatchObject({ code: 0 })
  await expect.poll(() => isAnyWindowVisible(hidden)).toBe(true)
})

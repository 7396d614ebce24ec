import type { Locator, Page } from '@playwright/test'
import dbus from 'dbus-next'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, fleetGrid, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { listMailboxes } from '../support/app/listMailboxes'
import { pressMenu } from '../support/app/menu'
import { findIn, wantedOf } from '../support/canary/search'
import { openWatched } from '../support/canary/watched'
import { withBus } from '../support/desktop/bus'
import type { Session } from '../support/desktop/session'
import { LITEMAIL_CANARY } from '../support/litemail/records'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { credentialsPart, openMailbox, show, showButton, shownTexts } from './credentials/part'
import { fleetDetails, openReadList } from './list/fleetList'

// What opens a mailbox is shown for half a minute, to whoever looks at it, and is nowhere afterwards.

const FLEET = { domains: 4, mailboxes: 20 }
const KINDS = ['password', 'app password', 'one-time code'] as const
/** Half a minute, and what a busy machine takes. */
const PASSED = { timeout: 45_000 }
/** Well before half a minute has passed. */
const AT_ONCE = { timeout: 15_000 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const secretsIn = (content: string) => findIn(wantedOf(LITEMAIL_CANARY), content)
const held = (litemail: Litemail) =>
  [...litemail.holdings().mailboxes].sort((one, other) => (one.email < other.email ? -1 : 1))
const asked = (litemail: Litemail) =>
  litemail.requests.filter(({ path }) => /\/mailboxes\/c[^/]+$/.test(path)).length
async function firstId(page: Page): Promise<string> {
  const listed = await listMailboxes(page, 1)
  return listed.ok ? (listed.value.rows[0]?.id ?? '') : ''
}
const activity = (page: Page) =>
  page.evaluate(async () => {
    const listed = await window.bridge.call('activity.list', { offset: 0, limit: 500 })
    return listed.ok ? listed.value.rows : []
  })

test('credentials of 20 mailboxes are shown and copied, and are nowhere once they are hidden', async ({
  launch,
  litemail,
  session,
}) => {
  test.slow()
  const { app, page, ...watched } = await openWatched({ launch, session })
  await connectLitemail(page, litemail)
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)
  for (const [index, mailbox] of held(litemail).entries()) {
    await openMailbox(page, mailbox.email)
    expect(secretsIn(await page.content())).toEqual([])
    await show(page)
    const [password, appPassword, code] = await shownTexts(page)
    expect([password, appPassword]).toEqual([mailbox.password, mailbox.appPassword])
    expect(code).toMatch(/^\d{6}$/)
    const kind = KINDS[index % KINDS.length] ?? 'password'
    await credentialsPart(page)
      .getByRole('button', { name: `Copy ${kind}` })
      .click()
    // What was said of the one before may still stand there.
    const told = new RegExp(`${kind} copied\\. It leaves the clipboard in 30 seconds\\.`, 'i')
    await expect(status(page)).toContainText(told)
    const copied = await session.readClipboard()
    // Another code may hold by now.
    const later = (await shownTexts(page))[2]
    expect([mailbox.password, mailbox.appPassword, code, later]).toContain(copied)
    expect(await session.readClipboard('primary')).toBe(copied)
  }
  await credentialsPart(page).getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(showButton(page)).toBeFocused()

  // Each crossed to its window once, in an answer, and is in none of the places where it could stay.
  expect(await watched.crossings(LITEMAIL_CANARY)).toEqual(held(litemail).map(() => 'reply'))
  expect(secretsIn(await page.content())).toEqual([])
  expect(await watched.searchWindow(LITEMAIL_CANARY)).toEqual([])
  expect(await watched.leaksOnMachine(LITEMAIL_CANARY)).toEqual([])
  const rows = await activity(page)
  expect(rows.map(({ kind }) => kind).sort()).toEqual([
    ...held(litemail).map(() => 'credentials.copy'),
    ...held(litemail).map(() => 'credentials.show'),
  ])
  expect(secretsIn(JSON.stringify(rows))).toEqual([])
  await page.getByRole('navigation', { name: 'Main' }).getByText('Activity', { exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Activity' })).toContainText('One-time code copied')

  // The clipboard keeps it for half a minute, and no longer; that it does not lose it before is held where there is a clock.
  await expect.poll(() => session.readClipboard(), PASSED).toBeNull()
  expect(await session.readClipboard('primary')).toBeNull()
  await app.close()
  expect(await watched.leaksOnMachine(LITEMAIL_CANARY)).toEqual([])
})

/** A desktop tells its programs that its screen is locked. */
const lockScreen = (session: Session): Promise<void> =>
  withBus(session.busAddress, async (bus) => {
    const signal = new dbus.Message({
      ...{
        type: dbus.MessageType.SIGNAL,
        path: '/org/freedesktop/ScreenSaver',
        signature: 'b',
        body: [true],
      },
      ...{ interface: 'org.freedesktop.ScreenSaver', member: 'ActiveChanged' },
    })
    bus.send(signal)
    // The bus answers in order: once it does, it has passed the signal on.
    const answered = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' }
    await bus.call(new dbus.Message({ ...answered, interface: 'org.freedesktop.DBus', member: 'GetId' }))
  })

const fallAsleep = (app: App) =>
  app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))

/**
 * Another window takes the keyboard, and goes again. Without a window manager it may change hands some times more before it
 * rests: answers when it has.
 */
const turnAway = (app: App) =>
  app.electron.evaluate(async ({ BrowserWindow }) => {
    const [ours] = BrowserWindow.getAllWindows().filter((window) => window.isVisible())
    if (ours === undefined) throw new Error('no window')
    let changedAt = performance.now()
    const note = () => {
      changedAt = performance.now()
    }
    ours.on('blur', note).on('focus', note)
    const left = new Promise<void>((resolve) => ours.once('blur', () => resolve()))
    const other = new BrowserWindow({ width: 200, height: 100, x: 700, y: 500 })
    other.focus()
    await left
    const back = new Promise<void>((resolve) => ours.once('focus', () => resolve()))
    other.destroy()
    ours.focus()
    await back
    const restMs = 500
    while (performance.now() - changedAt < restMs || !ours.isFocused()) {
      if (!ours.isFocused()) ours.focus()
      await new Promise((resolve) => setTimeout(resolve, restMs / 5))
    }
    ours.off('blur', note).off('focus', note)
  })

test('credentials are hidden by whatever takes the user away from them, and have to be asked for again', async ({
  launch,
  litemail,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  const [first, second] = held(litemail)
  if (first === undefined || second === undefined) throw new Error('two mailboxes at least')

  // Main hides them by itself, whatever the page does about it.
  const id = await firstId(page)
  const revealPastPage = () =>
    page.evaluate(async (one) => (await window.bridge.call('credentials.reveal', { id: one })).ok, id)
  let requests = asked(litemail) + 1
  for (const _ of ['asked for', 'held']) expect(await revealPastPage()).toBe(true)
  expect(asked(litemail)).toBe(requests)
  await turnAway(app)
  requests += 1
  expect(await revealPastPage()).toBe(true)
  expect(asked(litemail)).toBe(requests)
  await turnAway(app)

  /** They are gone from the window, and from main: it asks the service anew. */
  async function expectHidden(why: string): Promise<void> {
    await expect(showButton(page), why).toBeVisible()
    expect(secretsIn(await page.content()), why).toEqual([])
  }
  async function expectShown(): Promise<void> {
    await show(page)
    requests += 1
    expect(asked(litemail)).toBe(requests)
    expect(secretsIn(await page.content())).not.toEqual([])
  }

  await openMailbox(page, first.email)
  await expectShown()
  await turnAway(app)
  await expectHidden('another window')

  await expectShown()
  await openMailbox(page, second.email)
  await expectHidden('another row')

  await expectShown()
  await lockScreen(session)
  await expectHidden('the lock screen')

  await expectShown()
  await credentialsPart(page).getByRole('button', { name: 'Copy password' }).click()
  await expect.poll(() => session.readClipboard()).toBe(second.password)
  await fallAsleep(app)
  await expectHidden('sleep')
  await expect.poll(() => session.readClipboard(), AT_ONCE).toBeNull()

  await expectShown()
  await page.keyboard.press('Escape')
  await expect(fleetDetails(page)).toHaveCount(0)
  expect(secretsIn(await page.content())).toEqual([])
  await openMailbox(page, second.email)
  await expectHidden('closed details')

  // Somebody copies something else meanwhile: that stays, and only the credential goes.
  await expectShown()
  await credentialsPart(page).getByRole('button', { name: 'Copy password' }).click()
  await expect.poll(() => session.readClipboard('primary')).toBe(second.password)
  await session.writeClipboard('mine')
  await expect(showButton(page)).toBeVisible(PASSED)
  await expectHidden('half a minute')
  await expect.poll(() => session.readClipboard('primary'), PASSED).toBeNull()
  expect(await session.readClipboard()).toBe('mine')

  // Nobody takes it off once Mailroom has ended: it goes with it.
  await expectShown()
  await credentialsPart(page).getByRole('button', { name: 'Copy app password' }).click()
  await expect.poll(() => session.readClipboard()).toBe(second.appPassword)
  await app.close()
  expect(await session.readClipboard()).toBeNull()
})

/** Opens the details of a domain; where it leads, as they say it. */
async function openDomain(page: Page, name: string): Promise<Locator> {
  await openFleet(page, 'Domains')
  await fleetGrid(page, 'Domains').getByRole('row').filter({ hasText: name }).first().click()
  await page.keyboard.press('Enter')
  await expect(fleetDetails(page).getByRole('heading', { name })).toBeVisible()
  return fleetDetails(page)
    .locator('dt', { hasText: 'Forwards to' })
    .locator('xpath=following-sibling::dd[1]')
}

/** As a user does it: menus do not hear what Playwright types. */
const typeKeys = (session: Session) => session.run('xdotool', ['key', '--clearmodifiers', 'ctrl+shift+h'])

/** Of what a mailbox is told with, and where a domain leads, written as many write it. */
const LINKS = { picture: 'https://pictures.test/anna.png', forward: 'landing.test' }

test('"Hide Sensitive" masks credentials, links and balances, refuses to show any, and stays over a restart', async ({
  launch,
  litemail,
  session,
}) => {
  const [first] = held(litemail)
  const [domain] = litemail.holdings().domains
  if (first === undefined || domain === undefined) throw new Error('a mailbox and a domain')
  litemail.changeMailbox(first.id, { profilePicture: LINKS.picture })
  litemail.changeDomain(domain.id, { forwardTo: LINKS.forward })
  const app = await launch()
  const page = await app.window()
  await openReadList(page, litemail, 'Mailboxes', FLEET.mailboxes)
  await openMailbox(page, first.email)
  await expect(fleetDetails(page)).toContainText(LINKS.picture)
  await show(page)
  expect(await audit(page)).toEqual([])
  await expect(credentialsPart(page).getByRole('button', { name: 'Hide', exact: true })).toBeVisible()
  await typeKeys(session)
  await expect(credentialsPart(page)).toContainText('Sensitive data is hidden.')
  expect(secretsIn(await page.content())).toEqual([])
  await expect(fleetDetails(page)).not.toContainText(LINKS.picture)
  await expect.poll(() => audit(page)).toEqual([])
  // The keyboard stays where it was used, whichever way it is switched.
  const showAgain = credentialsPart(page).getByRole('button', { name: 'Show it again' })
  await expect(showAgain).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(showButton(page)).toBeFocused()
  await expect(fleetDetails(page)).toContainText(LINKS.picture)
  await typeKeys(session)
  await expect(showAgain).toBeFocused()
  // Long details scroll by themselves, and never the window.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  const id = await firstId(page)
  expect(await page.evaluate((one) => window.bridge.call('credentials.reveal', { id: one }), id)).toEqual({
    ...{ ok: false, error: { kind: 'hidden', why: 'sensitive' } },
  })
  const forwarding = await openDomain(page, domain.domain)
  await expect(forwarding).toContainText('hidden')
  await expect(page.getByRole('main')).not.toContainText(LINKS.forward)
  await openFleet(page, 'Overview')
  await expect(page.getByRole('link', { name: /^Balance of .*: hidden$/ })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('$142.50')
  await app.close()

  const second = await launch({ userData: app.userData })
  const again = await second.window()
  await openFleet(again, 'Overview')
  const balance = again.getByRole('link', { name: /^Balance of/ })
  await expect(balance).toHaveAccessibleName(/: hidden$/)
  await pressMenu(second, 'hide-sensitive')
  await expect(balance).toHaveAccessibleName(/: \$142\.50$/)
  await expect(await openDomain(again, domain.domain)).toHaveText(LINKS.forward)
})

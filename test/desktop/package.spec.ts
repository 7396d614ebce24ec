import { existsSync, readdirSync } from 'node:fs'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '../support/app/fixture'
import { connectLitemail } from '../support/app/fleetJourney'
import { addressRows, connectAndOpenList, copiedAddress, pressNewAddress } from '../support/app/journey'
import { focusWindow, windowOnScreen } from '../support/desktop/windows'
import { DEFAULT_KEY } from '../support/likedo/server'
import { buildPackages, type Packages } from '../support/package/build'
import { processesOf, startDriven } from '../support/package/driven'
import {
  installDeb,
  installedStatus,
  purgeMailroom,
  whyNotInstallable,
} from '../support/package/installation'
import { runJourneys } from '../support/package/journeys'
import { open, openOperations, panel } from './operations/panel'
import { electronOf, isPinned, testContents, versionOf } from './package/contents'

// One build and one installation for all of them, so they run in one worker and in this order.
test.describe.configure({ mode: 'serial', timeout: 300_000 })

const BUILD_MS = 600_000
/** Chromium's switches that take the sandbox away, none of which stands anywhere in this repository. */
const withoutSandbox = ['no', 'disable-setuid', 'disable-namespace', 'disable-seccomp-filter'].map(
  (what) => `--${what}-sandbox`,
)
const PROGRAM = '/usr/lib/mailroom/mailroom'

const stateNames = new Map<number, string>([
  [FuseState.ENABLE, 'on'],
  [FuseState.DISABLE, 'off'],
  [FuseState.REMOVED, 'removed'],
  [FuseState.INHERIT, 'inherited'],
])

let packages: Packages

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS)
  packages = await buildPackages()
})

test.afterAll(() => packages?.remove())

test.describe('the packages', () => testContents(() => packages))

test.describe('installed with apt', () => {
  const reason = whyNotInstallable()
  test.skip(reason !== null, reason ?? '')

  /** One user's data, from the first start until after the removal. */
  let userData: string

  test.beforeAll(async ({ session }) => {
    test.setTimeout(BUILD_MS)
    userData = session.makeFolder('installed-data')
    await installDeb(packages.deb)
  })

  test.afterAll(async () => {
    if (installedStatus() !== 'not-installed') await purgeMailroom()
  })

  test("Electron's fuses are set strictly", async () => {
    const { version: _, ...wire } = await getCurrentFuseWire(PROGRAM)
    const fuses = Object.fromEntries(
      Object.entries(wire).map(([place, state]) => [
        FuseV1Options[Number(place)],
        stateNames.get(Number(state)),
      ]),
    )
    expect(fuses).toMatchObject({
      RunAsNode: 'off',
      EnableCookieEncryption: 'on',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableEmbeddedAsarIntegrityValidation: 'on',
      OnlyLoadAppFromAsar: 'on',
      LoadBrowserProcessSpecificV8Snapshot: 'off',
      GrantFileProtocolExtraPrivileges: 'off',
    })
    const newer = Object.keys(fuses).slice(8)
    expect(newer.filter((name) => name !== 'WasmTrapHandlers')).toEqual([])
  })

  test('it says its version where there is no display', async ({ session }) => {
    const ended = await session.run('mailroom', ['--version'], { env: { DISPLAY: undefined } })
    expect(ended).toMatchObject({ code: 0, stdout: `${versionOf(packages)}\n`, stderr: '' })
  })

  test('it cannot be turned into plain Node', async ({ session }) => {
    const ended = await session.run('mailroom', ['--version'], {
      env: { DISPLAY: undefined, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.js' },
    })
    expect(ended).toMatchObject({ code: 0, stdout: `${versionOf(packages)}\n` })
  })

  test('it makes addresses for an ordinary user: in a sandboxed window, and printed without a display', async ({
    session,
    likedo,
  }) => {
    const app = await startDriven(session, 'mailroom', [`--user-data-dir=${userData}`])
    try {
      await connectAndOpenList(app.page, likedo.origin, DEFAULT_KEY)
      await pressNewAddress(app.page)
      const email = await copiedAddress(app.page)
      expect(likedo.addressesOf(DEFAULT_KEY).map((held) => held.email)).toEqual([email])
      expect(await session.readClipboard()).toBe(email)
      await expect(addressRows(app.page).filter({ hasText: email })).toBeVisible()

      const running = processesOf(PROGRAM)
      const renderers = running.filter(({ args }) => args.includes('--type=renderer'))
      expect(renderers.length).toBeGreaterThan(0)
      for (const { seccomp } of renderers) expect(seccomp).toBe(2)
      for (const { uid, args } of running) {
        expect(uid).toBe(session.account.uid)
        expect(args.filter((arg) => withoutSandbox.includes(arg))).toEqual([])
      }
      expect(app.problems()).toEqual([])
    } finally {
      await app.stop()
    }

    const ended = await session.run('mailroom', ['--new-address', '--print', `--user-data-dir=${userData}`], {
      env: { DISPLAY: undefined },
    })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(likedo.addressesOf(DEFAULT_KEY)[0]?.email).toBe(ended.stdout.trim())
  })

  test('its tray, shortcut and quick create serve other programs with the window closed, and after it has quit', async ({
    panel,
    notifications,
    session,
    likedo,
  }) => {
    const folder = `--user-data-dir=${session.makeFolder('installed-tray')}`
    const made = () => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
    const app = await startDriven(session, 'mailroom', [folder])
    try {
      await connectAndOpenList(app.page, likedo.origin, DEFAULT_KEY)
      await panel.menu()
      const accelerator = 'CommandOrControl+Alt+M'
      const set = app.page.evaluate((it) => window.bridge.call('desktop.setShortcut', it), { accelerator })
      expect(await set).toMatchObject({ value: { shortcut: { standing: 'on' } } })
      await focusWindow(session, 'Mailroom')
      await session.run('xdotool', ['key', 'ctrl+w'])
      await expect.poll(() => windowOnScreen(session, 'Mailroom')).toBe('')
      await panel.press('New address')
      await notifications.shown('Copied: ')
      const [first = '', ...others] = made()
      expect(others).toEqual([])
      expect(await session.readClipboard()).toBe(first)

      await session.run('xdotool', ['key', 'ctrl+alt+m'])
      await focusWindow(session, 'New address')
      await session.run('xdotool', ['type', 'by.shortcut'])
      await session.run('xdotool', ['key', 'Return'])
      await expect.poll(() => session.readClipboard()).toBe('by.shortcut@ig.do')
      await expect.poll(() => windowOnScreen(session, 'New address')).toBe('')

      expect(await session.run('mailroom', ['--quick-create', folder])).toMatchObject({ code: 0 })
      await focusWindow(session, 'New address')
      await session.run('xdotool', ['key', 'Return'])
      await expect.poll(() => made().length).toBe(3)
      const email = made().find((one) => one !== 'by.shortcut@ig.do' && one !== first) ?? ''
      await expect.poll(() => session.readClipboard()).toBe(email)

      likedo.revokeKey(DEFAULT_KEY)
      await panel.press('New address')
      await notifications.shown(/Not created: LikeDo refused the API key.+ Your clipboard was not changed\./)
      expect(await session.readClipboard()).toBe(email)
      expect(made()).toHaveLength(3)

      await panel.press('Quit')
      await expect.poll(() => processesOf(PROGRAM).filter(({ args }) => args.includes(folder))).toEqual([])
      expect(await session.readClipboard()).toBe(email)
      expect(app.problems()).toEqual([])
    } finally {
      await app.stop()
    }
  })

  test('it sends a write once that was filled in, shown and confirmed, and tells of it', async ({
    session,
    litemail,
  }) => {
    const app = await startDriven(session, 'mailroom', [
      `--user-data-dir=${session.makeFolder('installed-write')}`,
    ])
    const { page } = app
    try {
      await connectLitemail(page, { server: litemail.server, name: 'Agency' })
      await openOperations(page)
      await open(page, 'Create Tag')
      await page.getByLabel('name').fill('cold')
      await page.getByLabel('color').fill('#1971c2')
      await panel(page, 'Create Tag').getByRole('button', { name: 'Review…' }).press('Enter')
      const plan = page.getByRole('alertdialog', { name: 'Create 1 tag in Agency' })
      await expect(plan.getByRole('grid', { name: 'What is sent' })).toContainText('name: cold')
      const sent = () => litemail.requests.filter(({ method }) => method !== 'GET')
      expect(sent()).toEqual([])

      await plan.getByRole('button', { name: 'Create 1 tag in Agency' }).press('Enter')
      await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('1 done.')
      expect(sent()).toMatchObject([{ method: 'POST', path: `${litemail.basePath}/tags` }])
      expect(JSON.parse(sent()[0]?.body ?? '')).toEqual({ name: 'cold', color: '#1971c2' })
      expect(litemail.acts().map(({ operation }) => operation)).toEqual(['tags.create'])

      await page.getByRole('navigation', { name: 'Main' }).getByText('Activity', { exact: true }).click()
      const row = page.getByRole('grid', { name: 'Activity' }).getByRole('row').nth(1)
      await expect(row).toContainText('cold')
      await expect(row).toContainText('Accepted')
      expect(app.problems()).toEqual([])
    } finally {
      await app.stop()
    }
  })

  // Each run walks through them with what was built; `npm run test:long` with what is handed out, too.
  if (process.env.MAILROOM_LONG)
    test('the journeys about writes pass against it', async () => {
      test.setTimeout(BUILD_MS)
      // Where a file is chosen, a journey needs the main process, which nobody can ask there.
      const about = ['writes', 'activity', 'domainWrites', 'money']
      const { passed, failures } = await runJourneys('mailroom', about)
      expect(failures).toEqual([])
      expect(passed).toBeGreaterThanOrEqual(about.length)
    })

  test('it says in About which version it is, and in a bar if its Electron is not the pinned one', async ({
    session,
  }) => {
    const app = await startDriven(session, 'mailroom', [`--user-data-dir=${userData}`])
    try {
      const bar = app.page.getByText(`Mailroom runs on Electron ${electronOf(packages)} here.`)
      await expect(bar).toHaveCount(isPinned(packages) ? 0 : 1)
      await app.page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
      await app.page.getByText('About', { exact: true }).first().click()
      await expect(app.page.getByText(`Version ${versionOf(packages)}`)).toBeVisible()
      expect(app.problems()).toEqual([])
    } finally {
      await app.stop()
    }
  })

  test('it goes with apt, and what its user made stays', async () => {
    const before = readdirSync(userData, { recursive: true, encoding: 'utf8' }).sort()
    expect(before.length).toBeGreaterThan(0)

    await purgeMailroom()

    expect(installedStatus()).toBe('not-installed')
    for (const place of ['/usr/bin/mailroom', '/usr/lib/mailroom', '/etc/apparmor.d/mailroom'])
      expect(existsSync(place), place).toBe(false)
    expect(readdirSync(userData, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before)
  })
})

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import about from '../../package.json' with { type: 'json' }
import { expect, test } from '../support/app/fixture'
import { addressRows, connectAndOpenList, copiedAddress, pressNewAddress } from '../support/app/journey'
import { focusWindow, windowOnScreen } from '../support/desktop/windows'
import { DEFAULT_KEY } from '../support/likedo/server'
import { buildPackages, listArchive, listDeb, type Packages, repository } from '../support/package/build'
import { processesOf, startDriven } from '../support/package/driven'
import {
  installDeb,
  installedStatus,
  purgeMailroom,
  whyNotInstallable,
} from '../support/package/installation'

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

const inPackage = (...path: string[]) => join(packages.unpacked, ...path)
const asar = () => inPackage('usr/lib/mailroom/resources/app.asar')
/** The files in the archive, by their paths from its root. */
const archived = () => {
  const paths = listPackage(asar(), { isPack: false }).map((path) => path.slice(1))
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
}
const read = (path: string) => extractFile(asar(), path).toString()
const packedAbout = () => JSON.parse(read('package.json'))
/** Which Electron is in the package. */
const electron = () => readFileSync(inPackage('usr/lib/mailroom/version'), 'utf8').trim()
const isPinned = () => electron() === about.devDependencies.electron
const version = () => (isPinned() ? about.version : `${about.version}+electron${electron()}`)

test.describe('the packages', () => {
  test('say in name and version which Electron is inside, where it is not the pinned one', () => {
    expect(basename(packages.deb)).toMatch(/^mailroom_(?<version>.+)_(amd64|arm64|armhf)\.deb$/)
    expect(basename(packages.deb).split('_')[1]).toBe(version())
    expect(basename(packages.archive)).toBe(`mailroom-${version()}-linux-${process.arch}.tar.gz`)
    expect(packages.control('Version')).toBe(version())
    expect(packedAbout()).toMatchObject({ version: version() })
  })

  test('hold the built application and the native modules of this machine, and nothing else', () => {
    const allowed = [
      /^package\.json$/,
      /^out\/main\/(chunks\/)?[\w-]+\.js$/,
      /^out\/main\/icons\/256\.png$/,
      /^out\/main\/tray\/(normal|busy|offline|attention)-\d\d\.png$/,
      /^out\/preload\/index\.cjs$/,
      /^out\/renderer\/(((quick|mail)\/)?index\.html|assets\/[\w-]+\.(js|css|svg|png|woff2))$/,
      /^node_modules\/(keytar|libsql|@neon-rs\/load|detect-libc)\/(package\.json|LICENSE|(\w+\/)?[\w-]+\.js)$/,
      new RegExp(`^node_modules/keytar/prebuilds/linux-${process.arch}/keytar\\.node$`),
      new RegExp(`^node_modules/@libsql/linux-${process.arch}-gnu(eabihf)?/(package\\.json|index\\.node)$`),
    ]
    expect(archived().filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
    const threads = ['store-worker', 'decode-thread', 'api-file-thread'].map((name) => `out/main/${name}.js`)
    const pages = ['', 'quick/', 'mail/'].map((folder) => `out/renderer/${folder}index.html`)
    for (const needed of ['out/main/index.js', ...threads, 'out/preload/index.cjs', ...pages])
      expect(archived()).toContain(needed)
    expect(archived().filter((path) => path.endsWith('.node'))).toHaveLength(2)
    expect(packedAbout()).not.toHaveProperty('devDependencies')
    expect(packedAbout()).not.toHaveProperty('scripts')
    expect(readdirSync(inPackage('usr/lib/mailroom/resources')).sort()).toEqual([
      'app.asar',
      'app.asar.unpacked',
      'apparmor-profile',
      'licences.txt',
    ])
  })

  test('keep outside of the archive only what the system itself loads', () => {
    const unpacked = join(asar(), '../app.asar.unpacked')
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(unpacked, path)).isFile())
      .map((path) => basename(path))
    expect(files.sort()).toEqual(['index.node', 'keytar.node'])
  })

  test('carry no source map and no path of the machine that built them', () => {
    for (const path of archived().filter((name) => /\.(c?js|css|html|json)$/.test(name))) {
      const text = read(path)
      expect(text, path).not.toContain('sourceMappingURL=')
      expect(text, path).not.toContain(repository)
    }
    const share = inPackage('usr/share')
    for (const path of readdirSync(share, { recursive: true, encoding: 'utf8' })) {
      if (statSync(join(share, path)).isFile())
        expect(readFileSync(join(share, path), 'latin1'), path).not.toContain(repository)
    }
  })

  test('have the licence of each package inside, and those of Electron and Chromium', () => {
    const licences = readFileSync(inPackage('usr/lib/mailroom/resources/licences.txt'), 'utf8')
    for (const name of ['keytar', 'libsql', 'detect-libc', 'react', 'react-aria-components', 'zod', 'hono'])
      expect(licences).toMatch(new RegExp(`^(@github/)?${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    expect(licences).not.toContain('no text of its licence')
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(statSync(inPackage('usr/lib/mailroom', name)).size).toBeGreaterThan(1_000)
    expect(readFileSync(inPackage('usr/share/doc/mailroom/copyright'), 'utf8')).toContain(
      ' Permission is hereby granted',
    )
  })

  test('tell the desktop name, icon, actions and version', () => {
    const entry = readFileSync(inPackage('usr/share/applications/mailroom.desktop'), 'utf8')
    expect(entry).toContain('\nExec=mailroom\nIcon=mailroom\n')
    expect(entry).toContain(
      '[Desktop Action new-address]\nName=New Address\nIcon=mailroom\nExec=mailroom --new-address\n',
    )
    for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
      const icon = readFileSync(inPackage(`usr/share/icons/hicolor/${size}x${size}/apps/mailroom.png`))
      // A PNG's head says how wide and high it is (RFC 2083, 4.1.1).
      expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([size, size])
    }
    const metainfo = readFileSync(
      inPackage('usr/share/metainfo/example.mailroom.Mailroom.metainfo.xml'),
      'utf8',
    )
    expect(metainfo).toContain('<launchable type="desktop-id">mailroom.desktop</launchable>')
    expect(metainfo).toContain(`<release version="${version()}" date="20`)
  })

  test("belong to root, with the sandbox's helper set-user-ID and nothing else", () => {
    for (const files of [listDeb(packages.deb), listArchive(packages.archive)]) {
      expect(files.filter(({ owner }) => owner !== 'root/root')).toEqual([])
      const special = files.filter(({ mode }) => /[st]/i.test(mode.slice(1)))
      expect(special.map(({ mode, path }) => [mode, basename(path)])).toEqual([
        ['-rwsr-xr-x', 'chrome-sandbox'],
      ])
      expect(files.filter(({ mode }) => mode[0] !== 'l' && mode[8] === 'w')).toEqual([])
      expect(files.some(({ path, mode }) => path.endsWith('/bin/mailroom') && mode[3] === 'x')).toBe(true)
    }
  })
})

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
    expect(ended).toMatchObject({ code: 0, stdout: `${version()}\n`, stderr: '' })
  })

  test('it cannot be turned into plain Node', async ({ session }) => {
    const ended = await session.run('mailroom', ['--version'], {
      env: { DISPLAY: undefined, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.js' },
    })
    expect(ended).toMatchObject({ code: 0, stdout: `${version()}\n` })
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

  test('it says in About which version it is, and in a bar if its Electron is not the pinned one', async ({
    session,
  }) => {
    const app = await startDriven(session, 'mailroom', [`--user-data-dir=${userData}`])
    try {
      const bar = app.page.getByText(`Mailroom runs on Electron ${electron()} here.`)
      await expect(bar).toHaveCount(isPinned() ? 0 : 1)
      await app.page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
      await app.page.getByText('About', { exact: true }).first().click()
      await expect(app.page.getByText(`Version ${version()}`)).toBeVisible()
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

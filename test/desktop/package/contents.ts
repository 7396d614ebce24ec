import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import about from '../../../package.json' with { type: 'json' }
import { expect, test } from '../../support/app/fixture'
import { listArchive, listDeb, type Packages, repository } from '../../support/package/build'

/** Which Electron is in the packages. */
export const electronOf = ({ unpacked }: Packages): string =>
  readFileSync(join(unpacked, 'usr/lib/mailroom/version'), 'utf8').trim()

/** Whether that is the one that package.json names. */
export const isPinned = (packages: Packages): boolean =>
  electronOf(packages) === about.devDependencies.electron

/** What they call themselves. */
export const versionOf = (packages: Packages): string =>
  isPinned(packages) ? about.version : `${about.version}+electron${electronOf(packages)}`

/** What must be in the packages, and what must not; looked at without installing them. */
export function testContents(built: () => Packages): void {
  const inPackage = (...path: string[]) => join(built().unpacked, ...path)
  const asar = () => inPackage('usr/lib/mailroom/resources/app.asar')
  /** The files in the archive, by their paths from its root. */
  const archived = () => {
    const paths = listPackage(asar(), { isPack: false }).map((path) => path.slice(1))
    return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
  }
  const read = (path: string) => extractFile(asar(), path).toString()
  const packedAbout = () => JSON.parse(read('package.json'))
  const version = () => versionOf(built())

  test('say in name and version which Electron is inside, where it is not the pinned one', () => {
    expect(basename(built().deb)).toMatch(/^mailroom_(?<version>.+)_(amd64|arm64|armhf)\.deb$/)
    expect(basename(built().deb).split('_')[1]).toBe(version())
    expect(basename(built().archive)).toBe(`mailroom-${version()}-linux-${process.arch}.tar.gz`)
    expect(built().control('Version')).toBe(version())
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
    for (const files of [listDeb(built().deb), listArchive(built().archive)]) {
      expect(files.filter(({ owner }) => owner !== 'root/root')).toEqual([])
      const special = files.filter(({ mode }) => /[st]/i.test(mode.slice(1)))
      expect(special.map(({ mode, path }) => [mode, basename(path)])).toEqual([
        ['-rwsr-xr-x', 'chrome-sandbox'],
      ])
      expect(files.filter(({ mode }) => mode[0] !== 'l' && mode[8] === 'w')).toEqual([])
      expect(files.some(({ path, mode }) => path.endsWith('/bin/mailroom') && mode[3] === 'x')).toBe(true)
    }
  })
}

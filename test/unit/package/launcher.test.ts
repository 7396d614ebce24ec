import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const repository = resolve(import.meta.dirname, '../../..')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom launcher '))
  mkdirSync(join(folder, 'lib/bin'), { recursive: true })
  mkdirSync(join(folder, 'usr'))
  const program = join(folder, 'lib/mailroom')
  // Stands for the application: says how it was started, and ends with a code of its own.
  writeFileSync(program, '#!/bin/sh\nfor argument in "$@"; do echo "[$argument]"; done\nexit 7\n')
  const launcher = join(folder, 'lib/bin/mailroom')
  copyFileSync(join(repository, 'packaging/launcher.sh'), launcher)
  for (const file of [program, launcher]) chmodSync(file, 0o755)
  // The tests may be root's.
  const id = join(folder, 'id')
  writeFileSync(id, '#!/bin/sh\necho "$TEST_UID"\n')
  chmodSync(id, 0o755)
  symlinkSync('../lib/bin/mailroom', join(folder, 'usr/mailroom'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly args: readonly string[]
  readonly stderr: string
}

/** Runs the launcher over the link that a package has in /usr/bin. */
const start = (args: readonly string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((done) => {
    const command = join(folder, 'usr/mailroom')
    execFile(
      command,
      args,
      { env: { PATH: `${folder}:/usr/bin:/bin`, TEST_UID: '1000', ...env } },
      (error, stdout, stderr) =>
        done({
          code: typeof error?.code === 'number' ? error.code : 0,
          args: [...stdout.matchAll(/^\[(.*)\]$/gm)].map(([, argument]) => argument ?? ''),
          stderr,
        }),
    )
  })

const headless = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3']

describe.skipIf(process.platform === 'win32')('the launcher', () => {
  it('passes everything through on a display, and ends as the application does', async () => {
    const args = ['--new-address', '--note=two words', '--tag=$HOME "quoted" *', '']
    expect(await start(args, { DISPLAY: ':0' })).toEqual({ code: 7, args, stderr: '' })
  })

  it('has an address printed without a display', async () => {
    const args = ['--new-address', '--print']
    expect(await start(args, {})).toEqual({ code: 7, args: [...headless, ...args], stderr: '' })
  })

  it.each(['--version', '--help'])('answers %s without a display', async (option) => {
    expect(await start([option], {})).toMatchObject({ code: 7, args: [...headless, option] })
  })

  it('takes an empty DISPLAY for none', async () => {
    expect(await start(['--print'], { DISPLAY: '' })).toMatchObject({ args: [...headless, '--print'] })
  })

  it('opens its window on Wayland where there is no X', async () => {
    expect(await start(['--hidden'], { WAYLAND_DISPLAY: 'wayland-0' })).toMatchObject({
      args: ['--ozone-platform=wayland', '--hidden'],
    })
  })

  it('says that it does not run as root, and starts nothing', async () => {
    const ended = await start(['--version'], { DISPLAY: ':0', TEST_UID: '0' })
    expect(ended).toMatchObject({ code: 1, args: [] })
    expect(ended.stderr).toContain('as an ordinary user')
  })

  it('says that a window needs a display, and starts nothing, where there is none', async () => {
    const ended = await start(['--note=--print'], {})
    expect(ended).toMatchObject({ code: 1, args: [] })
    expect(ended.stderr).toContain('no display')
  })
})

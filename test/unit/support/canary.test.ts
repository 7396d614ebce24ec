import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newIn, searchFiles } from '../../support/canary/files'
import { searchProcesses } from '../../support/canary/processes'
import { findIn, startSearch, wantedOf } from '../../support/canary/search'
import { hatchCanary } from '../../support/canary/spellings'

// A search that finds nothing proves something only if it finds what is there.

const canary = hatchCanary()
const wanted = wantedOf(canary)
const { key } = canary
const escaped = (write: (code: number) => string) =>
  [...key].map((letter) => write(letter.charCodeAt(0))).join('')
const hex = (code: number) => code.toString(16)

const plants: readonly (readonly [string, Buffer | string])[] = [
  ['as it is', `{"key":"${key}"}`],
  ['in capitals', key.toUpperCase()],
  ['in small letters', key.toLowerCase()],
  ['in UTF-16LE', Buffer.from(`key=${key};`, 'utf16le')],
  ['in UTF-16BE', Buffer.from(`key=${key};`, 'utf16le').swap16()],
  ...['', 'a', 'ab', 'abc', 'abcd'].map(
    (before) =>
      [
        `in base64 behind ${before.length} bytes`,
        Buffer.from(`${before}${key}.`).toString('base64'),
      ] as const,
  ),
  ['in base64 at its end', Buffer.from(`k${key}`).toString('base64')],
  ['in base64 for URLs', Buffer.from(`?${key}`).toString('base64url')],
  ['in base64 of UTF-16', Buffer.from(key, 'utf16le').toString('base64')],
  ['in base64, two bytes a character', Buffer.from(Buffer.from(key).toString('base64'), 'utf16le')],
  ['in hex', Buffer.from(key).toString('hex')],
  ['in HEX', Buffer.from(key).toString('hex').toUpperCase()],
  ['in hex of UTF-16', Buffer.from(key, 'utf16le').toString('hex')],
  ['percent-encoded', escaped((code) => `%${hex(code)}`)],
  ['PERCENT-ENCODED', escaped((code) => `%${hex(code).toUpperCase()}`)],
  ['escaped as JSON may be', escaped((code) => `\\u${hex(code).padStart(4, '0')}`)],
  ['escaped as HTML may be', escaped((code) => `&#${code};`)],
  ['without its beginning', key.slice(-32)],
  ['cut after thirty-one of its characters of chance', key.slice(0, 15 + 31)],
  ['masked in front', `sk_live_…${key.slice(-20)}`],
  ['masked behind', `${key.slice(0, -10)}…`],
]

describe('a canary is found', () => {
  it.each(plants)('%s', (_, planted) => {
    expect(findIn(wanted, planted)).not.toEqual([])
  })

  it('wherever the chunks that it comes in are cut', () => {
    for (const planted of [Buffer.from(`<${key}>`), Buffer.from(`<${key}>`, 'utf16le')]) {
      for (let cut = 1; cut < planted.length; cut++) {
        const search = startSearch(wanted)
        search.push(planted.subarray(0, cut))
        search.push(planted.subarray(cut))
        expect(search.found(), `cut at ${cut}`).not.toEqual([])
      }
      const search = startSearch(wanted)
      for (const byte of planted) search.push(Buffer.from([byte]))
      expect(search.found(), 'byte by byte').not.toEqual([])
    }
  })

  it('and another one is not', () => {
    const other = hatchCanary().key
    expect(findIn(wanted, `${other} ${Buffer.from(other).toString('base64')} sk_live_canary_`)).toEqual([])
  })
})

describe('in a folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'canary-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('it is found in files however deep and large, in links and in names', async () => {
    await mkdir(join(folder, 'a/b/c'), { recursive: true })
    const large = Buffer.alloc(9 * 1024 * 1024, 'x')
    // Across the border of two chunks of the reader.
    large.write(key, 4 * 1024 * 1024 - 20)
    await writeFile(join(folder, 'a/b/c/large'), large)
    await writeFile(join(folder, '.hidden'), Buffer.from(key, 'utf16le'))
    await writeFile(join(folder, 'innocent'), 'nothing')
    await symlink(`host-${key}`, join(folder, 'link'))
    await writeFile(join(folder, `${key}.txt`), '')
    const { leaks, files } = await searchFiles(folder, wanted)
    expect(leaks.map(({ place }) => place.replaceAll(key, 'KEY').replace(folder, '')).sort()).toEqual(
      ['/.hidden', '/a/b/c/large', '/link', 'the name /KEY.txt'].sort(),
    )
    expect(files).toHaveLength(4)
  })

  it('what an account puts there from now on is told apart', async () => {
    await writeFile(join(folder, 'new'), key)
    await writeFile(join(folder, 'mailroom-test-other'), key)
    const { uid } = userInfo()
    expect(await newIn(folder, uid, Date.now() - 60_000)).toEqual([join(folder, 'new')])
    expect(await newIn(folder, uid, Date.now() + 60_000)).toEqual([])
    expect(await newIn(folder, uid + 1, 0)).toEqual([])
  })
})

describe('of a process', () => {
  let child: ChildProcess | undefined
  afterEach(() => child?.kill('SIGKILL'))
  const self = { name: 'nobody', uid: -1, gid: -1, isOther: false }
  const start = async (args: readonly string[], env: Record<string, string>) => {
    child = spawn(
      process.execPath,
      ['-e', 'console.log("up"); setTimeout(() => {}, 60_000)', '--', ...args],
      {
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    if (child.stdout) await once(child.stdout, 'data')
    return child.pid ?? 0
  }

  it('the arguments are searched', async () => {
    const pid = await start([`--key=${key}`], {})
    const { leaks, pids } = searchProcesses(self, [pid], wanted)
    expect(pids).toEqual([pid])
    expect(leaks.map(({ place }) => place)).toEqual([`cmdline of process ${pid}`])
  })

  it('the environment is searched', async () => {
    const pid = await start([], { KEY: Buffer.from(key).toString('base64') })
    const { leaks } = searchProcesses(self, [pid], wanted)
    expect(leaks.map(({ place }) => place)).toEqual([`environ of process ${pid}`])
  })
})

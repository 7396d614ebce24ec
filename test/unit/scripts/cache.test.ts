import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  cacheFolder,
  inWorkFolder,
  publish,
  readJson,
  requireRoom,
  withLock,
  writeJson,
} from '../../../scripts/setup/cache.mjs'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'cache-'))
  vi.stubEnv('MAILROOM_CACHE', cache)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

describe('the cache that clones share', () => {
  const user = { platform: 'linux', isRoot: false, home: '/home/ann', env: {} }

  it.each([
    ['for root, where the ordinary user can read it', { ...user, isRoot: true }, '/var/cache/mailroom-build'],
    ['for a user, among the caches', user, '/home/ann/.cache/mailroom-build'],
    ['where XDG says', { ...user, env: { XDG_CACHE_HOME: '/fast' } }, '/fast/mailroom-build'],
    [
      'not where XDG says something relative',
      { ...user, env: { XDG_CACHE_HOME: 'x' } },
      '/home/ann/.cache/mailroom-build',
    ],
    ['on a Mac', { ...user, platform: 'darwin' }, '/home/ann/Library/Caches/mailroom-build'],
    ['where MAILROOM_CACHE says', { ...user, env: { MAILROOM_CACHE: '/there' } }, '/there'],
  ])('is %s', (_where, machine, expected) => {
    expect(cacheFolder(machine)).toBe(expected)
  })
})

describe('a finished folder', () => {
  it('takes the place of a broken one as a whole', () => {
    const place = path.join(cache, 'electron', 'x')
    mkdirSync(place, { recursive: true })
    writeFileSync(path.join(place, 'half'), '')
    const finished = path.join(cache, 'work')
    mkdirSync(finished)
    writeFileSync(path.join(finished, 'whole'), '')

    publish(finished, place)

    expect(readdirSync(place)).toEqual(['whole'])
    expect(readdirSync(path.join(cache, 'electron'))).toEqual(['x'])
    expect(readdirSync(cache)).toEqual(['electron'])
  })

  it('is made in a folder that is gone afterwards, also when making it fails', async () => {
    let folder = ''
    const making = inWorkFolder('x', 1, async (work) => {
      folder = work
      writeFileSync(path.join(work, 'half'), '')
      throw new Error('disk')
    })
    await expect(making).rejects.toThrow('disk')
    expect(existsSync(folder)).toBe(false)
  })

  it('is made without what a killed predecessor left behind', async () => {
    const left = path.join(cache, 'work', 'x', 'left')
    mkdirSync(left, { recursive: true })
    await inWorkFolder('x', 1, async (work) => {
      expect(existsSync(left)).toBe(false)
      expect(readdirSync(work)).toEqual([])
    })
  })
})

describe('a small file', () => {
  it('keeps its old content, with no half beside it, when the new one cannot be written', () => {
    const file = path.join(cache, 'stamp.json')
    writeJson(file, { a: 1 })
    const unwritable: { self?: unknown } = {}
    unwritable.self = unwritable
    expect(() => writeJson(file, unwritable)).toThrow()
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}\n')
    expect(readdirSync(cache)).toEqual(['stamp.json'])
  })

  it.each(['', '{"lock":"abc', 'null '.repeat(2)])('that is broken (%j) reads as none', (content) => {
    const file = path.join(cache, 'stamp.json')
    writeFileSync(file, content)
    expect(readJson(file)).toBeUndefined()
  })
})

it('says before it begins that a disk has too little room', () => {
  expect(() => requireRoom(cache, 1e18)).toThrow(/1000000000000 MB are needed .*\nMake room/)
})

describe.runIf(process.platform === 'linux')('two set-ups at once', () => {
  it('work one after the other', async () => {
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      order.push(`${name} ends`)
    }
    await Promise.all([withLock('x', work('a')), withLock('x', work('b'))])
    const first = order[0]?.[0]
    const second = first === 'a' ? 'b' : 'a'
    expect(order).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`])
  })

  it('wait for what a killed one has started, and not for the killed one', async () => {
    const finished = path.join(cache, 'finished')
    const script = `
      import { spawn } from 'node:child_process'
      const { withLock } = await import(process.argv[1])
      await withLock('x', async (fd) => {
        spawn('sh', ['-c', 'sleep 1; touch "$0"', process.argv[2]], { stdio: ['ignore', 'ignore', 'ignore', fd], detached: true })
        console.log('begun')
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      })`
    const module = pathToFileURL(path.resolve('scripts/setup/cache.mjs')).href
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script, module, finished], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    holder.kill('SIGKILL')
    await once(holder, 'exit')

    expect(existsSync(finished)).toBe(false)
    await withLock('x', async () => expect(existsSync(finished)).toBe(true))
  })
})

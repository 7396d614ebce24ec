import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHolder } from '../../../src/main/desktop/clipboardHolder'
import { holderWords, isHolderStart } from '../../../src/main/desktop/holderWords'

const TEXT = 'brisk-otter-482@ig.do\nquiet-heron-117@ig.do'
const PATIENCE_MS = 5_000

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-holder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(file(name), 'utf8')

const hand = (command: readonly string[], patienceMs = PATIENCE_MS) =>
  startHolder({ command, text: TEXT, profile: folder, patienceMs })

/** A program that stands for the holder. */
function program(body: string): string[] {
  writeFileSync(file('holder'), `#!/bin/sh\n${body}\n`)
  chmodSync(file('holder'), 0o755)
  return [file('holder'), ...holderWords]
}

describe('handing a text to a process that holds it', () => {
  it('has worked once that process says so, which then goes on by itself, apart from us', async () => {
    const holder = program(`cat > ${file('input')}; echo held; echo $$ > ${file('pid')}; exec sleep 30`)
    expect(await hand(holder)).toBe(true)
    await expect.poll(() => existsSync(file('pid')) && read('pid').trim()).toMatch(/^\d+$/)
    const pid = Number(read('pid'))
    // Its own group, and its own session: the fifth and sixth field of stat (proc(5)).
    const [, , , , group, session] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')
    expect([group, session]).toEqual([String(pid), String(pid)])
    process.kill(pid, 'SIGKILL')
    expect(JSON.parse(read('input'))).toMatchObject({ text: TEXT })
  })

  it('shows the text to nobody, and takes along of the environment what a display needs', async () => {
    process.env.MAILROOM_TEST_SECRET = 'not for a holder'
    const holder = program(
      `cat > /dev/null; echo "$@" > ${file('args')}; env > ${file('env')}; pwd > ${file('cwd')}; echo held`,
    )
    expect(await hand(holder)).toBe(true)
    expect(read('args').trim()).toBe(holderWords.join(' '))
    expect(read('env')).not.toContain('ig.do')
    expect(read('env')).not.toContain('MAILROOM_TEST_SECRET')
    expect(read('env')).toContain('DBUS_SESSION_BUS_ADDRESS=disabled:')
    expect(read('cwd').trim()).toBe('/')
    delete process.env.MAILROOM_TEST_SECRET
  })

  it.each([
    ['ends without a word', 'cat > /dev/null'],
    ['reads nothing and ends', 'exit 0'],
    ['fails', 'exit 1'],
    ['says something else', 'cat > /dev/null; echo helf; exec sleep 30'],
  ])('has not worked where it %s', async (_, body) => {
    expect(await hand(program(body), 1_000)).toBe(false)
  })

  it('has not worked where there is no such program', async () => {
    expect(await hand([file('nowhere')])).toBe(false)
  })

  it('ends one that is late, so that it takes nothing over afterwards', async () => {
    const holder = program(`echo $$ > ${file('pid')}; exec sleep 30`)
    expect(await hand(holder, 500)).toBe(false)
    expect(existsSync(`/proc/${read('pid').trim()}`)).toBe(false)
  })
})

describe('the words that start a holder', () => {
  it('are those alone, all of them', () => {
    expect(isHolderStart(holderWords)).toBe(true)
    for (const words of [
      [],
      ['--hold-clipboard'],
      ['--hold-clipboard', '--new-address'],
      [...holderWords, '--new-address'],
      ['--demo', ...holderWords],
    ])
      expect(isHolderStart(words)).toBe(false)
  })
})

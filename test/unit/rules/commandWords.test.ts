import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autostartEntry, startsAnything } from '../../../src/main/rules/autostart'
import { execValue, shellLine } from '../../../src/main/rules/commandWords'

/** What a shell makes of a line. */
const wordsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => !text.includes('\0'))

describe('a command as one line', () => {
  it('leaves plain words plain', () => {
    expect(shellLine(['mailroom', '--quick-create'])).toBe('mailroom --quick-create')
    expect(execValue(['/usr/lib/mailroom/bin/mailroom', '--hidden'])).toBe(
      '/usr/lib/mailroom/bin/mailroom --hidden',
    )
  })

  it('is the same words again when a shell reads it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(wordsOf(shellLine(words))).toEqual(words)
      }),
      { numRuns: 60 },
    )
  })

  it('is quoted and doubled for a desktop entry as its specification says', () => {
    expect(execValue(['a b', '100%', '$HOME', 'say "x"', 'back\\slash'])).toBe(
      String.raw`"a b" 100%% "\\$HOME" "say \\"x\\"" "back\\\\slash"`,
    )
  })

  it('is one line whatever the words', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(execValue(words)).not.toMatch(/[\n\r\t]/)
      }),
    )
  })
})

describe('a file that starts Mailroom at login', () => {
  const entry = autostartEntry('Mailroom', ['mailroom'])

  it('starts it hidden', () => {
    expect(entry.split('\n')).toContain('Exec=mailroom --hidden')
    expect(startsAnything(entry)).toBe(true)
  })

  it('starts nothing once a desktop has turned it off in its own way', () => {
    expect(startsAnything(`${entry}Hidden=true\n`)).toBe(false)
    expect(startsAnything(entry.replace('enabled=true', 'enabled=false'))).toBe(false)
  })

  it('starts nothing where there is nothing to start', () => {
    expect(startsAnything('')).toBe(false)
    expect(startsAnything('[Desktop Entry]\nExec=\n')).toBe(false)
  })

  it('is judged by its own group', () => {
    expect(startsAnything(`${entry}[Desktop Action x]\nHidden=true\n`)).toBe(true)
    expect(startsAnything('[Other]\nExec=x\n')).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { explain, isDiskFull, Stop } from '../../../scripts/setup/words.mjs'

describe('a failure of set-up', () => {
  it.each([
    ['a full disk', new Error('ENOSPC: no space left on device, write'), 'The disk is full. Make room'],
    ['a full quota', new Error('EDQUOT: disk quota exceeded'), 'The disk is full. Make room'],
    [
      'a full disk in tar’s words',
      new Error('tar: x: Cannot write: No space left on device'),
      'The disk is full',
    ],
    [
      'a full disk in tar’s other words',
      new Error('tar: x: Wrote only 9728 of 10240 bytes'),
      'The disk is full',
    ],
    ['a read-only disk', new Error('EROFS: read-only file system, open x'), 'The file system is read-only'],
    ['a closed folder', new Error("EACCES: permission denied, mkdir '/x'"), 'may not be written or read'],
    ['anything else', new TypeError('x is not a function'), 'Running the same command again is safe'],
    ['something thrown that is no error', 'odd', 'Running the same command again is safe'],
  ])('is told in words for %s', (_what, failure, words) => {
    expect(explain(failure)).toContain(words)
  })

  it('is told in its own words where it has some', () => {
    expect(explain(new Stop('Do this.\n  command'))).toBe('Do this.\n  command')
  })

  it('is never told with a stack trace', () => {
    expect(explain(new TypeError('x is not a function'))).not.toMatch(/\bat \S+:\d+/)
  })

  it('is not taken for a full disk because a path holds such a word', () => {
    expect(isDiskFull("ENOENT: no such file, open '/data/nospace/x'")).toBe(false)
  })
})

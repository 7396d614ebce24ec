import { describe, expect, it } from 'vitest'
import { isUsedSince } from '../../../src/main/rules/clipboardMark'

const at = (ms: number, text: string | null) => ({ at: ms, text })

describe('a clipboard that was looked at when an address was asked for', () => {
  it('is free while it holds what it held', () => {
    expect(isUsedSince(at(0, 'a'), at(900, 'a'), null)).toBe(false)
    expect(isUsedSince(at(0, ''), at(900, ''), 'ours')).toBe(false)
  })

  it('is in use when something else is on it, or nothing any more', () => {
    expect(isUsedSince(at(0, 'a'), at(900, 'b'), null)).toBe(true)
    expect(isUsedSince(at(0, ''), at(900, 'b'), 'ours')).toBe(true)
    expect(isUsedSince(at(0, 'a'), at(900, ''), null)).toBe(true)
  })

  it('is free where Mailroom itself put something there meanwhile', () => {
    expect(isUsedSince(at(0, 'a'), at(900, 'ours'), 'ours')).toBe(false)
  })

  it('tells nothing where it could not be read', () => {
    expect(isUsedSince(at(0, null), at(900, 'b'), null)).toBe(false)
    expect(isUsedSince(at(0, 'a'), at(900, null), null)).toBe(false)
  })

  it('is left alone after 15 seconds, whatever it holds', () => {
    expect(isUsedSince(at(0, 'a'), at(15_000, 'a'), null)).toBe(false)
    expect(isUsedSince(at(0, 'a'), at(15_001, 'a'), null)).toBe(true)
    expect(isUsedSince(at(0, null), at(15_001, null), null)).toBe(true)
  })
})

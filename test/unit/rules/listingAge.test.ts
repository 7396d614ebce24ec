import { describe, expect, it } from 'vitest'
import {
  FRESH_AT_START_MS,
  FRESH_MS,
  isListingDue,
  type ReadBefore,
} from '../../../src/main/rules/listingAge'

const NOW = 1_800_000_000_000
const MINUTE_MS = 60_000
const account = { canList: true, keyStanding: 'accepted', keyGeneration: 2 } as const
const read: ReadBefore = {
  at: NOW - 10 * MINUTE_MS,
  triedAt: NOW - 10 * MINUTE_MS,
  problem: null,
  doubt: null,
  takenGeneration: 2,
  othersGeneration: null,
}
const isDue = (before: Partial<ReadBefore> = {}, who: Partial<Parameters<typeof isListingDue>[0]> = {}) =>
  isListingDue({ ...account, ...who }, { ...read, ...before }, { now: NOW, freshForMs: FRESH_MS })

describe('a list', () => {
  it('is read again after an hour, and at a start after five minutes', () => {
    expect(isDue()).toBe(false)
    expect(isDue({ at: NOW - FRESH_MS })).toBe(true)
    expect(isListingDue(account, read, { now: NOW, freshForMs: FRESH_AT_START_MS })).toBe(true)
  })

  it('is read where it never was, and where another key has come since', () => {
    expect(isDue({ at: null, takenGeneration: null })).toBe(true)
    expect(isDue({}, { keyGeneration: 3 })).toBe(true)
  })

  it('does not look new because a clock was set back', () => {
    expect(isDue({ at: NOW + 2 * FRESH_MS })).toBe(true)
  })

  it('is tried again soon after a failure, and later where the keychain said no', () => {
    const problem = { kind: 'connection-lost' } as const
    expect(isDue({ problem, at: null })).toBe(true)
    expect(isDue({ problem, at: null, triedAt: NOW - MINUTE_MS })).toBe(false)
    const denied = { kind: 'keychain', problem: 'denied' } as const
    expect(isDue({ problem: denied, at: null })).toBe(false)
    expect(isDue({ problem: denied, at: null, triedAt: NOW - FRESH_MS })).toBe(true)
  })

  it('is not read by itself where there is none, where no key is good, or where its user has to decide', () => {
    const at = NOW - 2 * FRESH_MS
    expect(isDue({ at }, { canList: false })).toBe(false)
    expect(isDue({ at }, { keyStanding: 'refused' })).toBe(false)
    expect(isDue({ at }, { keyStanding: 'absent' })).toBe(false)
    expect(isDue({ at, doubt: { keyGeneration: 2 } })).toBe(false)
    expect(isDue({ at, othersGeneration: 2 })).toBe(false)
  })

  it('that was in doubt or another’s is read with the key that came after', () => {
    expect(isDue({ doubt: { keyGeneration: 1 }, takenGeneration: 1 })).toBe(true)
    expect(isDue({ othersGeneration: 1, takenGeneration: 1 })).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { nothingOf } from '../../../src/renderer/views/fleetList/nothingOf'
import type { FleetPart } from '../../../src/shared/litemail/fleet'

const part = (over: Partial<FleetPart> = {}): FleetPart => ({
  accountId: 'a',
  accountName: 'Acme',
  workspaceId: 'ws_1',
  workspaceName: 'Main',
  noun: 'mailboxes',
  wholeAt: 1_000,
  at: 1_000,
  state: 'resting',
  page: null,
  pages: null,
  kept: 0,
  announced: 0,
  isIncomplete: false,
  problem: null,
  doubt: null,
  isHeaderIgnored: false,
  ...over,
})
const never = part({ wholeAt: null, at: null })

describe('A list of the fleet without rows', () => {
  it('is empty only where every part of it was read as a whole', () => {
    expect(nothingOf(true, [part(), part({ workspaceId: 'ws_2' })]).kind).toBe('none')
    expect(nothingOf(true, [part(), never]).kind).toBe('not-loaded')
    expect(nothingOf(true, [part({ isIncomplete: true })]).kind).toBe('not-loaded')
  })

  it('is not loaded where nothing of it was ever asked for', () => {
    expect(nothingOf(true, []).kind).toBe('not-loaded')
    expect(nothingOf(true, [never]).kind).toBe('not-loaded')
  })

  it('is being read while any part of it is, whatever failed before', () => {
    const failed = part({ problem: { kind: 'clipboard' } })
    for (const state of ['reading', 'waiting'] as const)
      expect(nothingOf(true, [failed, part({ state })]).kind).toBe('reading')
  })

  it('names what failed before what was not tried', () => {
    const failed = part({ wholeAt: null, problem: { kind: 'clipboard' } })
    expect(nothingOf(true, [never, failed])).toEqual({
      kind: 'failed',
      part: failed,
      problem: { kind: 'clipboard' },
    })
  })

  it('says that no account is connected before anything else, and nothing while that is not known', () => {
    expect(nothingOf(false, null).kind).toBe('no-account')
    expect(nothingOf(null, [part()]).kind).toBe('unknown')
    expect(nothingOf(true, null).kind).toBe('unknown')
  })
})

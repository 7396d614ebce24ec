import type { FleetPart, FleetStatus } from '../../../src/shared/litemail/fleet'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Tue 18 Nov 2025, 14:07: five minutes after DESIGN's example. */
export const now = new Date(2025, 10, 18, 14, 7).getTime()

/** A list that was read to its end five minutes ago. */
export const part = (given: Partial<FleetPart> = {}): FleetPart => ({
  accountId: 'a',
  accountName: 'Agency',
  workspaceId: 'w1',
  workspaceName: 'Acme',
  noun: 'mailboxes',
  wholeAt: now - 5 * MINUTE,
  at: now - 5 * MINUTE,
  state: 'resting',
  page: null,
  pages: null,
  kept: 4_000,
  announced: 4_000,
  isIncomplete: false,
  problem: null,
  doubt: null,
  isHeaderIgnored: false,
  ...given,
})

/** The same list in another workspace. */
export const beta = (given: Partial<FleetPart> = {}): FleetPart =>
  part({ workspaceId: 'w2', workspaceName: 'Beta', ...given })

export const unread = { wholeAt: null, at: null, kept: 0, announced: null } as const
/** A first pass that has 3,000 of 12,000. */
export const begun = { wholeAt: null, kept: 3_000, announced: 12_000 } as const
export const refused = { kind: 'unauthorized', message: null } as const
export const unreachable = { kind: 'no-connection', reason: 'refused', host: 'api.litemail.app' } as const

export const status = (parts: readonly FleetPart[], unreached: readonly string[] = []): FleetStatus => ({
  parts: [...parts],
  unreached: [...unreached],
})

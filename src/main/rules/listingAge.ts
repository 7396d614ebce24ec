import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** What is known of a list, as far as it decides when to read it again. Times are epoch milliseconds. */
export interface ReadBefore {
  readonly at: number | null
  readonly triedAt: number | null
  readonly problem: AppError | null
  readonly doubt: { readonly keyGeneration: number } | null
  readonly takenGeneration: number | null
  readonly othersGeneration: number | null
}

/** For so long a list counts as new: less at a start, when its user has just come. */
export const FRESH_AT_START_MS = 5 * MINUTE_MS
export const FRESH_MS = HOUR_MS

/** Whether a list is to be read without having been asked for. */
export function isListingDue(
  account: Pick<Account, 'canList' | 'keyStanding' | 'keyGeneration'>,
  before: ReadBefore,
  { now, freshForMs }: { readonly now: number; readonly freshForMs: number },
): boolean {
  const { keyGeneration } = account
  if (account.canList === false || !mayBeGood[account.keyStanding]) return false
  // Only its user can say whose list it is.
  if (before.doubt?.keyGeneration === keyGeneration || before.othersGeneration === keyGeneration) return false
  if (before.problem !== null) return isOlder(before.triedAt, pauseAfter(before.problem), now)
  if (before.takenGeneration !== null && before.takenGeneration < keyGeneration) return true
  return isOlder(before.at, freshForMs, now)
}

const mayBeGood = { accepted: true, unchecked: true, refused: false, absent: false } as const

/** A prompt of the keychain that was sent away does not come again at the next click. */
const pauseAfter = (problem: AppError): number => (problem.kind === 'keychain' ? HOUR_MS : 5 * MINUTE_MS)

/** A clock that was set back makes nothing look new for longer than it is. */
const isOlder = (at: number | null, ms: number, now: number): boolean =>
  at === null || Math.abs(now - at) >= ms

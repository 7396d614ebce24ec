import type { AppError } from '../../shared/errors'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Lists that somebody looks at are read again when they are older. */
export const LOOKED_AT_MS = 10 * MINUTE_MS
/** What nobody looks at: the wallet and how many rows there are, and whole lists. */
export const HIDDEN_COUNTS_MS = 30 * MINUTE_MS
export const HIDDEN_LISTS_MS = 6 * HOUR_MS
/** A computer that has just started has other things to do than what nobody looks at. */
export const AFTER_LOGIN_MS = MINUTE_MS
/** After waking the network takes a moment. */
export const AFTER_WAKING_MS = 10_000
/** A pass is gone on with no longer than this: what its first pages said would be older than it may look. */
export const OLDEST_PASS_MS = HIDDEN_LISTS_MS

/** How long a paused reading waits until it looks whether it can go on, in milliseconds: longer each time. */
export const retryAfter = (retries: number): number =>
  Math.min(3 * MINUTE_MS, 2_000 * 2 ** Math.min(retries, 10))

/** A clock that was set back makes nothing look new for longer than it is. */
export const isOlder = (at: number | null, ms: number, now: number): boolean =>
  at === null || Math.abs(now - at) >= ms

/** Whether an account's lists are to be read that should be no older than `ms`. `readAt`: when that was last tried. */
export function isDue(
  { readAt, problem }: { readonly readAt: number | null; readonly problem: AppError | null },
  ms: number,
  now: number,
): boolean {
  // A prompt of the keychain that was sent away does not come again at the next look.
  return isOlder(readAt, problem?.kind === 'keychain' ? Math.max(ms, HOUR_MS) : ms, now)
}

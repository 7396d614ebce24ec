import type { AppError } from '../../../shared/errors'
import type { FleetPart } from '../../../shared/litemail/fleet'

/** Why a list of the fleet has no row although nothing is left out of it. */
export type Nothing =
  | { readonly kind: 'no-account' | 'reading' | 'none' | 'not-loaded' | 'unknown' }
  | { readonly kind: 'failed'; readonly part: FleetPart; readonly problem: AppError }

/**
 * What an empty list means. `hasAccount` and `parts` are null before they were read. Only a list that was read as a whole,
 * everywhere, is empty; what failed comes before what was not tried.
 */
export function nothingOf(hasAccount: boolean | null, parts: readonly FleetPart[] | null): Nothing {
  if (hasAccount === false) return { kind: 'no-account' }
  if (hasAccount === null || parts === null) return { kind: 'unknown' }
  if (parts.some(({ state }) => state === 'reading' || state === 'waiting')) return { kind: 'reading' }
  for (const part of parts) {
    if (part.problem !== null) return { kind: 'failed', part, problem: part.problem }
  }
  const isWhole =
    parts.length > 0 && parts.every(({ wholeAt, isIncomplete }) => wholeAt !== null && !isIncomplete)
  return { kind: isWhole ? 'none' : 'not-loaded' }
}

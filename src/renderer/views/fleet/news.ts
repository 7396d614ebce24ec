import type { FleetStanding } from '../../../shared/text/fleet'

/** What a status line says, and whether that is worth being read out. */
export interface Said {
  readonly words: string
  readonly kind: string
  readonly isNews: boolean
}

/**
 * What is said after `before`. News is only another standing: a list goes on page by page, and gets older by the minute,
 * without anybody being told.
 */
export function saidNext(before: Said | null, words: string, standing: FleetStanding | null): Said {
  const kind = standing === null ? 'unknown' : `${standing.kind}${standing.isTroubled ? ', troubled' : ''}`
  if (before?.words === words && before.kind === kind) return before
  return { words, kind, isNews: standing?.kind !== 'reading' && before?.kind !== kind }
}

import type { Written } from '../../../shared/activity'
import { isWritingId, writingOf } from '../../../shared/litemail/writing'
import { readPlaces } from '../../../shared/text/window/activityRow'

/** Where Mailroom looks for what a write did, in words; null: nowhere that Litemail tells of. */
export function looksIn({ operation }: Pick<Written, 'operation'>): string | null {
  const read = isWritingId(operation) ? writingOf(operation).shownBy : null
  return read === null ? null : (readPlaces[read] ?? null)
}

import type { JobCounts } from '../../../shared/job'

/** When somebody looked, and how many rows had ended. */
export interface Mark {
  readonly at: number
  readonly ended: number
}

export const endedOf = ({ done, refused, undone, unconfirmed }: JobCounts): number =>
  done + refused + undone + unconfirmed

/** So long it is looked on, and so many rows are to end, before anything is said of the time left. */
const LEAST_MS = 4_000
const LEAST_ROWS = 3

/** How long the rest takes if it goes on as since the mark, in milliseconds; null: that is not known yet. */
export function msLeft(mark: Mark, counts: JobCounts, now: number): number | null {
  const passed = now - mark.at
  const ended = endedOf(counts) - mark.ended
  if (passed < LEAST_MS || ended < LEAST_ROWS) return null
  return (passed / ended) * (counts.planned + counts.sending)
}

/** Nothing is looked at sooner after it ended, in milliseconds: services need a moment. */
const FIRST_MS = 5_000
/** Nor again sooner. */
const LEAST_MS = 60_000

/**
 * Whether it is time to look once more what became of something: the older it is the more seldom, each time after as long as
 * it had been there. `lookedAt`: null where nobody has looked since the start.
 */
export function isLookDue(now: number, settledAt: number, lookedAt: number | null): boolean {
  if (lookedAt === null) return now - settledAt >= FIRST_MS
  return now - lookedAt >= Math.max(LEAST_MS, lookedAt - settledAt)
}

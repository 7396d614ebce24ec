import type { ListedMessage } from '../../shared/message'

/** What came longer ago nobody waits for, in milliseconds. */
const FRESH_MS = 3_600_000

/** Of messages, newest first, the one whose code or link somebody may wait for; null where there is none. */
export const awaitedOf = (rows: readonly ListedMessage[], now: number): ListedMessage | null =>
  rows.find(
    ({ code, link, newAt }) => (code !== null || link !== null) && newAt !== null && now - newAt <= FRESH_MS,
  ) ?? null

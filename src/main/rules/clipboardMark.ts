/** Who waits longer for an address has turned to something else, in milliseconds. */
const LATE_MS = 15_000

interface Mark {
  /** In milliseconds of a clock that only goes forward. */
  readonly at: number
  /** Null where it could not be read. */
  readonly text: string | null
}

/**
 * Whether a clipboard is to be left alone: marked too long ago, or used for something else since. `ours`: what
 * Mailroom itself put there last, which several presses in a row do one after the other. What could not be read at
 * one of the two moments tells nothing.
 */
export function isUsedSince(mark: Mark, now: Mark, ours: string | null): boolean {
  if (now.at - mark.at > LATE_MS) return true
  if (mark.text === null || now.text === null) return false
  return now.text !== mark.text && now.text !== ours
}

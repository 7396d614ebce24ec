import { HOUR_MS, type Ledger, MINUTE_MS } from './ledger'

/** Where one request stood among those of its user. */
export interface Standing {
  /** When it left, on the monotonic clock. */
  readonly at: number
  /** How many had left in the minute that ended with it, itself included. */
  readonly inMinute: number
}

/** A smaller one would be no cap but the traffic of others: it is waited for, never believed. */
const LEAST_CAP = 30
/** What is counted here and what is counted at the service differ at the edges of the minute. */
const CAUTION = 0.97
/** A cap that nobody named is tried anew after so long. */
const BELIEVED_MS = HOUR_MS
/** What is asked to wait longer than this was not about a second. */
const SECOND_MS = 1_000

/**
 * A request was refused with 429 although it was spaced: the minute, which no documentation speaks of, may be full. One such
 * refusal may be chance, requests that the network pushed together; a second one behind it, or a wait of more than a
 * second that the service asks for, is not.
 */
export function suspectCap(
  ledger: Ledger,
  { at, inMinute }: Standing,
  retryAfterMs: number | null,
  now: number,
): void {
  const { suspected } = ledger
  if (suspected !== null && at <= suspected.at) return
  const isRecent = suspected !== null && at - suspected.at <= MINUTE_MS
  const perMinute = Math.min(inMinute - 1, isRecent ? suspected.perMinute : Number.POSITIVE_INFINITY)
  const isSure = isRecent || (retryAfterMs ?? 0) > SECOND_MS
  ledger.suspected = isSure ? null : { perMinute, at }
  if (!isSure || perMinute < LEAST_CAP) return
  ledger.cap = { perMinute: Math.floor(perMinute * CAUTION), until: now + BELIEVED_MS }
}

/** A request was served: the service grants at least as many as had left by then, without the refused one. */
export function correctCap(ledger: Ledger, { at, inMinute }: Standing): void {
  const { suspected, cap } = ledger
  if (suspected !== null && at > suspected.at && inMinute - 1 > suspected.perMinute) ledger.suspected = null
  if (cap === null || at <= cap.until - BELIEVED_MS || inMinute <= cap.perMinute) return
  ledger.cap = { ...cap, perMinute: inMinute }
}

/** Gives up a cap that is not believed any more. */
export function forgetCap(ledger: Ledger, now: number): void {
  if (ledger.cap !== null && ledger.cap.until <= now) ledger.cap = null
}

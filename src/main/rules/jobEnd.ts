import type { AppError } from '../../shared/errors'
import type { Effect } from '../../shared/litemail/operation'
import type { Outcome } from './outcome'

/** A service that leaves so many requests in a row without an answer is not asked for the rest. */
const MOST_UNANSWERED = 3

export interface SentRequest {
  readonly outcome: Outcome<unknown>
  readonly effect: Effect
  /** How many rows left in it. */
  readonly rows: number
  /** How many requests before it, in a row, were not answered. */
  readonly unanswered: number
}

/** What refuses one row and will refuse the others alike. */
const ofAll: ReadonlySet<AppError['kind']> = new Set([
  'unauthorized',
  'operation-unauthorized',
  'quota',
  'no-such-path',
  'keychain',
  'key-replaced',
  'not-found',
  'storage',
  'internal',
  'rate-limited',
])

/** Litemail's words for a wallet that does not hold what a write costs; 402 is Payment Required (RFC 9110, 15.5.3). */
const ofMoney =
  /\b(?:insufficient|not enough|too low)\b.*\b(?:balance|funds?|credits?|wallet)\b|\b(?:balance|funds?|wallet)\b.*\b(?:insufficient|not enough|too low)\b/i

/** Whether a refusal says that there is no money for it: then there is none for the others. */
export const isOfMoney = (problem: AppError): boolean =>
  problem.kind === 'rejected' && (problem.status === 402 || ofMoney.test(problem.message ?? ''))

/**
 * Why nothing more of a job is to be sent after what came of one of its requests; null: it goes on. A request of several rows
 * that spends and is not answered stops it: what it did has to be known before more is spent.
 */
export function restAfter({ outcome, effect, rows, unanswered }: SentRequest): AppError | null {
  switch (outcome.kind) {
    case 'done':
      return null
    case 'dropped':
      return outcome.error
    case 'refused':
      return ofAll.has(outcome.error.kind) || isOfMoney(outcome.error) ? outcome.error : null
    case 'unconfirmed':
      if (effect === 'spends' && rows > 1) return outcome.error
      return unanswered + 1 >= MOST_UNANSWERED ? outcome.error : null
    default:
      return outcome satisfies never
  }
}

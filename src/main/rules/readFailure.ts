import type { AppError } from '../../shared/errors'

/** What a reading does after one of its reads failed. */
export type AfterFailure =
  /** Asks once more, after so many milliseconds. */
  | { readonly do: 'again'; readonly afterMs: number }
  /** `list`: goes on with the other lists. `account`: asks nothing more of this account for now. */
  | { readonly do: 'end'; readonly what: 'list' | 'account' }
  /** Something answered that may be no service at all: a page of a hotel, a proxy. */
  | { readonly do: 'check' }

/** Behind the quick ones of every read, a reading tries once more after a longer time, in milliseconds. */
const AGAIN_AFTER_MS = 4_000
/** A service that asks for more time than this is come back to later. */
const LONGEST_WAIT_MS = 120_000
const WAIT_UNSAID_MS = 5_000
const MOST_WAITS = 6

/** `tries`: how often this read has failed before. `now` in epoch milliseconds. */
export function afterFailure(error: AppError, tries: number, now: number): AfterFailure {
  switch (error.kind) {
    case 'timeout':
    case 'connection-lost':
    case 'service-failed':
      return tries > 0 ? { do: 'end', what: 'list' } : { do: 'again', afterMs: AGAIN_AFTER_MS }
    case 'rate-limited': {
      const afterMs = error.until === null ? WAIT_UNSAID_MS : Math.max(0, error.until - now)
      if (afterMs > LONGEST_WAIT_MS || tries >= MOST_WAITS) return { do: 'end', what: 'account' }
      return { do: 'again', afterMs }
    }
    case 'bad-response':
      return error.problem === 'html' || error.problem === 'redirect'
        ? { do: 'check' }
        : { do: 'end', what: 'list' }
    case 'no-connection':
    case 'unauthorized':
    case 'other-user':
    case 'same-user':
    case 'keychain':
    case 'storage':
    case 'interrupted':
    case 'key-replaced':
    case 'no-account':
      return { do: 'end', what: 'account' }
    default:
      return { do: 'end', what: 'list' }
  }
}

/**
 * Whether a reading that ended so goes on by itself: the network is gone, a stranger answers, the service fails for now.
 * A JWT that has ended waits for its user, but keeps its place, too.
 */
export function isPause(error: AppError): boolean {
  switch (error.kind) {
    case 'no-connection':
    case 'timeout':
    case 'connection-lost':
    case 'service-failed':
    case 'rate-limited':
      return true
    case 'bad-response':
      return error.problem === 'html' || error.problem === 'redirect' || error.problem === 'truncated'
    default:
      return false
  }
}

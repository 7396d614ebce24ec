import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Exchange } from '../upstream/exchange'

export type Answer = Extract<Exchange, { kind: 'answer' }>
type Failure = Extract<Exchange, { kind: 'failure' }>
export type BadResponse = Extract<AppError, { kind: 'bad-response' }>

/** Why a body cannot be what was asked for, and where in it: '' for all of it. */
export interface BodyProblem {
  readonly place: string
  readonly problem: Extract<BadResponse['problem'], 'not-json' | 'html' | 'truncated' | 'shape'>
}

/** Reads what an answer of the 2xx kind brings. */
export type Decode<T> = (answer: Answer) => Result<T, BodyProblem>

/** What is known about the request beside its answer. */
export interface AnswerContext {
  /** As errors name it: `addresses.create`. */
  readonly operation: string
  readonly host: string
  readonly timeoutMs: number
  /**
   * What a service means by a status that refuses. `body` is '' where only the status line could be
   * read; the status alone still is a refusal.
   */
  readonly tellRefusal: (answer: Answer) => AppError
}

/**
 * What came of a write. `done`: the service holds it. `refused`: the service has not acted and says
 * so. `dropped`: the request certainly never left. `unconfirmed`: nobody here can tell.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused' | 'unconfirmed' | 'dropped'; readonly error: AppError }

/** Statuses by which a service says that it has not acted. */
const refusing: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 421, 422, 429,
])

/**
 * What an answer to a write, or its absence, means; for every service alike.
 *
 * 2xx that decodes: done. 400 401 402 403 404 405 409 410 413 415 421 422 429: refused, whatever
 * becomes of the body behind that status line. Certainly never sent: dropped. All else is unconfirmed:
 * 2xx that is broken or does not decode, 3xx, 408, 5xx, any other status, a timeout, a broken
 * connection.
 */
export function decideOutcome<T>(exchange: Exchange, decode: Decode<T>, context: AnswerContext): Outcome<T> {
  if (exchange.kind === 'failure' && !exchange.isSent) {
    return { kind: 'dropped', error: tellNotSent(exchange, context) }
  }
  const status = exchange.status
  if (status !== null && refusing.has(status)) {
    return { kind: 'refused', error: context.tellRefusal(refusal(exchange, status)) }
  }
  if (exchange.kind === 'failure') return { kind: 'unconfirmed', error: tellLost(exchange, context) }
  if (!isSuccess(exchange.status)) {
    return { kind: 'unconfirmed', error: tellOddStatus(exchange.status, context) }
  }
  const decoded = decode(exchange)
  return decoded.ok
    ? { kind: 'done', value: decoded.value }
    : { kind: 'unconfirmed', error: tellBadBody(exchange.status, decoded.error, context) }
}

/** What an answer to a read means. A read may be asked again, so it only has a value or a reason why not. */
export function decideRead<T>(
  exchange: Exchange,
  decode: Decode<T>,
  context: AnswerContext,
): Result<T, AppError> {
  const status = exchange.status
  if (status !== null && refusing.has(status)) return err(context.tellRefusal(refusal(exchange, status)))
  if (exchange.kind === 'failure') {
    return err(isUnreached(exchange) ? tellNotSent(exchange, context) : tellLost(exchange, context))
  }
  if (!isSuccess(exchange.status)) return err(tellOddStatus(exchange.status, context))
  const decoded = decode(exchange)
  return decoded.ok ? ok(decoded.value) : err(tellBadBody(exchange.status, decoded.error, context))
}

const isSuccess = (status: number): boolean => status >= 200 && status <= 299

const refusal = (exchange: Exchange, status: number): Answer =>
  exchange.kind === 'answer' ? exchange : { kind: 'answer', status, headers: {}, body: '' }

/** A failure whose cause is worth more to a reader than "lost", even where a write could not be sure. */
const isUnreached = ({ failure, isSent }: Failure): boolean =>
  !isSent || failure === 'tls' || failure === 'proxy'

const badResponse = (
  context: AnswerContext,
  status: number | null,
  problem: BadResponse['problem'],
  place = '',
): BadResponse => ({ kind: 'bad-response', operation: context.operation, place, problem, status })

const tellBadBody = (status: number, { place, problem }: BodyProblem, context: AnswerContext): AppError =>
  badResponse(context, status, problem, place)

function tellOddStatus(status: number, context: AnswerContext): AppError {
  if (status === 408 || status >= 500) return { kind: 'service-failed', status }
  return badResponse(context, status, status >= 300 && status <= 399 ? 'redirect' : 'status')
}

function tellNotSent({ failure }: Failure, context: AnswerContext): AppError {
  switch (failure) {
    case 'offline':
    case 'refused':
    case 'name-not-found':
    case 'tls':
    case 'proxy':
      return { kind: 'no-connection', reason: failure, host: context.host }
    case 'timeout':
    case 'lost':
    case 'body-broken':
    case 'body-too-large':
    case 'redirect':
      // "Lost" and "no answer in time" say that the service may have acted; here it was never asked.
      return { kind: 'no-connection', reason: 'not-made', host: context.host }
  }
}

function tellLost({ failure, status }: Failure, context: AnswerContext): AppError {
  switch (failure) {
    case 'timeout':
      return { kind: 'timeout', afterMs: context.timeoutMs }
    case 'redirect':
      return badResponse(context, status, 'redirect')
    case 'body-broken':
    case 'body-too-large': {
      // The status line came whole: 5xx, 3xx and their like say more than the body behind them.
      if (status !== null && !isSuccess(status)) return tellOddStatus(status, context)
      return badResponse(context, status, failure === 'body-broken' ? 'truncated' : 'too-large')
    }
    case 'offline':
    case 'refused':
    case 'name-not-found':
    case 'tls':
    case 'proxy':
    case 'lost':
      return { kind: 'connection-lost' }
  }
}

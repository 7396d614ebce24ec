import type { AppError } from '../../../shared/errors'
import { isAboutOne, type OperationId, operationOf } from '../../../shared/litemail/operations'
import type { Result } from '../../../shared/result'
import { type AnswerContext, decideRead } from '../../rules/outcome'
import type { Exchange, OutboundRequest } from '../exchange'
import { decoders } from './decode/decoders'
import { type Decoder, decodeBody, type Places } from './envelope'
import type { KnownRead, ReadAnswers, TableAnswer } from './readAnswers'
import { tellRefusal } from './refusals'
import { decodeRow, decodeTable } from './table'

/** What is known about a request when its answer is read; `now` in epoch milliseconds. */
export interface Asked {
  readonly request: OutboundRequest
  readonly now: number
  /** Where the account's user says that things stand in the answer. */
  readonly places?: Places
}

const every: Readonly<Record<OperationId, Decoder<unknown>>> = decoders
const known: { readonly [O in KnownRead]: Decoder<ReadAnswers[O]> } = decoders

/** How the answer of an operation is told when it brings nothing. */
export const contextOf = (operation: OperationId, { request, now }: Asked): AnswerContext => ({
  operation,
  host: new URL(request.url).hostname,
  timeoutMs: request.timeoutMs,
  tellRefusal: (answer) => tellRefusal(answer, { operation, now }),
})

/**
 * What came of one of the reads that Mailroom draws from. The status first, then the body: every envelope and shape of a
 * list that is known of Litemail and its sibling; anything else is `bad-response` with its place, and never an empty list.
 * A row that is not there is `not-found`; a path that is not there, `no-such-path`. Never throws.
 */
export function readAnswer<O extends KnownRead>(
  operation: O,
  exchange: Exchange,
  asked: Asked,
): Result<ReadAnswers[O], AppError> {
  return decideRead(exchange, decodeBody(known[operation], asked.places), contextOf(operation, asked))
}

/** What came of any operation that was read, as a table; see `readAnswer`. */
export const readTable = (
  operation: OperationId,
  exchange: Exchange,
  asked: Asked,
): Result<TableAnswer, AppError> =>
  decideRead(
    exchange,
    decodeBody(isAboutOne(operationOf(operation)) ? decodeRow : decodeTable, asked.places),
    contextOf(operation, asked),
  )

/** Why the answer of any operation cannot be used; null where it can. */
export function findProblem(operation: OperationId, exchange: Exchange, asked: Asked): AppError | null {
  const read = decideRead(exchange, decodeBody(every[operation], asked.places), contextOf(operation, asked))
  return read.ok ? null : read.error
}

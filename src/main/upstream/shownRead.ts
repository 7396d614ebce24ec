import type { AppError } from '../../shared/errors'
import type { LikeDoOperationId } from '../../shared/likedo/operations'
import { type OperationId, operationOf } from '../../shared/litemail/operations'
import type { OperationAnswer } from '../../shared/operationAnswer'
import { ok, type Result } from '../../shared/result'
import { type AnswerPage, findAnswerLink } from '../rules/answerLink'
import { cutTable, writeJson } from '../rules/shownAnswer'
import type { Exchange } from './exchange'
import { readJson } from './json'
import { readAddresses, readTable as readLikeDoTable } from './likedo/answers'
import { readInbox } from './likedo/inbox'
import { type Asked, findProblem, readTable } from './litemail/answers'
import { withoutCredentials } from './litemail/credentials'

/** Which operation was read, and whose it is. */
export type ReadOf =
  | { readonly service: 'litemail'; readonly operation: OperationId }
  | { readonly service: 'likedo'; readonly operation: Exclude<LikeDoOperationId, 'addresses.create'> }

/** What an operation answered, as people look at it: without credentials, and cut to what can be looked at. */
export interface ShownRead extends Pick<OperationAnswer, 'answer' | 'json' | 'isJsonCut'> {
  /** Why Mailroom’s own lists cannot be drawn from it; null where they can, or none is. */
  readonly problem: AppError | null
  /** Where an operation leads that answers with a page to pay at. */
  readonly page: AnswerPage | null
}

/** Reads an answer to be looked at; see `readTable`. */
export function showRead(of: ReadOf, exchange: Exchange, asked: Asked): Result<ShownRead, AppError> {
  const isLitemail = of.service === 'litemail'
  const table = isLitemail
    ? readTable(of.operation, exchange, asked)
    : readLikeDoTable(of.operation, exchange, asked)
  if (!table.ok) return table
  const json = exchange.kind === 'answer' ? readJson(exchange) : null
  const body = json?.ok === true ? withoutCredentials(json.value) : null
  const isLink = isLitemail && operationOf(of.operation).effect === 'link'
  return ok({
    answer: cutTable(table.value),
    ...writeJson(body),
    problem: isLitemail ? findProblem(of.operation, exchange, asked) : findLikeDoProblem(of, exchange, asked),
    page: isLink ? findAnswerLink(body) : null,
  })
}

/** Why no list of addresses, or no inbox, can be drawn from an answer; null where it can. */
function findLikeDoProblem(
  { operation }: ReadOf & { readonly service: 'likedo' },
  exchange: Exchange,
  asked: Asked,
): AppError | null {
  const read = operation === 'messages.list' ? readInbox(exchange, asked) : readAddresses(exchange, asked)
  return read.ok ? null : read.error
}

import type { Account } from '../../../shared/account'
import type { AppError } from '../../../shared/errors'
import { type LikeDoOperationId, likedoOperationOf } from '../../../shared/likedo/operations'
import type { Result } from '../../../shared/result'
import type { Exchange } from '../../upstream/exchange'
import type { Asked } from '../../upstream/likedo/answers'
import { likedoRequest } from '../../upstream/likedo/requests'
import { type Inputs, keyHeaderOf } from '../../upstream/mappedRequest'
import { askService, type Pace } from '../askService'
import type { Context } from '../context'
import { mapOf } from './mapOf'
import { judgeUnasked, noteAnswer } from './noteAnswer'

/** A read of LikeDo's. */
export interface LikeDoRead<T> {
  readonly operation: Exclude<LikeDoOperationId, 'addresses.create'>
  /** By the names of the table of operations. */
  readonly inputs: Inputs
  readonly timeoutMs: number
  readonly pace: Pace
  /** What the answer brings. */
  readonly read: (exchange: Exchange, asked: Asked) => Result<T, AppError> | Promise<Result<T, AppError>>
  /** What an answer that is one says against the operation all the same: that a server has none is an answer, too. */
  readonly problemIn?: (value: T) => AppError | null
}

/**
 * Asks a read of an account as its user has it asked, and remembers what came of it. `unproven`: a POST that is said to only
 * read, has not worked here yet, and that nobody clicked.
 */
export async function askLikeDo<T>(
  context: Context,
  account: Account,
  { operation, inputs, timeoutMs, pace, read, problemIn }: LikeDoRead<T>,
): Promise<Result<T, AppError>> {
  const asked = await mapOf(context, account.id, likedoOperationOf(operation))
  if (!asked.ok) return asked
  const { map } = asked.value
  if (pace.priority !== 'click') {
    const may = await judgeUnasked(context, account.id, operation, asked.value)
    if (!may.ok) return may
  }
  const request = likedoRequest(account, operation, inputs, { timeoutMs, map })
  if (!request.ok) return request
  const exchange = await askService(context, account, request.value, pace, keyHeaderOf(map, 'bearer'))
  if (!exchange.ok) return exchange
  const answer = await read(exchange.value, { request: request.value, now: context.clock.now(), places: map })
  const problem = answer.ok ? (problemIn?.(answer.value) ?? null) : answer.error
  await noteAnswer(context, {
    ...{ accountId: account.id, operation, asked: asked.value },
    ...{ problem, exchange: exchange.value },
  })
  return answer
}

import type { Context } from '../../../../src/main/actions/context'
import { readWith } from '../../../../src/main/actions/litemail/readOperation'
import type { Exchange } from '../../../../src/main/upstream/exchange'
import { type Asked, readAnswer, readTable } from '../../../../src/main/upstream/litemail/answers'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import type { Inputs } from '../../../../src/main/upstream/mappedRequest'
import type { AppError } from '../../../../src/shared/errors'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import type { OperationId } from '../../../../src/shared/litemail/operations'
import type { Result } from '../../../../src/shared/result'
import { goldenOperation } from '../../../support/litemail/golden'

const known: Readonly<Record<KnownRead, true>> = {
  'users.get': true,
  'workspaces.list': true,
  'mailboxes.list': true,
  'mailboxes.get': true,
  'domains.list': true,
  'domains.get': true,
  'subscriptions.list': true,
  'wallet.balance': true,
  'tags.list': true,
  'domains.nameServers': true,
  'domains.verifyNameServers': true,
  'domains.checkDns': true,
  'dns.list': true,
}
const isKnown = (operation: OperationId): operation is KnownRead => Object.hasOwn(known, operation)

/** What is shown of an answer: the rows or the one thing, without what is beside them. */
function shownOf(answer: object): unknown {
  if ('columns' in answer && 'rows' in answer) return { columns: answer.columns, rows: answer.rows }
  return 'rows' in answer ? answer.rows : answer
}

const read = (operation: OperationId, exchange: Exchange, asked: Asked): Result<unknown, AppError> => {
  const answer: Result<object, AppError> = isKnown(operation)
    ? readAnswer(operation, exchange, asked)
    : readTable(operation, exchange, asked)
  return answer.ok ? { ok: true, value: shownOf(answer.value) } : answer
}

/** What is shown of a read that its user clicks. */
export const readHere = (
  context: Context,
  account: LitemailAccount,
  operation: OperationId,
  inputs: Inputs,
): Promise<Result<unknown, AppError>> =>
  readWith(
    context,
    account,
    operation,
    // Texts and numbers are all that reads take.
    { inputs: inputs as Record<string, string | number>, pace: 'click', waitMs: 10_000, timeoutMs: 5_000 },
    (exchange, asked) => read(operation, exchange, asked),
  )

/** The same of the example of Litemail's own answer. */
export function readGolden(id: OperationId): Result<unknown, AppError> {
  const { answer } = goldenOperation(id)
  const exchange = {
    kind: 'answer' as const,
    status: answer.status,
    headers: {},
    body: JSON.stringify(answer.body),
  }
  const request = {
    method: 'GET',
    url: 'https://api.litemail.app/v1',
    headers: {},
    timeoutMs: 1,
    maxBytes: 1,
  } as const
  return read(id, exchange, { request, now: 0 })
}

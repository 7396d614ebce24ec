import type { AppError, AppErrorOf } from '../../../shared/errors'
import { isLikeDoOperationId } from '../../../shared/likedo/operations'
import { isOperationId } from '../../../shared/litemail/operations'
import type { AskedOperation } from '../../../shared/operationAnswer'
import { err, ok, type Result } from '../../../shared/result'
import type { Exchange } from '../../upstream/exchange'
import { readJson } from '../../upstream/json'
import { readTable as readLikeDoTable } from '../../upstream/likedo/answers'
import { findProblem, readTable } from '../../upstream/litemail/answers'
import { withoutCredentials } from '../../upstream/litemail/credentials'
import type { TableAnswer } from '../../upstream/litemail/readAnswers'
import { askLikeDo } from '../apiPaths/askLikeDo'
import { type Context, findAccount } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readWith } from '../litemail/readOperation'

/** How long a press waits for its turn, and for each answer, in milliseconds. */
const WAIT_MS = 15_000
const TIMEOUT_MS = 30_000

/** An answer without credentials: as a table, and all of it. */
export interface ReadAnswer {
  readonly table: TableAnswer
  readonly body: unknown
  /** Why Mailroom's own lists cannot be drawn from it. */
  readonly problem: AppErrorOf<'bad-response'> | null
}

type Come = Result<ReadAnswer, AppError>

const bodyOf = (exchange: Exchange): unknown => {
  const json = exchange.kind === 'answer' ? readJson(exchange) : null
  return json?.ok === true ? withoutCredentials(json.value) : null
}

/** Asks an operation that only reads, as its account's user has it asked, for somebody who waits. */
export function askRead(
  context: Context,
  service: 'litemail' | 'likedo',
  asked: AskedOperation,
): Promise<Come> {
  return service === 'litemail' ? askLitemailRead(context, asked) : askLikeDoRead(context, asked)
}

async function askLitemailRead(
  context: Context,
  { accountId, operation, workspaceId, inputs }: AskedOperation,
): Promise<Come> {
  if (!isOperationId(operation)) return err({ kind: 'not-found', what: 'operation' })
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) return account
  const wish = { inputs, workspaceId, pace: 'click', waitMs: WAIT_MS, timeoutMs: TIMEOUT_MS } as const
  // What a list of Mailroom's cannot be drawn from can be looked at all the same, but did not work.
  const odd: ReadAnswer[] = []
  const read = await readWith(context, account.value, operation, wish, (exchange, about): Come => {
    const table = readTable(operation, exchange, about)
    if (!table.ok) return table
    const answer = { table: table.value, body: bodyOf(exchange), problem: null }
    const problem = findProblem(operation, exchange, about)
    if (problem === null) return ok(answer)
    if (problem.kind === 'bad-response') odd.push({ ...answer, problem })
    return err(problem)
  })
  const last = odd.at(-1)
  return !read.ok && read.error.kind === 'bad-response' && last !== undefined ? ok(last) : read
}

async function askLikeDoRead(
  context: Context,
  { accountId, operation, inputs }: AskedOperation,
): Promise<Come> {
  if (!isLikeDoOperationId(operation) || operation === 'addresses.create') {
    return err({ kind: 'not-found', what: 'operation' })
  }
  const account = await findAccount(context, accountId)
  if (!account.ok) return account
  return askLikeDo(context, account.value, {
    ...{ operation, inputs, timeoutMs: TIMEOUT_MS },
    pace: { priority: 'click', waitMs: WAIT_MS, isOverBudgetAllowed: false },
    read: (exchange, about): Come => {
      const table = readLikeDoTable(operation, exchange, about)
      return table.ok ? ok({ table: table.value, body: bodyOf(exchange), problem: null }) : table
    },
  })
}

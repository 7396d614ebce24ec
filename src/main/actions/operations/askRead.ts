import type { AppError } from '../../../shared/errors'
import { isLikeDoOperationId } from '../../../shared/likedo/operations'
import { isOperationId } from '../../../shared/litemail/operations'
import type { AskedOperation } from '../../../shared/operationAnswer'
import { err, ok, type Result } from '../../../shared/result'
import { showReadAside } from '../../upstream/litemail/largeAnswers'
import type { ShownRead } from '../../upstream/shownRead'
import { askLikeDo } from '../apiPaths/askLikeDo'
import { type Context, findAccount } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readWith } from '../litemail/readOperation'

/** How long a press waits for its turn, and for each answer, in milliseconds. */
const WAIT_MS = 15_000
const TIMEOUT_MS = 30_000

type Come = Result<ShownRead, AppError>

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
  const odd: ShownRead[] = []
  const of = { service: 'litemail', operation } as const
  const read = await readWith(
    context,
    account.value,
    operation,
    wish,
    async (exchange, about): Promise<Come> => {
      const shown = await showReadAside(of, exchange, about)
      if (!shown.ok || shown.value.problem === null) return shown
      if (shown.value.problem.kind === 'bad-response') odd.push(shown.value)
      return err(shown.value.problem)
    },
  )
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
    read: (exchange, about) => showReadAside({ service: 'likedo', operation }, exchange, about),
    // What no list can be drawn from can be looked at all the same, but did not work.
    problemIn: ({ problem }) => problem,
  })
}

import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { TriedReads } from '../../../shared/litemail/fleet'
import { type OperationId, openReads } from '../../../shared/litemail/operations'
import { err, ok, type Result } from '../../../shared/result'
import { findProblemAside } from '../../upstream/litemail/largeAnswers'
import type { Context } from '../context'
import { findLitemailAccount } from './account'
import { type ReadWish, readOperation, readWith } from './readOperation'

/** They go one behind the other, and each may have to be sent again. */
const WISH: ReadWish = { pace: 'window', waitMs: 60_000, timeoutMs: 15_000 }

/**
 * Tries every read that needs no id, once, and remembers which of them work on this account. Where already the first one
 * shows that none can be asked now, that is said, and what was tried before stays.
 */
export async function tryReads(context: Context, id: string): Promise<Result<TriedReads, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  const user = await readOperation(context, account.value, 'users.get', WISH)
  if (!user.ok && isAboutAll(user.error)) return user
  const others = openReads.filter((operation) => operation !== 'users.get')
  const reads = await Promise.all([
    { operation: 'users.get', problem: user.ok ? null : user.error },
    ...others.map(async (operation) => ({
      operation,
      problem: await tryRead(context, account.value, operation),
    })),
  ])
  const interrupted = reads.find(({ problem }) => problem?.kind === 'interrupted')
  if (interrupted !== undefined) return err({ kind: 'interrupted' })
  const tried = { at: context.clock.now(), reads }
  const kept = await context.store.write('litemail.saveTried', { accountId: id, tried })
  return kept.ok ? ok(tried) : kept
}

async function tryRead(
  context: Context,
  account: LitemailAccount,
  operation: OperationId,
): Promise<AppError | null> {
  const read = await readWith(context, account, operation, WISH, async (exchange, asked) => {
    const problem = await findProblemAside(operation, exchange, asked)
    return problem === null ? ok(undefined) : err(problem)
  })
  return read.ok ? null : read.error
}

/** It says nothing about one operation, but about the key, the network, or this computer. */
const isAboutAll = ({ kind }: AppError): boolean =>
  [
    'unauthorized',
    'other-user',
    'no-connection',
    'connection-lost',
    'timeout',
    'rate-limited',
    'interrupted',
    'not-found',
    'keychain',
    'storage',
  ].includes(kind)

/** What was tried at last; null: nothing yet. */
export async function readTriedReads(
  context: Context,
  id: string,
): Promise<Result<TriedReads | null, AppError>> {
  const account = await findLitemailAccount(context, id)
  return account.ok ? context.store.read('litemail.tried', id) : account
}

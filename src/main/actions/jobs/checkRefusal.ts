import type { Job } from '../../../shared/job'
import type { WritingId } from '../../../shared/litemail/writing'
import type { Outcome } from '../../rules/outcome'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readOperation } from '../litemail/readOperation'

const CHECK_MS = 30_000

/**
 * What a refusal is about where its status does not say. A 401 may be about the key or about this operation alone:
 * `users.get` knows. A 404 without a word is about the row where the operation has worked here as it is asked now.
 */
export async function checkRefusal(
  context: Context,
  { accountId }: Job,
  operation: WritingId,
  outcome: Outcome<unknown>,
): Promise<Outcome<unknown>> {
  if (outcome.kind !== 'refused') return outcome
  const { error } = outcome
  if (error.kind === 'no-such-path' && error.status === 404) {
    const answer = await context.store.read('operations.answer', { accountId, operation })
    if (!answer.ok || typeof answer.value?.workedAt !== 'number') return outcome
    return {
      kind: 'refused',
      error: { kind: 'rejected', operation, status: error.status, message: null, remarks: [] },
    }
  }
  if (error.kind !== 'unauthorized') return outcome
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) return outcome
  const wish = { pace: 'click', waitMs: CHECK_MS, timeoutMs: CHECK_MS } as const
  const user = await readOperation(context, account.value, 'users.get', wish)
  return user.ok
    ? { kind: 'refused', error: { kind: 'operation-unauthorized', operation, message: error.message } }
    : outcome
}

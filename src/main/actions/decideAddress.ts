import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from './context'

/** The user says whose an address is that the service holds and that no answer can tell. */
export async function decideAddress(
  context: Context,
  decision: { readonly id: string; readonly isMine: boolean },
): Promise<Result<void, AppError>> {
  // A second sending may be under way; what it shows comes before what the user thinks.
  await context.settling.get(decision.id)
  const row = await context.store.read('journal.get', decision.id)
  if (!row.ok) return row
  if (row.value?.state !== 'unconfirmed') return err({ kind: 'not-found', what: 'activity' })
  const at = context.clock.now()
  const settlement = decision.isMine
    ? ({ state: 'done', at, evidence: 'user', serviceId: null, createdAt: null } as const)
    : ({ state: 'refused', at, problem: { kind: 'conflict', email: row.value.email ?? '' } } as const)
  const settled = await context.store.write('journal.settle', { id: decision.id, settlement })
  return settled.ok ? ok(undefined) : settled
}

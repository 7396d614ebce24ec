import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from './context'
import { CREATE_DEADLINE_MS, endingOf } from './createAddress'
import { sendAddress } from './sendAddress'

/** Sends a row that was written down and never sent, because the user says so now. */
export async function sendWaiting(context: Context, id: string): Promise<Result<Created, AppError>> {
  const row = await context.store.read('journal.get', id)
  if (!row.ok) return row
  if (row.value?.state !== 'planned' || row.value.isRestored)
    return err({ kind: 'not-found', what: 'activity' })
  const { requestId, accountId } = row.value
  const already = context.underWay.get(requestId)
  if (already !== undefined) return already
  const clipboard = context.markClipboard()
  context.inLine.add(id)
  const ending = context.line
    .wait(accountId ?? '', async (isClosed): Promise<Result<Created, AppError>> => {
      if (isClosed) return err({ kind: 'interrupted' })
      // Several that it was asked for with may have sent it before its turn.
      const now = await context.store.read('journal.get', id)
      if (!now.ok) return now
      if (now.value === null) return err({ kind: 'not-found', what: 'activity' })
      if (now.value.state !== 'planned') return endingOf(now.value)
      return sendAddress(context, now.value, {
        // Its style was not written down, so a taken name is reported instead of drawn anew.
        drawing: null,
        clipboard,
        priority: 'click',
        isOverBudgetAllowed: false,
        deadlineMs: CREATE_DEADLINE_MS,
      })
    })
    .finally(() => {
      context.underWay.delete(requestId)
      context.inLine.delete(id)
    })
  context.underWay.set(requestId, ending)
  return ending
}

/** Forgets a row that was written down and never sent. It stays in Activity. */
export async function dropWaiting(context: Context, id: string): Promise<Result<void, AppError>> {
  const row = await context.store.read('journal.get', id)
  if (!row.ok) return row
  if (row.value?.state !== 'planned' || context.underWay.has(row.value.requestId)) {
    return err({ kind: 'not-found', what: 'activity' })
  }
  const settlement = { state: 'dropped', at: context.clock.now(), problem: { kind: 'given-up' } } as const
  const settled = await context.store.write('journal.settle', { id, settlement })
  return settled.ok ? ok(undefined) : settled
}

import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Context } from './context'
import { RESEND_WITHIN_MS, settleAddress } from './settleAddress'
import { settleLater } from './settleLater'

const DEADLINE_MS = 10_000

/**
 * At start: what was under way when Mailroom ended is unconfirmed now. Sends nothing. What was
 * written down and never sent waits for the user; plans are forgotten: who was shown them is gone, and so are their secrets.
 */
export async function recoverJournal(context: Context): Promise<Result<void, AppError>> {
  const { store, clock } = context
  const recovered = await store.write('journal.recoverInterrupted', clock.now())
  if (!recovered.ok) return recovered
  const jobs = await store.write('jobs.recoverInterrupted', clock.now())
  if (!jobs.ok) return jobs
  const plans = await store.write('jobs.forgetPlans', { id: null, at: Number.MAX_SAFE_INTEGER })
  return plans.ok ? ok(undefined) : plans
}

/**
 * When a window is open: asks the service about every row whose sending was not answered, one after
 * another. Only rows younger than ten minutes may be sent again by this; older ones are looked up in the
 * list.
 */
export async function settleUnconfirmed(context: Context): Promise<void> {
  const rows = await context.store.read('journal.unsettled', {})
  if (!rows.ok) return
  for (const row of rows.value) {
    // What a press is working on it brings to its end itself.
    if (row.state === 'planned' || context.underWay.has(row.requestId)) continue
    const isRecent = Math.abs(context.clock.now() - row.plannedAt) <= RESEND_WITHIN_MS
    if (isRecent) settleLater(context, row.id)
    else await settleAddress(context, row.id, { isAsked: false, deadlineMs: DEADLINE_MS })
  }
}

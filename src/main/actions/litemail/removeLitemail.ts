import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { stopJob } from '../jobs/steerJob'
import { dropWithKey } from '../keepKey'
import { findLitemailAccount } from './account'

/**
 * Removes an account with its key and all that was read of it; at the service nothing changes. The keys go first: where the
 * keychain does not let go of them the account stays. What is being read of it stops, and so do its jobs, whose rows stay as
 * history.
 */
export async function removeLitemail(context: Context, id: string): Promise<Result<void, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  const dropped = await dropWithKey(context, account.value)
  if (!dropped.ok) return dropped
  // What is being asked for is not shown either.
  context.shown.hide()
  // What it still brings is not kept: the account is removed.
  context.fleetRuns.byAccount.get(id)?.stop()
  const stopped = await stopJobs(context, id)
  if (!stopped.ok) return stopped
  // Some in each transaction, so that no list waits for long.
  for (;;) {
    const forgotten = await context.store.write('fleet.forget', id)
    if (!forgotten.ok || forgotten.value === 0) return forgotten.ok ? ok(undefined) : forgotten
  }
}

/** What was not sent of the jobs of an account is not sent any more. */
async function stopJobs(context: Context, accountId: string): Promise<Result<void, AppError>> {
  const open = await context.store.read('jobs.open')
  if (!open.ok) return open
  for (const job of open.value.filter((one) => one.accountId === accountId)) {
    const stopped = await stopJob(context, job.id)
    if (!stopped.ok) return stopped
  }
  return ok(undefined)
}

import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import { isWritingId } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { confirmRow } from './confirmRow'
import { lookAt } from './readShown'

/** How its user has a row settled: by reading once more what it was about, or by saying how it stands. */
export type Verdict = 'check' | 'done' | 'not-done'

/**
 * Settles a row that nobody knows of, or confirms one that was accepted. A read only ever says that it is done; that it is
 * not, only its user says. Answers the row as it then stands.
 */
export async function settleRow(
  context: Context,
  rowId: string,
  verdict: Verdict,
): Promise<Result<JobRow, AppError>> {
  const { store } = context
  const found = await store.read('jobs.row', rowId)
  if (!found.ok) return found
  const row = found.value
  if (row === null) return err({ kind: 'not-found', what: 'activity' })
  const settled = verdict === 'check' ? await check(context, row) : await say(context, row, verdict)
  if (!settled.ok) return settled
  const after = await store.read('jobs.row', rowId)
  if (!after.ok) return after
  return after.value === null ? err({ kind: 'not-found', what: 'activity' }) : ok(after.value)
}

/** What the service accepted its user can only say to be so. */
async function say(
  { store, clock }: Context,
  row: JobRow,
  verdict: 'done' | 'not-done',
): Promise<Result<void, AppError>> {
  if (row.state === 'done') return verdict === 'done' ? store.write('jobs.vouch', row.id) : ok(undefined)
  if (row.state !== 'unconfirmed') return ok(undefined)
  const at = clock.now()
  const settlement =
    verdict === 'done'
      ? ({ state: 'done', at, evidence: 'user' } as const)
      : ({ state: 'refused', at, problem: { kind: 'said-undone' } } as const)
  return store.write('jobs.settle', [{ id: row.id, settlement }])
}

async function check(context: Context, row: JobRow): Promise<Result<boolean, AppError>> {
  const job = await context.store.read('jobs.get', row.jobId)
  if (!job.ok) return job
  if (job.value === null || !isWritingId(job.value.operation)) return err({ kind: 'not-found', what: 'job' })
  if (row.state !== 'unconfirmed' && row.state !== 'done') return ok(false)
  const account = await findLitemailAccount(context, job.value.accountId)
  if (!account.ok) return account
  return confirmRow(
    context,
    account.value.id,
    lookAt(context, account.value, 'click'),
    job.value.operation,
    row,
  )
}

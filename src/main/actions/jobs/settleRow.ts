import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import { isWritingId } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import { judgeEffect } from '../../rules/effectShown'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readShown } from './readShown'

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
  const { store, clock } = context
  const found = await store.read('jobs.row', rowId)
  if (!found.ok) return found
  const row = found.value
  if (row === null) return err({ kind: 'not-found', what: 'activity' })
  const at = clock.now()
  if (verdict === 'check') {
    const seen = await check(context, row)
    if (!seen.ok) return seen
    if (seen.value) {
      const settlement = { state: 'done', at, evidence: 'read', confirmedAt: at } as const
      const settled = await store.write('jobs.settle', [{ id: rowId, settlement }])
      if (!settled.ok) return settled
      const confirmed = await store.write('jobs.confirm', { ids: [rowId], at })
      if (!confirmed.ok) return confirmed
    }
  } else if (row.state === 'unconfirmed') {
    const settlement =
      verdict === 'done'
        ? ({ state: 'done', at, evidence: 'user' } as const)
        : ({ state: 'refused', at, problem: { kind: 'given-up' } } as const)
    const settled = await store.write('jobs.settle', [{ id: rowId, settlement }])
    if (!settled.ok) return settled
  }
  const after = await store.read('jobs.row', rowId)
  if (!after.ok) return after
  return after.value === null ? err({ kind: 'not-found', what: 'activity' }) : ok(after.value)
}

/** Whether a read shows that it is done. */
async function check(context: Context, row: JobRow): Promise<Result<boolean, AppError>> {
  const job = await context.store.read('jobs.get', row.jobId)
  if (!job.ok) return job
  if (job.value === null || !isWritingId(job.value.operation)) return err({ kind: 'not-found', what: 'job' })
  if (row.state !== 'unconfirmed' && row.state !== 'done') return ok(false)
  const account = await findLitemailAccount(context, job.value.accountId)
  if (!account.ok) return account
  const { operation } = job.value
  const shown = await readShown(context, account.value, operation, row)
  if (!shown.ok) return shown
  return ok(shown.value !== null && judgeEffect(operation, row, shown.value) === 'done')
}

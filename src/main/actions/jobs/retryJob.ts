import type { AppError } from '../../../shared/errors'
import { isWritingId } from '../../../shared/litemail/writing'
import type { Plan } from '../../../shared/plan'
import { err, type Result } from '../../../shared/result'
import { takesSecrets } from '../../rules/plannedRows'
import type { Context } from '../context'
import { planOperation } from './planOperation'
import { findJob } from './steerJob'

/**
 * A new plan of what the service refused of a job, or what never left; to be shown and confirmed as any other. What is not
 * confirmed is not in it: the service may have done it; nor is what was tried again before. `not-found` where nothing is left to be tried. `invalid-input`: what it
 * was sent with beside its rows, a password or a key, was not written down, and is to be filled in anew.
 */
export async function retryJob(
  context: Context,
  { id, requestId }: { id: string; requestId: string },
): Promise<Result<Plan, AppError>> {
  const job = await findJob(context, id)
  if (!job.ok) return job
  if (isWritingId(job.value.operation) && takesSecrets(job.value.operation)) {
    return err({ kind: 'invalid-input', issues: ['secrets: missing'] })
  }
  const rows = await context.store.read('jobs.retriable', id)
  if (!rows.ok) return rows
  if (rows.value.length === 0) return err({ kind: 'not-found', what: 'job' })
  const { accountId, operation } = job.value
  return planOperation(context, {
    ...{ requestId, operation },
    of: { accountId, rows: rows.value.map(({ workspaceId, inputs }) => ({ workspaceId, inputs })) },
  })
}

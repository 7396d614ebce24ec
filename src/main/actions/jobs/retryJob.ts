import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import type { FilledInputs } from '../../../shared/operationAnswer'
import type { Plan } from '../../../shared/plan'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { ROWS_A_PIECE } from './inPieces'
import { planOperation } from './planOperation'
import { findJob, isSecretGone } from './steerJob'

/**
 * A new plan of what the service refused of a job, or what never left; to be shown and confirmed as any other. What is not
 * confirmed is not in it: the service may have done it; nor is what is tried again already. `rows-changed` where nothing is left to be
 * tried. `invalid-input`: what it was sent with beside its rows, a password or a key, was not written down, and is to be
 * filled in anew.
 */
export async function retryJob(
  context: Context,
  { id, requestId }: { id: string; requestId: string },
): Promise<Result<Plan, AppError>> {
  const job = await findJob(context, id)
  if (!job.ok) return job
  if (isSecretGone(context, job.value)) {
    return err({ kind: 'invalid-input', issues: ['secrets: missing'] })
  }
  const rows = await readRetriable(context, id)
  if (!rows.ok) return rows
  if (rows.value.length === 0) return err({ kind: 'plan', why: 'rows-changed' })
  const { accountId, operation } = job.value
  // As planning held them: what is filled in.
  const secrets = context.jobs.secrets.get(id) as FilledInputs | undefined
  const of = {
    accountId,
    rows: rows.value.map(({ workspaceId, inputs }) => ({ workspaceId, inputs: { ...inputs, ...secrets } })),
  }
  return planOperation(
    context,
    { requestId, operation, of },
    rows.value.map((row) => row.id),
  )
}

/** All of it, piece by piece: a job may have thousands of rows. */
async function readRetriable({ store }: Context, jobId: string): Promise<Result<JobRow[], AppError>> {
  const found: JobRow[] = []
  for (;;) {
    const after = found.at(-1)?.number ?? -1
    const some = await store.read('jobs.retriable', { jobId, after, limit: ROWS_A_PIECE })
    if (!some.ok) return some
    found.push(...some.value)
    if (some.value.length < ROWS_A_PIECE) return ok(found)
  }
}

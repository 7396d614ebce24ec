import type { AppError } from '../../../shared/errors'
import type { Job } from '../../../shared/job'
import { isWritingId } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { asItRests } from './leaveJob'
import { startJob } from './runJob'
import { isUnlocked } from './unlockOperation'

/** A job that its user has begun. */
export async function findJob(context: Context, id: string): Promise<Result<Job, AppError>> {
  const job = await context.store.read('jobs.get', id)
  if (!job.ok) return job
  if (job.value === null || job.value.begunAt === null || job.value.isRestored)
    return err({ kind: 'not-found', what: 'job' })
  return ok(asItRests(context, job.value))
}

/** What its rows leave with beside themselves, a password or a key, was written down nowhere and is not known any more. */
export const isSecretGone = ({ jobs }: Context, { id, hasUnwrittenInputs }: Job): boolean =>
  hasUnwrittenInputs && !jobs.secrets.has(id)

/** Nothing more of it is sent until its user goes on; what is on its way comes to its end. */
export async function pauseJob(context: Context, id: string): Promise<Result<void, AppError>> {
  const job = await findJob(context, id)
  if (!job.ok) return job
  context.jobs.running.get(id)?.stop()
  // Why it rests already says more.
  return context.store.write('jobs.pause', id)
}

/**
 * Goes on with what was not sent, with the key that the account has by now. `invalid-input`: what it needs beside its rows, a
 * password or a key, is not known any more. `others-changed`: a removal took what it did not name; nothing more of it is sent.
 */
export async function continueJob(context: Context, id: string): Promise<Result<void, AppError>> {
  await context.jobs.running.get(id)?.ended
  const job = await findJob(context, id)
  if (!job.ok) return job
  const { operation, rest } = job.value
  if (!isWritingId(operation)) return err({ kind: 'not-found', what: 'job' })
  if (rest?.problem?.kind === 'others-changed') return err(rest.problem)
  if (isSecretGone(context, job.value)) {
    return err({ kind: 'invalid-input', issues: ['secrets: missing'] })
  }
  const unlocked = await isUnlocked(context, job.value.accountId, operation)
  if (!unlocked.ok) return unlocked
  if (!unlocked.value) return err({ kind: 'forbidden' })
  // Another press was faster: what it met meanwhile stands.
  if (context.jobs.running.has(id)) return ok(undefined)
  const freed = await context.store.write('jobs.rest', { id, rest: null })
  if (!freed.ok) return freed
  startJob(context, { ...job.value, rest: null })
  return ok(undefined)
}

/** What was not sent of it is not sent any more. Answers how many rows that were. */
export async function stopJob(context: Context, id: string): Promise<Result<{ dropped: number }, AppError>> {
  const job = await findJob(context, id)
  if (!job.ok) return job
  context.jobs.running.get(id)?.giveUp()
  const dropped = await context.store.write('jobs.dropWaiting', { id, at: context.clock.now() })
  if (!dropped.ok) return dropped
  context.jobs.unwritten.delete(id)
  context.jobs.secrets.delete(id)
  return ok({ dropped: dropped.value })
}

/**
 * Its user says that what the service accepted of it, and what no read shows, is done: of the rows of which they were told,
 * counted at that moment. Answers of how many.
 */
export async function vouchJob(
  context: Context,
  id: string,
  countedAt: number,
): Promise<Result<{ vouched: number }, AppError>> {
  const job = await findJob(context, id)
  if (!job.ok) return job
  const at = Math.min(countedAt, context.clock.now())
  const vouched = await context.store.write('jobs.vouchAll', { id, at })
  return vouched.ok ? ok({ vouched: vouched.value }) : vouched
}

/** A plan that its user does not want is forgotten, its secrets with it; a job that was begun stays. */
export async function dropPlan(context: Context, id: string): Promise<Result<void, AppError>> {
  const forgotten = await context.store.write('jobs.forgetPlans', { id, at: context.clock.now() })
  if (!forgotten.ok) return forgotten
  const job = await context.store.read('jobs.get', id)
  if (job.ok && job.value === null) context.jobs.secrets.delete(id)
  return ok(undefined)
}

import type { AppError } from '../../../shared/errors'
import type { Job } from '../../../shared/job'
import { isWritingId, type WritingId, writingOf } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import type { JobStart } from '../../store/jobPlanning'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { inPieces, readJobRows } from './inPieces'
import { startJob } from './runJob'
import { isUnlocked } from './unlockOperation'

/**
 * Runs a plan that its user was shown, once. It is refused where it is unknown, was run, is older than ten minutes, or where
 * key, path or rows are not those that were shown; and where its operation is locked (`forbidden`).
 */
export async function runPlan(context: Context, id: string): Promise<Result<Job, AppError>> {
  const { store, clock } = context
  const planned = await store.read('jobs.get', id)
  if (!planned.ok) return planned
  const job = planned.value
  if (job === null || !isWritingId(job.operation)) return err({ kind: 'not-found', what: 'plan' })
  const account = await findLitemailAccount(context, job.accountId)
  if (!account.ok) return account
  const unlocked = await isUnlocked(context, job.accountId, job.operation)
  if (!unlocked.ok) return unlocked
  if (!unlocked.value) return err({ kind: 'forbidden' })
  const changed = job.begunAt === null ? await findChange(context, job, job.operation) : ok(false)
  if (!changed.ok) return changed
  if (changed.value) return err({ kind: 'plan', why: 'rows-changed' })
  const started = await store.write('jobs.begin', { id, at: clock.now() })
  if (!started.ok) return started
  if (!started.value.begun) return err(refusalOf(started.value.why))
  startJob(context, started.value.job)
  return ok(started.value.job)
}

const refusalOf = (why: Extract<JobStart, { begun: false }>['why']): AppError => {
  switch (why) {
    case 'unknown':
    case 'restored':
      return { kind: 'not-found', what: 'plan' }
    case 'account-removed':
      return { kind: 'not-found', what: 'account' }
    case 'key-replaced':
      return { kind: 'key-replaced' }
    case 'used':
    case 'lapsed':
    case 'path-changed':
    case 'rows-changed':
      return { kind: 'plan', why }
    default:
      return why satisfies never
  }
}

/** Whether any row is not as its user was shown it: other values, another workspace, or gone. */
async function findChange(
  context: Context,
  { id, accountId }: Job,
  operation: WritingId,
): Promise<Result<boolean, AppError>> {
  const { about, touches } = writingOf(operation)
  if (about === null) return ok(false)
  const rows = await readJobRows(context, id)
  if (!rows.ok) return rows
  const serviceIds = rows.value.flatMap(({ target }) => target?.serviceId ?? [])
  const found = await inPieces(serviceIds, (some) =>
    context.store.read('targets.find', { accountId, noun: about.noun, serviceIds: some }),
  )
  if (!found.ok) return found
  const now = new Map(found.value.map((target) => [target.serviceId, target]))
  return ok(
    rows.value.some(({ target, before, workspaceId }) => {
      if (target === null || before === null) return false
      const known = now.get(target.serviceId)
      if (known === undefined || known.workspaceId !== workspaceId) return true
      return Object.keys(touches).some((fact) => (known.values[fact] ?? null) !== (before[fact] ?? null))
    }),
  )
}

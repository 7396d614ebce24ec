import type { ActivityAbout, Written } from '../../../shared/activity'
import type { AppError } from '../../../shared/errors'
import { isWritingId, type WritingId, writingOf } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import { madeBy } from '../../rules/creation'
import { putBackOf } from '../../rules/putBack'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'

/** A row of Activity, and what can be done about it. */
export async function readActivity(context: Context, id: string): Promise<Result<ActivityAbout, AppError>> {
  const { store, clock } = context
  const found = await store.read('activity.get', { id, now: clock.now() })
  if (!found.ok) return found
  const row = found.value
  if (row === null) return err({ kind: 'not-found', what: 'activity' })
  if (row.kind !== 'write') return ok({ row, write: null })
  const job = await store.read('jobs.get', row.jobId)
  if (!job.ok) return job
  if (job.value === null) return err({ kind: 'not-found', what: 'job' })
  const { operation } = row
  if (!isWritingId(operation)) {
    return ok({ row, write: { job: job.value, isReadable: false, putBack: null } })
  }
  const isHere = !row.isRestored && (await findLitemailAccount(context, row.accountId)).ok
  const made = await madeId(context, operation, row)
  if (!made.ok) return made
  const putBack = isHere ? putBackOf(operation, row, made.value) : null
  return ok({
    row,
    write: {
      job: job.value,
      isReadable: isHere && writingOf(operation).shownBy !== null,
      putBack:
        putBack === null ? null : { ...putBack, accountId: row.accountId, workspaceId: row.workspaceId },
    },
  })
}

/** The id that the service gave to the DNS record that a row made; null: it made none, or its id is not known. */
async function madeId(
  { store }: Context,
  operation: WritingId,
  row: Written,
): Promise<Result<string | null, AppError>> {
  const made = operation === 'dns.create' ? madeBy(operation, row) : null
  if (made?.list !== 'records') return ok(null)
  return store.read('records.only', { accountId: row.accountId, made })
}

import { randomUUID } from 'node:crypto'
import type { AppError } from '../../../shared/errors'
import type { RowsWish } from '../../../shared/plan'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import type { PreparedRows } from './running'

/** What is typed in a form is read with every pause; a few readings more outlive dialogs that are still open. */
const KEPT = 20

/** Keeps rows to be planned by the token that this answers; null where there is none. */
export function prepareRows({ jobs }: Context, rows: PreparedRows): string | null {
  if (rows.rows.length === 0) return null
  const token = randomUUID()
  jobs.prepared.set(token, rows)
  for (const oldest of jobs.prepared.keys()) if (jobs.prepared.size > KEPT) jobs.prepared.delete(oldest)
  return token
}

/** A wish with the rows that were kept for it; `not-found` where they are kept no more, or are of another operation. */
export function rowsPrepared(
  { jobs }: Context,
  asked: Omit<RowsWish, 'accountId' | 'rows' | 'lost' | 'unnamed'>,
  token: string,
): Result<RowsWish, AppError> {
  const kept = jobs.prepared.get(token)
  if (kept === undefined || kept.operation !== asked.operation) {
    return err({ kind: 'not-found', what: 'snapshot' })
  }
  return ok({ ...asked, accountId: kept.accountId, rows: kept.rows, lost: 0, unnamed: 0 })
}

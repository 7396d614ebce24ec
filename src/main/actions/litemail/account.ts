import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** The Litemail account of this id, as long as it is not removed. */
export async function findLitemailAccount(
  context: Context,
  id: string,
): Promise<Result<LitemailAccount, AppError>> {
  const row = await context.store.read('litemail.account', id)
  if (!row.ok) return row
  if (row.value === null || row.value.removedAt !== null) return err({ kind: 'not-found', what: 'account' })
  return ok(row.value)
}

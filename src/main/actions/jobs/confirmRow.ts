import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import type { WritingId } from '../../../shared/litemail/writing'
import { ok, type Result } from '../../../shared/result'
import { isMade, isShownMade, madeBy } from '../../rules/creation'
import { judgeEffect } from '../../rules/effectShown'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { type Look, readMade, readShown } from './readShown'

/**
 * Looks whether a read shows that a row of an account is done, and writes that down where it does. What makes something new is done where
 * the list has more of it than before. What a read does not show may come: that it was not done is never found out so. Rows of
 * an account that was removed meanwhile stay as they are. Answers whether it showed.
 */
export async function confirmRow(
  context: Context,
  accountId: string,
  look: Look,
  operation: WritingId,
  row: JobRow,
): Promise<Result<boolean, AppError>> {
  const shown = await isShown(context, look, operation, row)
  if (!shown.ok || !shown.value) return shown
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) return account
  const at = context.clock.now()
  const settlement = { state: 'done', at, evidence: 'read', confirmedAt: at } as const
  const settled = await context.store.write('jobs.settle', [{ id: row.id, settlement }])
  if (!settled.ok) return settled
  const confirmed = await context.store.write('jobs.confirm', { ids: [row.id], at })
  return confirmed.ok ? ok(true) : confirmed
}

async function isShown(
  { store }: Context,
  look: Look,
  operation: WritingId,
  row: JobRow,
): Promise<Result<boolean, AppError>> {
  const made = madeBy(operation, row)
  if (made === null) {
    const shown = await readShown(look, operation, row)
    return shown.ok ? ok(shown.value !== null && judgeEffect(operation, row, shown.value) === 'done') : shown
  }
  const known = await store.read('jobs.creation', row.id)
  if (!known.ok) return known
  // What was not known before cannot be told from what is new.
  if (known.value.before === null) return ok(false)
  const listed = await readMade(look, made, row)
  if (!listed.ok) return listed
  const now = listed.value.filter((one) => isMade(made, one)).length
  return ok(isShownMade({ ...known.value, now }))
}

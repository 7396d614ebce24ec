import type { Output, Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import { takeSnapshot } from '../choice'
import type { Context } from '../context'

/** So many are shown one by one. */
const SHOWN = 20

/** Mailboxes that no accepted export from here had, as a choice that stays what it is. */
export async function findNotExported(
  context: Context,
  wish: Parsed<'exports.notExported'>,
): Promise<Result<Output<'exports.notExported'>, AppError>> {
  const { store } = context
  const found = await store.read('exports.notExported', wish)
  if (!found.ok) return found
  const { ids, unconfirmed, of } = found.value
  const rows = await store.read('mailboxes.several', ids.slice(0, SHOWN))
  if (!rows.ok) return rows
  const taken = takeSnapshot(context, ok(ids))
  if (!taken.ok) return taken
  return ok({ snapshot: taken.value.snapshot, count: ids.length, of, unconfirmed, rows: rows.value })
}

import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { NotExported, NotExportedWish } from '../../../shared/exports'
import { err, ok, type Result } from '../../../shared/result'
import { takeSnapshot } from '../choice'
import type { Context } from '../context'

/** So many are shown one by one. */
const SHOWN = 20

/** Mailboxes that no accepted export from here had: how many, and the first of them. */
export async function findNotExported(
  { store }: Context,
  wish: NotExportedWish,
): Promise<Result<NotExported, AppError>> {
  const found = await store.read('exports.notExported', wish)
  if (!found.ok) return found
  const { ids, ...counts } = found.value
  const rows = await store.read('mailboxes.several', ids.slice(0, SHOWN))
  return rows.ok ? ok({ count: ids.length, ...counts, rows: rows.value }) : rows
}

/** The same as a choice that stays what it is; `not-found` where there is none. */
export async function chooseNotExported(
  context: Context,
  wish: NotExportedWish,
): Promise<Result<Output<'exports.chooseNotExported'>, AppError>> {
  const found = await context.store.read('exports.notExported', wish)
  if (!found.ok) return found
  if (found.value.ids.length === 0) return err({ kind: 'not-found', what: 'mailbox' })
  const taken = takeSnapshot(context, ok(found.value.ids))
  return taken.ok ? ok({ snapshot: taken.value.snapshot, count: taken.value.ids.length }) : taken
}

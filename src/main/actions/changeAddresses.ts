import type { Undone } from '../../shared/addressView'
import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { idsOf } from './choice'
import type { Context } from './context'
import { makeCopy } from './localCopies'

/** So many are hidden without a copy of the database made before. */
const MOST_WITHOUT_COPY = 20

/** Puts labels on all of a choice and takes others off; `count`: how many addresses that changed. */
export async function labelAddresses(
  context: Context,
  { choice, add, remove }: { choice: Choice; add: readonly string[]; remove: readonly string[] },
): Promise<Result<{ count: number }, AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  const count = await context.store.write('addresses.label', { ids: ids.value, add, remove })
  return count.ok ? ok({ count: count.value }) : count
}

/**
 * Hides all of a choice here, or shows it again; the service knows nothing of it. `left`: those that cannot be hidden.
 * Where many are to be hidden and no copy can be made before, nothing is hidden, and the error says why.
 */
export async function hideAddresses(
  context: Context,
  { choice, isHidden }: { choice: Choice; isHidden: boolean },
): Promise<Result<{ count: number; left: number }, AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  if (isHidden && ids.value.length > MOST_WITHOUT_COPY) {
    const copy = await makeCopy(context, 'hide')
    if (!copy.ok) return copy
  }
  return context.store.write('addresses.hide', { ids: ids.value, isHidden, at: context.clock.now() })
}

/** Takes the last change of notes, labels or hiding back, be it of an earlier run. */
export async function undoLast({ store }: Context): Promise<Result<Undone, AppError>> {
  const undone = await store.write('addresses.undo')
  if (!undone.ok) return undone
  return undone.value === null ? err({ kind: 'nothing-to-undo' }) : ok(undone.value)
}

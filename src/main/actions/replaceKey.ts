import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { type Connected, standingOf, tryKey } from './checkAccount'
import { type Context, findAccount } from './context'

/**
 * Puts a new key in place of an account's old one, as a new generation: rows that were sent with an
 * older key are never sent again. The old key is removed only when the new one is in use.
 */
export async function replaceKey(
  context: Context,
  input: Parsed<'accounts.replaceKey'>,
): Promise<Result<Connected, AppError>> {
  const found = await findAccount(context, input.id)
  if (!found.ok) return found
  const keyGeneration = found.value.keyGeneration + 1
  const renewed = { ...found.value, keyGeneration, keyKept: input.keyKept }
  const checked = await tryKey(context, renewed, input.key, input.whenUnreached)
  if (!checked.ok) return checked
  const kept = await context.keys.keep(renewed, input.key)
  if (!kept.ok) return kept

  const patch = {
    keyGeneration,
    keyKept: input.keyKept,
    keyEndsOn: input.keyEndsOn,
    ...standingOf(checked.value),
  }
  const updated = await context.store.write('accounts.update', { id: input.id, patch })
  if (!updated.ok) return updated
  if (updated.value === null) {
    // Removed while its new key was being tried: nothing of it may stay behind.
    await context.keys.forget(renewed)
    return err({ kind: 'not-found', what: 'account' })
  }
  // The new key is in use, whatever becomes of the old one. Where the keychain does not let go of that
  // now, it is removed with the next replacement, or with the account.
  await context.keys.forgetOlder(renewed)
  return ok({ account: updated.value, check: checked.value.check })
}

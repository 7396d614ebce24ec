import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { type Connected, standingOf, tryKey } from './checkAccount'
import { type Context, findAccount } from './context'
import { putKey } from './keepKey'
import { askAnew } from './messages/mail'

/**
 * Puts a new key in place of an account's old one, as a new generation: rows that were sent with an
 * older key are never sent again.
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

  const patch = {
    keyGeneration,
    keyKept: input.keyKept,
    keyEndsOn: input.keyEndsOn,
    ...standingOf(checked.value),
  }
  const put = await putKey(context, renewed, input.key, () =>
    context.store.write('accounts.update', { id: input.id, patch }),
  )
  if (!put.ok) return put
  // What the old key could not read the new one may.
  askAnew(context.mail, input.id)
  return ok({ account: put.value, check: checked.value.check })
}

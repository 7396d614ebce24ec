import type { Output, Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { jwtEnd } from '../../rules/jwtEnd'
import type { LitemailAccountPatch } from '../../store/fleetRows'
import type { Context } from '../context'
import { putKey } from '../keepKey'
import { findLitemailAccount } from './account'
import { tryLitemailKey } from './checkLitemail'
import { sameUserIn } from './sameUser'

/**
 * Takes another key for an account, which must be of the same user: with another one's nothing changes. One that could not
 * be tried is asked whose it is before anything is read with it.
 */
export async function replaceLitemailKey(
  context: Context,
  input: Parsed<'litemail.replaceKey'>,
): Promise<Result<Output<'litemail.replaceKey'>, AppError>> {
  const found = await findLitemailAccount(context, input.id)
  if (!found.ok) return found
  const { authentication, keyKept } = input
  const keyGeneration = found.value.keyGeneration + 1
  const renewed = { ...found.value, authentication, keyGeneration, keyKept }
  const tried = await tryLitemailKey(context, renewed, input.key, input.whenUnreached)
  if (!tried.ok) return tried
  const { check, user } = tried.value
  if (user !== null && found.value.userId !== null && user.id !== found.value.userId) {
    return err({ kind: 'other-user' })
  }
  const accounts = await context.store.read('litemail.accounts')
  if (!accounts.ok) return accounts
  const same = user === null ? null : sameUserIn(accounts.value, found.value, user.id)
  if (same !== null) return err(same)

  const patch: LitemailAccountPatch = {
    authentication,
    keyGeneration,
    keyKept,
    keyEndsAt: authentication === 'jwt' ? jwtEnd(input.key) : null,
    ...(user === null
      ? { keyStanding: 'unchecked' }
      : { keyStanding: 'accepted', userId: user.id, userEmail: user.email ?? found.value.userEmail }),
  }
  const put = await putKey(context, renewed, input.key, () =>
    context.store.write('litemail.updateAccount', { id: input.id, patch }),
  )
  if (!put.ok) return put
  // What is under way goes on from its place, with the new key.
  const running = context.fleetRuns.byAccount.get(input.id)
  if (running !== undefined && running.keyGeneration < keyGeneration) running.stop()
  return ok({ account: put.value, check })
}

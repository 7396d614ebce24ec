import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { AccountPatch } from '../store/rows'
import { type Context, findAccount } from './context'

/**
 * Notes what an answer said about the key that an account had when it was asked. Where another key has
 * taken its place meanwhile nothing is noted: the answer is not about that one. Answers the account as
 * it then stands.
 */
export async function noteKey(
  context: Context,
  asked: Account,
  said: Pick<AccountPatch, 'keyStanding' | 'canList'>,
): Promise<Result<Account, AppError>> {
  const account = await findAccount(context, asked.id)
  if (!account.ok || account.value.keyGeneration !== asked.keyGeneration) return account
  const { keyStanding = account.value.keyStanding, canList = account.value.canList } = said
  // Every creation says it again; what is known already is not worth a wait for the disk.
  if (keyStanding === account.value.keyStanding && canList === account.value.canList) return account
  const noted = await context.store.write('accounts.update', {
    id: asked.id,
    patch: { keyStanding, canList },
  })
  return noted.ok ? ok(noted.value ?? account.value) : noted
}

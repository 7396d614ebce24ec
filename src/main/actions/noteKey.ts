import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { AccountPatch } from '../store/rows'
import { type Context, findAccount } from './context'

/** Where an account is kept. */
interface Keeping<A, P> {
  find(): Promise<Result<A, AppError>>
  /** Null where it is gone. */
  update(patch: P): Promise<Result<A | null, AppError>>
}

/**
 * Notes what an answer said about the key that an account had when it was asked. Where another key has
 * taken its place meanwhile nothing is noted: the answer is not about that one. Answers the account as
 * it then stands.
 */
export async function noteOf<A extends { readonly keyGeneration: number } & P, P extends object>(
  asked: A,
  said: P,
  { find, update }: Keeping<A, P>,
): Promise<Result<A, AppError>> {
  const account = await find()
  if (!account.ok || account.value.keyGeneration !== asked.keyGeneration) return account
  // The keys of a literal object are its members.
  const names = Object.keys(said) as (keyof P)[]
  // Every answer says it again; what is known already is not worth a wait for the disk.
  if (names.every((name) => said[name] === undefined || said[name] === account.value[name])) return account
  const noted = await update(said)
  return noted.ok ? { ok: true, value: noted.value ?? account.value } : noted
}

/** The same of a LikeDo account. */
export const noteKey = (
  context: Context,
  asked: Account,
  said: Pick<AccountPatch, 'keyStanding' | 'canList'>,
): Promise<Result<Account, AppError>> =>
  noteOf(asked, said, {
    find: () => findAccount(context, asked.id),
    update: (patch) => context.store.write('accounts.update', { id: asked.id, patch }),
  })

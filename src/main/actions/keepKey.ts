import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { KeyHolder } from '../secrets/keys'
import type { Context } from './context'

/** Keeps the key of an account that is new, then adds the account with `insert`. Both are there afterwards, or neither. */
export async function addWithKey<A extends KeyHolder>(
  context: Context,
  account: A,
  key: string,
  insert: (account: A) => Promise<Result<A, AppError>>,
): Promise<Result<A, AppError>> {
  const kept = await context.keys.keep(account, key)
  if (!kept.ok) return kept
  const inserted = await insert(account)
  // An account that is not there must leave no key behind.
  if (!inserted.ok) await context.keys.forget(account)
  return inserted
}

/**
 * Keeps the key of an account's next generation, `renewed`, then takes it into use with `update`, which answers null where
 * the account is gone. The old key is removed only when the new one is in use.
 */
export async function putKey<A extends KeyHolder>(
  context: Context,
  renewed: A,
  key: string,
  update: () => Promise<Result<A | null, AppError>>,
): Promise<Result<A, AppError>> {
  const kept = await context.keys.keep(renewed, key)
  if (!kept.ok) return kept
  const updated = await update()
  if (!updated.ok) return updated
  if (updated.value === null) {
    // Removed while its new key was being tried: nothing of it may stay behind.
    await context.keys.forget(renewed)
    return err({ kind: 'not-found', what: 'account' })
  }
  // The new key is in use, whatever becomes of the old one. Where the keychain does not let go of that
  // now, it is removed with the next replacement, or with the account.
  await context.keys.forgetOlder(renewed)
  return ok(updated.value)
}

/** Removes an account with its keys. The keys go first: where the keychain does not let go of them the account stays. */
export async function dropWithKey(context: Context, account: KeyHolder): Promise<Result<void, AppError>> {
  const forgotten = await context.keys.forget(account)
  if (!forgotten.ok) return forgotten
  const removed = await context.store.write('accounts.markRemoved', {
    id: account.id,
    at: context.clock.now(),
  })
  return removed.ok ? ok(undefined) : removed
}

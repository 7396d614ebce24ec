import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { type Context, findAccount } from './context'
import { dropWithKey } from './keepKey'
import { forgetMail } from './messages/mail'

/**
 * Removes an account and its keys from this computer. Its addresses stay, readable; at the service
 * nothing changes. The keys go first: where the keychain does not let go of them the account stays.
 */
export async function removeAccount(context: Context, id: string): Promise<Result<void, AppError>> {
  const account = await findAccount(context, id)
  if (!account.ok) return account
  const dropped = await dropWithKey(context, account.value)
  if (dropped.ok) forgetMail(context.mail, id)
  return dropped
}

import type { AppErrorOf } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'

/** Why a user of a service cannot be this account's as well: another account is theirs; null: none is. */
export function sameUserIn(
  accounts: readonly LitemailAccount[],
  { id, origin }: Pick<LitemailAccount, 'id' | 'origin'>,
  userId: string,
): AppErrorOf<'same-user'> | null {
  const same = accounts.find((one) => one.id !== id && one.origin === origin && one.userId === userId)
  return same === undefined ? null : { kind: 'same-user', accountName: same.name }
}

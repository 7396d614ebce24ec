import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { UserFacts } from '../../../shared/litemail/facts'
import { err, type Result } from '../../../shared/result'
import type { LitemailAccountPatch } from '../../store/fleetRows'
import { litemailLimiterKey } from '../../upstream/limiterKey'
import type { Context } from '../context'
import { noteOf } from '../noteKey'
import { findLitemailAccount } from './account'
import { sameUserIn } from './sameUser'

/** Notes what an answer said about the key, or about whose it is; see `noteOf`. */
export const noteLitemail = (
  context: Context,
  asked: LitemailAccount,
  said: Pick<LitemailAccountPatch, 'keyStanding' | 'userId' | 'userEmail'>,
): Promise<Result<LitemailAccount, AppError>> =>
  noteOf(asked, said, {
    find: () => findLitemailAccount(context, asked.id),
    update: (patch) => context.store.write('litemail.updateAccount', { id: asked.id, patch }),
  })

/**
 * The service said whose key it is. Another user's is refused for this account, and so is that of a user who has another
 * account here; it is noted so, so that nothing is read into the wrong account, and nothing twice.
 */
export async function noteUser(
  context: Context,
  account: LitemailAccount,
  user: UserFacts,
): Promise<Result<LitemailAccount, AppError>> {
  if (account.userId !== null && account.userId !== user.id) {
    const noted = await noteLitemail(context, account, { keyStanding: 'refused' })
    return noted.ok ? err({ kind: 'other-user' }) : noted
  }
  if (account.userId === null) {
    const accounts = await context.store.read('litemail.accounts')
    if (!accounts.ok) return accounts
    const same = sameUserIn(accounts.value, account, user.id)
    if (same !== null) {
      const noted = await noteLitemail(context, account, { keyStanding: 'refused' })
      return noted.ok ? err(same) : noted
    }
  }
  const known = { ...account, userId: user.id }
  await context.limiter.join(litemailLimiterKey(account), litemailLimiterKey(known))
  return noteLitemail(context, account, {
    keyStanding: 'accepted',
    userId: user.id,
    userEmail: user.email ?? account.userEmail,
  })
}

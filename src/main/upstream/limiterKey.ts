import type { Account } from '../../shared/account'
import type { LitemailAccount } from '../../shared/litemail/account'

/** One budget for each user of a service: two accounts at one origin do not share theirs. */
export const limiterKey = (account: Pick<Account, 'id' | 'origin'>): string =>
  `${account.origin} ${account.id}`

/** Litemail says who its user is: two accounts of one user share a budget. */
export const litemailLimiterKey = ({
  id,
  origin,
  userId,
}: Pick<LitemailAccount, 'id' | 'origin' | 'userId'>): string =>
  userId === null ? limiterKey({ id, origin }) : `${origin} user ${userId}`

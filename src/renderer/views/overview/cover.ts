import type { Renewals } from '../../../shared/billing'
import type { Overview } from '../../../shared/litemail/fleet'
import { inCents } from '../../../shared/text/money'
import { overviewText } from '../../../shared/text/window/overview'

/** Whether something is paid for, as far as that is known. */
export interface Cover {
  readonly kind: 'covered' | 'short' | 'unknown'
  readonly words: string
}

/**
 * Whether the wallets pay for what renews. With several accounts only all wallets together are held against all renewals,
 * and no more is said than is known: nothing where a wallet was not read, and only of what has a price. `isAll`: nothing else
 * may renew, as far as the service tells.
 */
export function coverOf(
  { atLeast, unpriced }: Pick<Renewals, 'atLeast' | 'unpriced'>,
  wallets: Overview['wallets'],
  isAll: boolean,
): Cover {
  if (wallets.length === 0 || wallets.some(({ balance }) => balance === null)) {
    const isRead = wallets.length > 0 && wallets.every(({ at }) => at !== null)
    return { kind: 'unknown', words: isRead ? overviewText.walletUntold : overviewText.walletUnknown }
  }
  const balance = inCents(wallets.reduce((sum, wallet) => sum + (wallet.balance ?? 0), 0))
  const whose = wallets.length > 1 ? 'several' : 'one'
  if (balance < atLeast) {
    const isRecharging = wallets.some(({ isAutoRecharging }) => isAutoRecharging === true)
    return {
      kind: 'short',
      words: overviewText.short(whose, atLeast - balance, isAll && unpriced === 0, isRecharging),
    }
  }
  return {
    kind: 'covered',
    words:
      unpriced > 0
        ? overviewText.coveredAtLeast(whose, 'priced')
        : isAll
          ? overviewText.covered(whose, balance - atLeast)
          : overviewText.coveredAtLeast(whose, 'known'),
  }
}

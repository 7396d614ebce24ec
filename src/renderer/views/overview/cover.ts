import type { Overview } from '../../../shared/litemail/fleet'
import { overviewText } from '../../../shared/text/window/overview'

/** Whether something is paid for, as far as that is known. */
export interface Cover {
  readonly kind: 'covered' | 'short' | 'unknown'
  readonly words: string
}

/**
 * Whether the wallets pay for what renews. With several accounts only all wallets together are held against all renewals,
 * and no more is said than is known: nothing where a wallet was not read, and only of what has a price.
 */
export function coverOf(
  { atLeast, unpriced }: NonNullable<Overview['renewals']>['within7'],
  wallets: Overview['wallets'],
): Cover {
  if (wallets.length === 0 || wallets.some(({ balance }) => balance === null)) {
    return { kind: 'unknown', words: overviewText.walletUnknown }
  }
  const balance = wallets.reduce((sum, wallet) => sum + (wallet.balance ?? 0), 0)
  const whose = wallets.length > 1 ? 'several' : 'one'
  if (balance < atLeast) {
    const isRecharging = wallets.some(({ isAutoRecharging }) => isAutoRecharging === true)
    return { kind: 'short', words: overviewText.short(whose, atLeast - balance, isRecharging) }
  }
  return {
    kind: 'covered',
    words: unpriced > 0 ? overviewText.coveredAtLeast(whose) : overviewText.covered(whose, balance - atLeast),
  }
}

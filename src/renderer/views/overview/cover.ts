import type { Overview } from '../../../shared/litemail/fleet'
import { overviewText } from '../../../shared/text/window/overview'

export interface Cover {
  readonly isShort: boolean
  readonly words: string
}

/**
 * Whether the wallets pay for what renews. With several accounts nobody knows here which of them a renewal is of, and
 * where a wallet was not read, or a subscription has no price, nothing more is said than is known.
 */
export function coverOf(
  { atLeast, unpriced }: NonNullable<Overview['renewals']>['within7'],
  wallets: Overview['wallets'],
): Cover {
  if (wallets.length === 0 || wallets.some(({ balance }) => balance === null)) {
    return { isShort: false, words: overviewText.walletUnknown }
  }
  const balance = wallets.reduce((sum, wallet) => sum + (wallet.balance ?? 0), 0)
  if (balance < atLeast) {
    const missing = overviewText.short(atLeast - balance)
    const doesRecharge = wallets.some(({ isAutoRecharging }) => isAutoRecharging === true)
    return doesRecharge
      ? { isShort: false, words: `${missing}; ${overviewText.recharges}` }
      : { isShort: true, words: missing }
  }
  return {
    isShort: false,
    words: unpriced > 0 ? overviewText.coveredAtLeast : overviewText.covered(balance - atLeast),
  }
}

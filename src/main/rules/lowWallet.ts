import type { Renewals, Wallet } from '../../shared/billing'

const DAY_MS = 86_400_000

/** How often the same wallet is told of at most, in milliseconds. */
export const TOLD_AGAIN_MS = DAY_MS

/**
 * Whether a wallet does not hold what renews within a week, as far as that has a price. Nothing is said of one that
 * recharges by itself, that was not read for a day, or whose balance is not known. `now` in epoch milliseconds.
 */
export function isWalletLow(
  { balance, isAutoRecharging, at }: Pick<Wallet, 'balance' | 'isAutoRecharging' | 'at'>,
  { count, atLeast }: Pick<Renewals, 'count' | 'atLeast'>,
  now: number,
): boolean {
  if (balance === null || isAutoRecharging === true || now - at > DAY_MS || count === 0) return false
  // Without any price an empty wallet pays for nothing all the same.
  return balance < atLeast || balance <= 0
}

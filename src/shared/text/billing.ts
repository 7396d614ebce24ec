import type { LowWallet } from '../billing'
import { figure } from './window/common'

/**
 * Wallets that do not hold what renews within a week. A notification may be read by whoever sees the screen: it tells no
 * amount, and without `isNamed` no account.
 */
export function lowWalletNotification(
  wallets: readonly LowWallet[],
  isNamed: boolean,
): { readonly title: string; readonly body: string } {
  const isOne = wallets.length === 1
  const title = isOne ? 'The Litemail wallet is low' : `${figure(wallets.length)} Litemail wallets are low`
  const holds = isOne
    ? 'It does not hold what renews in the next 7 days.'
    : 'They do not hold what renews in the next 7 days.'
  if (!isNamed) return { title, body: holds }
  return { title, body: `${wallets.map(({ accountName }) => accountName).join(', ')}. ${holds}` }
}

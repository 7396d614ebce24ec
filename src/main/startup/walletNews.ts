import type { LowWallet } from '../../shared/billing'
import { lowWalletNotification } from '../../shared/text/billing'
import type { Notifications } from '../desktop/notifications'
import type { Store } from '../store/store'

export interface WalletNewsParts {
  readonly store: Store
  readonly notifications: Notifications
  readonly lead: (wallet: LowWallet) => void
}

/**
 * Tells on the desktop that wallets are low, also beside an open window; a click leads to the first of them. Answers whether
 * it was shown.
 */
export function createWalletNews({ store, notifications, lead }: WalletNewsParts) {
  return async (wallets: readonly LowWallet[]): Promise<boolean> => {
    const settings = await store.read('settings.get')
    // Where the settings cannot be read, neither can it be known whether an account may be named.
    const { isNotifying, isAddressNotified } = settings.ok
      ? settings.value
      : { isNotifying: true, isAddressNotified: false }
    const [first] = wallets
    if (!isNotifying || first === undefined) return false
    const words = lowWalletNotification(wallets, isAddressNotified)
    return (await notifications.show(words, () => lead(first))) !== null
  }
}

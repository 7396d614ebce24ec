import type { HealthMark, Loss } from '../../shared/health'
import { lossNotification } from '../../shared/text/health'
import type { Notifications } from '../desktop/notifications'
import type { Store } from '../store/store'

export interface HealthNewsParts {
  readonly store: Store
  readonly notifications: Notifications
  /** Leads to the domains that miss any of these. */
  readonly lead: (missing: HealthMark[]) => void
}

/** Tells on the desktop which domains lost something that their mail hangs on; also beside an open window. */
export function createHealthNews({ store, notifications, lead }: HealthNewsParts) {
  return async (losses: readonly Loss[]): Promise<void> => {
    const settings = await store.read('settings.get')
    // Where the settings cannot be read, neither can it be known whether a domain may be named.
    const { isNotifying, isAddressNotified } = settings.ok
      ? settings.value
      : { isNotifying: true, isAddressNotified: false }
    if (!isNotifying) return
    const words = lossNotification(losses, isAddressNotified)
    await notifications.show(words, () => lead(losses.map(({ mark }) => mark)))
  }
}

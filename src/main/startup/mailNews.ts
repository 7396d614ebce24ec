import { mailNotification } from '../../shared/text/notifications'
import type { MailNews } from '../actions/messages/mail'
import type { Notifications } from '../desktop/notifications'
import { maskHead } from '../rules/maskedMessage'
import type { Store } from '../store/store'

export interface MailNewsParts {
  readonly store: Store
  readonly notifications: Notifications
  /** Somebody has a window before them that shows the messages of this address. */
  readonly isWatched: (addressId: string) => boolean
  readonly lead: (news: MailNews) => void
}

const masked = (news: MailNews): MailNews => ({
  ...news,
  messages: news.messages.map((message) => ({ ...message, ...maskHead(message) })),
})

/** Tells on the desktop that mail came for an address that somebody waits at; of each address the last word only. */
export function createMailNews({ store, notifications, isWatched, lead }: MailNewsParts) {
  const shown = new Map<string, Promise<number | null>>()
  return async (news: MailNews): Promise<void> => {
    const settings = await store.read('settings.get')
    // Where the settings cannot be read, neither can it be known whether an address may be named.
    const { isNotifying, isAddressNotified, isSensitiveHidden } = settings.ok
      ? settings.value
      : { isNotifying: true, isAddressNotified: false, isSensitiveHidden: true }
    if (!isNotifying || isWatched(news.addressId)) return
    const words = mailNotification(isSensitiveHidden ? masked(news) : news, isAddressNotified)
    const before = shown.get(news.addressId) ?? Promise.resolve(null)
    const next = before.then((replaces) => notifications.show(words, () => lead(news), replaces))
    shown.set(news.addressId, next)
    await next
  }
}

import type { Created } from '../address'
import type { Batch } from '../batch'
import type { AppError } from '../errors'
import type { Result } from '../result'
import { batchEnding } from './batchEnding'
import { type EndingWords, endingWords } from './endings'
import { explain } from './errors'
import { figure } from './window/common'

/** What a notification says. */
export interface NotificationWords {
  readonly title: string
  readonly body: string
}

const titles: Record<EndingWords['kind'], { one: string; many: (count: string) => string }> = {
  copied: { one: 'Address copied', many: (count) => `${count} addresses created` },
  created: { one: 'Address created', many: (count) => `${count} addresses created` },
  'not-created': { one: 'No address created', many: (count) => `${count} addresses not created` },
  'not-confirmed': { one: 'Address not confirmed', many: (count) => `${count} addresses not confirmed` },
}

/** Anything that reads as an address, also where a service quotes one. */
const ADDRESS = /[^\s“”"'<>]+@[^\s“”"'<>]*[\p{L}\p{N}]/gu

/**
 * How a creation ended: its words as everywhere, under a heading. With `count` over 1 it stands for that many endings
 * of its kind, and these are the words of the last. A notification may be read by whoever sees the screen: without
 * `isAddressNotified` it names no address.
 */
export function endingNotification(
  ending: Result<Created, AppError>,
  { count, isAddressNotified }: { readonly count: number; readonly isAddressNotified: boolean },
): NotificationWords {
  const { kind, words, advice } = endingWords(ending)
  const { one, many } = titles[kind]
  const whole = advice === '' ? words : `${words} ${advice}`
  return {
    title: count === 1 ? one : many(figure(count)),
    body: isAddressNotified ? whole : withoutAddress(whole),
  }
}

/** “Copied: x@y.z” → “Copied.”; inside a sentence the address is called that. */
function withoutAddress(words: string): string {
  return words
    .replace(/^(Copied|Created|Not confirmed): \S+@[^\s]*[\p{L}\p{N}]\.?/u, '$1.')
    .replace(/^\S+@\S+ is created/, 'The address is created')
    .replace(ADDRESS, 'this address')
}

/**
 * How several ended that were asked for at once, with the reason of the last that was not created. An address in it is
 * named only where it is the one that it is about, and `isAddressNotified`.
 */
export function batchNotification(
  batch: Batch,
  { isAddressNotified }: { readonly isAddressNotified: boolean },
): NotificationWords {
  const { title, words } = batchEnding(batch)
  const reasons = batch.items.flatMap(({ state, problem }) => (state === 'created' ? [] : (problem ?? [])))
  const last = reasons.at(-1)
  if (last === undefined) return { title, body: words }
  const { reason } = explain(last)
  const isAboutOne = reasons.length === 1
  const why =
    isAboutOne && isAddressNotified
      ? reason
      : reason.replace(ADDRESS, batch.items.length === 1 ? 'this address' : 'one of them')
  return { title, body: `${words} ${why}.` }
}

/** Who wrote, about what, of messages that came for an address. */
interface Mail {
  readonly email: string
  readonly messages: readonly {
    readonly from: string | null
    readonly fromName: string | null
    readonly subject: string | null
  }[]
}

/** Mail came for an address that somebody waits at. Sender and subject say as much as an address does. */
export function mailNotification({ email, messages }: Mail, isAddressNotified: boolean): NotificationWords {
  const count = messages.length
  const title = count === 1 ? 'Mail came' : `${figure(count)} messages came`
  const [newest] = messages
  if (!isAddressNotified || newest === undefined)
    return { title, body: 'For an address that is open in Mailroom.' }
  const sender = newest.fromName ?? newest.from ?? 'Unknown sender'
  return { title: `${title} for ${email}`, body: `${sender}: ${newest.subject ?? 'No subject'}` }
}

/** Other things that a notification says. */
export const notificationsText = {
  /** What a click on a notification does, where a desktop shows that. */
  show: 'Show',
  noTray: {
    title: 'This desktop shows no tray icons',
    body: 'Closing Mailroom’s window therefore ends it. To make an address at any time, set a shortcut in Mailroom’s settings, or bind the command that they show.',
  },
} as const

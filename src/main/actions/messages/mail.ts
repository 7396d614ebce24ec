import type { AppError } from '../../../shared/errors'
import type { ListedMessage, Message } from '../../../shared/message'

/** A message as main holds it: what windows are told, and what they are not. */
export interface HeldMessage extends Message {
  readonly addressId: string
  /** As it came; null where it has none. */
  readonly html: string | null
  /** What may be opened in a browser, by the places of its links. */
  readonly hrefs: readonly string[]
  /** How long its bodies came: other ones are another message under the same name. */
  readonly sizes: string
}

/** So many messages are a page. */
export const PAGE_SIZE = 20

/** What is known of the messages of one address. */
export interface HeldInbox {
  /** Null: none that is here can read it. */
  readonly accountId: string | null
  /** Read from the service since Mailroom was started, by id. */
  readonly messages: Map<string, HeldMessage>
  /** When the service last told the newest of them, in epoch milliseconds. */
  readAt: number | null
  /** Of all, as the service says. */
  total: number | null
  /** So many are asked for at once: fewer where a page of them was too large to be taken. */
  pageSize: number
  /** So many pages were read of it. */
  pages: number
  /** The last page that was read was not the last one. */
  hasMore: boolean
  problem: AppError | null
  reading: Promise<void> | null
  /** In milliseconds of a clock that only goes forward. */
  askedAt: number | null
  /** When somebody last looked. */
  seenAt: number
}

/** Somebody looks at an inbox, until this moment of epoch time. */
export interface Watch {
  readonly addressId: string
  readonly until: number
  readonly timer: NodeJS.Timeout
  /** Has them read, where that is due. */
  readonly look: () => void
}

/** Messages that came for an address while it was watched, newest first. */
export interface MailNews {
  readonly addressId: string
  readonly email: string
  readonly messages: readonly Pick<ListedMessage, 'from' | 'fromName' | 'subject' | 'code'>[]
}

/** What of a kept message stands in a list, and since when it is kept. */
export interface ListedKept {
  readonly keptAt: number
  readonly listed: ListedMessage
}

/** Messages of addresses, in memory only: what nobody keeps is gone when Mailroom ends. */
export interface Mail {
  readonly inboxes: Map<string, HeldInbox>
  readonly watches: Map<string, Watch>
  /** Kept messages as lists show them, by id: each is understood once, for none changes while it is kept. */
  readonly kept: Map<string, ListedKept>
  /** A reading that nobody waits for ended in a fault of Mailroom itself. */
  readonly onFault: (cause: unknown) => void
}

export const createMail = (onFault: Mail['onFault']): Mail => ({
  inboxes: new Map(),
  watches: new Map(),
  kept: new Map(),
  onFault,
})

/** More text than this is not held, in characters; the inboxes that were looked at last stay. */
const MOST_HELD = 48_000_000

const weightOf = ({ messages }: HeldInbox): number => {
  let weight = 0
  for (const { text, html } of messages.values()) weight += text.length + (html?.length ?? 0)
  return weight
}

/** An inbox of which nothing was asked yet. */
const untouched = () => ({
  total: null,
  pageSize: PAGE_SIZE,
  pages: 0,
  problem: null,
  reading: null,
  askedAt: null,
})

/** The inbox of an address, made where it is new; others go where there are too many messages in all. */
export function inboxOf(mail: Mail, addressId: string, accountId: string | null): HeldInbox {
  const known = mail.inboxes.get(addressId)
  if (known !== undefined && known.accountId === accountId) {
    known.seenAt = Date.now()
    return known
  }
  const inbox: HeldInbox = {
    accountId,
    messages: new Map(),
    readAt: null,
    hasMore: false,
    seenAt: Date.now(),
    ...untouched(),
  }
  mail.inboxes.set(addressId, inbox)
  return inbox
}

/**
 * The messages of an account are asked for otherwise from now on: what stood against reading them says nothing any more, and
 * who looks at some has them read at once.
 */
export function askAnew({ inboxes, watches }: Mail, accountId: string): void {
  for (const [id, inbox] of inboxes) {
    // Another inbox with the same messages: what is still under way answers what was asked before.
    if (inbox.accountId === accountId) inboxes.set(id, { ...inbox, ...untouched() })
  }
  for (const { addressId, look } of watches.values()) {
    if (inboxes.get(addressId)?.accountId === accountId) look()
  }
}

/** Forgets what nobody has looked at for longest until the rest is little enough; never what is looked at now. */
export function letGo(mail: Mail, keep: string): void {
  const watched = new Set([...mail.watches.values()].map(({ addressId }) => addressId))
  const others = [...mail.inboxes]
    .filter(([id, { reading }]) => id !== keep && reading === null && !watched.has(id))
    .sort(([, one], [, other]) => one.seenAt - other.seenAt)
  let weight = [...mail.inboxes.values()].reduce((sum, inbox) => sum + weightOf(inbox), 0)
  for (const [id, inbox] of others) {
    if (weight <= MOST_HELD) return
    weight -= weightOf(inbox)
    mail.inboxes.delete(id)
  }
}

/** Forgets all messages of an account. */
export function forgetMail({ inboxes, watches }: Mail, accountId: string): void {
  for (const [id, inbox] of inboxes) if (inbox.accountId === accountId) inboxes.delete(id)
  for (const [id, { addressId, timer }] of watches) {
    if (inboxes.has(addressId)) continue
    clearInterval(timer)
    watches.delete(id)
  }
}

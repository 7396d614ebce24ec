import type { AppError } from '../../../shared/errors'
import type { Inbox } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { turn } from '../../rules/turn'
import type { InboxPage } from '../../upstream/likedo/inbox'
import { readInboxAside } from '../../upstream/litemail/largeAnswers'
import { askLikeDo } from '../apiPaths/askLikeDo'
import type { Pace } from '../askService'
import type { Context } from '../context'
import { noteKey } from '../noteKey'
import { findReachable, listMessages, type Reachable } from './listMessages'
import { type HeldInbox, type HeldMessage, inboxOf, letGo, PAGE_SIZE } from './mail'
import { messageId, sizesOf, understandMessage } from './understandMessage'

export interface RefreshWish {
  readonly addressId: string
  readonly page: number
  readonly isOverBudgetAllowed: boolean
}

const TIMEOUT_MS = 15_000
/** A click waits so long for its turn, in milliseconds. */
const WAIT_MS = 5_000
/** So many messages are asked for where a page of them was too large to be taken. */
const FEW = 3
/** Of an hour's requests so many are left to clicks. */
const SPARED = { perHour: 20, perMinute: 10 }

/** Because somebody asked for it. */
export const asked = (isOverBudgetAllowed: boolean): Pace => ({
  priority: 'click',
  waitMs: WAIT_MS,
  isOverBudgetAllowed,
})
/** Because an inbox is open. */
export const unasked: Pace = { priority: 'background', waitMs: 0, isOverBudgetAllowed: false, spared: SPARED }

/** Reads a page of an address's messages because somebody asked for it. What went wrong stands in the answer. */
export async function refreshMessages(context: Context, wish: RefreshWish): Promise<Result<Inbox, AppError>> {
  const read = await readMessages(context, wish.addressId, wish.page, asked(wish.isOverBudgetAllowed))
  return read.ok ? listMessages(context, wish) : read
}

/**
 * Reads a page of an address's messages into memory, and tells of those that are new; one reading of an address at a time.
 * What went wrong at the service is the inbox's problem; an error is only that there is no such address or account.
 */
export async function readMessages(
  context: Context,
  addressId: string,
  page: number,
  pace: Pace,
): Promise<Result<void, AppError>> {
  const found = await findReachable(context, addressId)
  if (!found.ok) return found
  const { address, account } = found.value
  const inbox = inboxOf(context.mail, address.id, account.id)
  if (inbox.reading !== null) {
    await inbox.reading
    const isSame = context.mail.inboxes.get(address.id) === inbox
    // What was just read for itself is what a look at the newest would bring.
    if (page === 1 && isSame && !mayStill(inbox.problem, pace)) return ok(undefined)
    return readMessages(context, addressId, page, pace)
  }
  const reading = take(context, found.value, inbox, page, pace).finally(() => {
    if (inbox.reading === reading) inbox.reading = null
    context.tellChanged(['messages'])
  })
  inbox.reading = reading
  context.tellChanged(['messages'])
  await reading
  return ok(undefined)
}

/** Who clicks may ask where what runs by itself spares the rest of the hour. */
const mayStill = (problem: AppError | null, { priority }: Pace): boolean =>
  priority === 'click' && problem?.kind === 'rate-limited' && problem.by === 'mailroom'

async function take(
  context: Context,
  reachable: Reachable,
  inbox: HeldInbox,
  wanted: number,
  pace: Pace,
): Promise<void> {
  inbox.askedAt = performance.now()
  const page = pageFor(inbox, wanted)
  const answer = await ask(context, reachable, page, inbox.pageSize, pace)
  const isTooLarge =
    !answer.ok && answer.error.kind === 'bad-response' && answer.error.problem === 'too-large' && page === 1
  if (isTooLarge) {
    inbox.pageSize = FEW
    // From here on pages are counted by as many; what is known already is so many of them.
    inbox.pages = Math.floor(inbox.messages.size / FEW)
  }
  const read = isTooLarge ? await ask(context, reachable, page, FEW, pace) : answer
  const came = read.ok ? await understandAll(context, reachable, inbox, read.value) : []
  // The account was removed, or is asked otherwise, since the service was asked.
  if (context.mail.inboxes.get(reachable.address.id) !== inbox) return
  if (!read.ok) {
    inbox.problem = read.error
    return
  }
  inbox.problem = null
  merge(context, reachable, inbox, { page, came, total: read.value.total })
  letGo(context.mail, reachable.address.id)
}

/** The page of the service that stands for one of the window's; none is left out, whatever was shown of those that are kept. */
function pageFor({ pages, pageSize }: HeldInbox, wanted: number): number {
  const isBeyond = wanted > 1 && pages * pageSize < wanted * PAGE_SIZE
  return isBeyond ? pages + 1 : Math.floor(((wanted - 1) * PAGE_SIZE) / pageSize) + 1
}

async function ask(
  context: Context,
  { address, account }: Reachable,
  page: number,
  pageSize: number,
  pace: Pace,
): Promise<Result<InboxPage, AppError>> {
  const read = await askLikeDo(context, account, {
    ...{ operation: 'messages.list', inputs: { email: address.email, page, pageSize } },
    ...{ timeoutMs: TIMEOUT_MS, pace, read: readInboxAside },
  })
  const isRefused = !read.ok && read.error.kind === 'unauthorized'
  if (read.ok || isRefused) {
    const noted = await noteKey(context, account, { keyStanding: isRefused ? 'refused' : 'accepted' })
    if (!noted.ok) return err(noted.error)
  }
  return read
}

/** Messages as they came, understood one a turn: some are so large that others would wait for all of them. */
async function understandAll(
  { clock }: Context,
  { address, account }: Reachable,
  inbox: HeldInbox,
  { messages }: InboxPage,
): Promise<readonly HeldMessage[]> {
  const came: HeldMessage[] = []
  const now = clock.now()
  for (const { serviceId, ...told } of messages) {
    const id = messageId(account.origin, address.email, serviceId)
    const known = inbox.messages.get(id)
    const said = { ...told, at: pastOf(told.at, known?.newAt ?? now) }
    // What is known is not read through again every few seconds.
    if (known?.sizes === sizesOf(said)) came.push(known)
    else {
      await turn()
      came.push(understandMessage(address.id, id, said))
    }
  }
  return came
}

/** A date without its zone may be as far ahead as one is; what has come came before. Other dates stand as they are told. */
const pastOf = (at: number | null, now: number): number | null =>
  at !== null && at > now && at - now <= FURTHEST_ZONE_MS ? now : at
const FURTHEST_ZONE_MS = 14 * 3_600_000

/**
 * Which of a page's messages came since the page was last read: what is not known of it, but for what a message that was
 * deleted at the service has let move up behind those that are.
 */
function newsOf(
  { messages, hasMore, readAt }: HeldInbox,
  came: readonly HeldMessage[],
): readonly HeldMessage[] {
  const firstKnown = came.findIndex(({ id }) => messages.has(id))
  return came.filter(({ id, at }, place) => {
    if (messages.has(id)) return false
    const isYounger = at !== null && readAt !== null && at > readAt
    return !hasMore || firstKnown === -1 || place < firstKnown || isYounger
  })
}

/** Holds messages in the service's order, newest first: those of the first page before all others. */
function hold(
  { messages }: HeldInbox,
  isNewest: boolean,
  isWhole: boolean,
  came: readonly HeldMessage[],
): void {
  const others = isNewest && !isWhole ? [...messages.values()] : []
  // What a whole list does not show any more was deleted at the service.
  if (isNewest) messages.clear()
  for (const message of came) messages.set(message.id, message)
  for (const other of others) if (!messages.has(other.id)) messages.set(other.id, other)
}

function merge(
  context: Context,
  { address }: Reachable,
  inbox: HeldInbox,
  { page, came, total }: { page: number; came: readonly HeldMessage[]; total: number | null },
): void {
  const now = context.clock.now()
  const isFirst = inbox.readAt === null
  const isFull = came.length >= inbox.pageSize
  const isWhole = page === 1 && !isFull
  const fresh = came.filter(({ id }) => !inbox.messages.has(id))
  const news = isFirst || page !== 1 ? [] : newsOf(inbox, came)
  hold(
    inbox,
    page === 1,
    isWhole,
    came.map((one) => {
      const known = inbox.messages.get(one.id)
      if (known !== undefined) return { ...one, newAt: known.newAt }
      // What has no date and was there at the first look may have come just before it.
      const by = isFirst && page === 1 ? Math.min(one.at ?? now, now) : one.at
      return { ...one, newAt: news.includes(one) ? now : by }
    }),
  )
  inbox.total = total ?? inbox.total
  // Where so many came that none of the newest page was known there may be more of them before what is known.
  const isGap = page === 1 && fresh.length === came.length
  inbox.pages = isWhole || isGap ? 1 : Math.max(inbox.pages, page)
  if (page >= inbox.pages) {
    const known = Math.floor(inbox.messages.size / inbox.pageSize)
    // A page that brings nothing new is among those that are known, or the end, whatever the service does with its number.
    const hasNext = isFull && (page === 1 || fresh.length > 0 || page < known)
    if (page > 1 && fresh.length === 0) inbox.pages = Math.max(page, known)
    inbox.hasMore = hasNext && (inbox.total === null || inbox.total > inbox.messages.size)
  }
  if (page === 1) inbox.readAt = now
  const isWatched = [...context.mail.watches.values()].some(({ addressId }) => addressId === address.id)
  if (!isWatched || news.length === 0) return
  context.tellMail({
    addressId: address.id,
    email: address.email,
    messages: news.map(({ from, fromName, subject, code }) => ({ from, fromName, subject, code })),
  })
}

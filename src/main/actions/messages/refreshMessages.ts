import type { AppError } from '../../../shared/errors'
import type { Inbox } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { turn } from '../../rules/turn'
import { type InboxPage, readInbox } from '../../upstream/likedo/inbox'
import { askLikeDo } from '../apiPaths/askLikeDo'
import type { Pace } from '../askService'
import type { Context } from '../context'
import { noteKey } from '../noteKey'
import { findReachable, listMessages, type Reachable } from './listMessages'
import { type HeldInbox, type HeldMessage, inboxOf, letGo } from './mail'
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
  // None is left out, whatever was shown of those that are kept.
  const page = Math.min(wanted, inbox.pages + 1)
  const answer = await ask(context, reachable, page, inbox.pageSize, pace)
  const isTooLarge =
    !answer.ok && answer.error.kind === 'bad-response' && answer.error.problem === 'too-large' && page === 1
  if (isTooLarge) inbox.pageSize = FEW
  const read = isTooLarge ? await ask(context, reachable, page, FEW, pace) : answer
  const came = read.ok ? await understandAll(reachable, inbox, read.value) : []
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

async function ask(
  context: Context,
  { address, account }: Reachable,
  page: number,
  pageSize: number,
  pace: Pace,
): Promise<Result<InboxPage, AppError>> {
  const read = await askLikeDo(context, account, {
    ...{ operation: 'messages.list', inputs: { email: address.email, page, pageSize } },
    ...{ timeoutMs: TIMEOUT_MS, pace, read: readInbox },
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
  { address, account }: Reachable,
  inbox: HeldInbox,
  { messages }: InboxPage,
): Promise<readonly HeldMessage[]> {
  const came: HeldMessage[] = []
  for (const { serviceId, ...said } of messages) {
    const id = messageId(account.origin, address.email, serviceId)
    const known = inbox.messages.get(id)
    // What is known is not read through again every few seconds.
    if (known?.sizes === sizesOf(said)) came.push(known)
    else {
      await turn()
      came.push(understandMessage(address.id, id, said))
    }
  }
  return came
}

function merge(
  context: Context,
  { address }: Reachable,
  inbox: HeldInbox,
  { page, came, total }: { page: number; came: readonly HeldMessage[]; total: number | null },
): void {
  const isFirst = inbox.readAt === null
  const isFull = came.length >= inbox.pageSize
  const isWhole = page === 1 && !isFull
  const fresh = came.filter(({ id }) => !inbox.messages.has(id))
  // What a whole list does not show any more was deleted at the service.
  if (isWhole) inbox.messages.clear()
  for (const message of came) inbox.messages.set(message.id, message)
  inbox.total = total ?? inbox.total
  inbox.pages = isWhole ? 1 : Math.max(inbox.pages, page)
  if (page >= inbox.pages) {
    // A page that brings nothing new is the end, whatever the service does with the number of a page.
    const hasNext = isFull && (page === 1 || fresh.length > 0)
    inbox.hasMore = hasNext && (inbox.total === null || inbox.total > inbox.messages.size)
  }
  if (page === 1) inbox.readAt = context.clock.now()
  const isWatched = [...context.mail.watches.values()].some(({ addressId }) => addressId === address.id)
  if (isFirst || page !== 1 || !isWatched || fresh.length === 0) return
  context.tellMail({
    addressId: address.id,
    email: address.email,
    messages: fresh.map(({ from, fromName, subject, code }) => ({ from, fromName, subject, code })),
  })
}

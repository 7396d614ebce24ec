import type { Account } from '../../../shared/account'
import type { Address } from '../../../shared/address'
import type { AppError } from '../../../shared/errors'
import type { Inbox, ListedMessage } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { type Context, findAccount } from '../context'
import type { HeldMessage } from './mail'
import { understandMessage } from './understandMessage'

/** So many messages are a page. */
export const PAGE_SIZE = 20

/** An address whose messages can be asked for, and the account that can. */
export interface Reachable {
  readonly address: Address
  readonly account: Account
}

/** Errors: `not-found` for an address or an account that is not here (any more). */
export async function findReachable(
  context: Context,
  addressId: string,
): Promise<Result<Reachable, AppError>> {
  const address = await findAddress(context, addressId)
  if (!address.ok) return address
  if (address.value.accountId === null) return err({ kind: 'not-found', what: 'account' })
  const account = await findAccount(context, address.value.accountId)
  return account.ok ? ok({ address: address.value, account: account.value }) : account
}

async function findAddress(context: Context, id: string): Promise<Result<Address, AppError>> {
  const address = await context.store.read('addresses.get', id)
  if (!address.ok) return address
  return address.value === null ? err({ kind: 'not-found', what: 'address' }) : ok(address.value)
}

/** What of a message stands in a list. */
const listed = ({
  id,
  from,
  fromName,
  subject,
  start,
  at,
  code,
  link,
  attachments,
  isKept,
}: HeldMessage): ListedMessage => ({
  ...{ id, from, fromName, subject, start, at, code, link, attachments, isKept },
})

/** What is known of an address's messages, kept ones among them, newest first; asks nobody. `page`: so many pages of them. */
export async function listMessages(
  context: Context,
  { addressId, page }: { readonly addressId: string; readonly page: number },
): Promise<Result<Inbox, AppError>> {
  const address = await findAddress(context, addressId)
  if (!address.ok) return address
  const { id, email } = address.value
  const kept = await context.store.read('messages.ofAddress', id)
  if (!kept.ok) return kept
  const inbox = context.mail.inboxes.get(id)
  const all = new Map(
    kept.value.map((row) => [row.id, { ...understandMessage(id, row.id, row), isKept: true }]),
  )
  for (const held of inbox?.messages.values() ?? []) {
    all.set(held.id, { ...held, isKept: all.has(held.id) })
  }
  // Where a moment is not known the service's order, newest first, is the best that is known.
  const rows = [...all.values()].sort((one, other) => (other.at ?? 0) - (one.at ?? 0))
  const wanted = page * PAGE_SIZE
  const until = [...context.mail.watches.values()].flatMap((watch) =>
    watch.addressId === id ? watch.until : [],
  )
  return ok({
    addressId: id,
    email,
    rows: rows.slice(0, wanted).map(listed),
    hasOlder: rows.length > wanted || inbox?.hasMore === true,
    readAt: inbox?.readAt ?? null,
    isReading: inbox?.reading != null,
    problem: inbox?.problem ?? null,
    watchedUntil: until.length === 0 ? null : Math.max(...until),
  })
}

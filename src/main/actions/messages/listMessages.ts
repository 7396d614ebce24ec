import type { Account } from '../../../shared/account'
import type { Address } from '../../../shared/address'
import type { AppError } from '../../../shared/errors'
import type { Inbox, ListedMessage } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { maskListed } from '../../rules/maskedMessage'
import { turn } from '../../rules/turn'
import type { KeptHead } from '../../store/rows'
import { type Context, findAccount } from '../context'
import { type HeldMessage, type ListedKept, type Mail, PAGE_SIZE } from './mail'
import { isMasking } from './masking'
import { understandKept } from './understandMessage'

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
  newAt,
  code,
  link,
  attachments,
  isKept,
  isMasked,
}: ListedMessage): ListedMessage => ({
  ...{ id, from, fromName, subject, start, at, newAt, code, link, attachments, isKept, isMasked },
})

/** So many kept messages are remembered as lists show them. */
const MOST_KNOWN = 2_000

/** A kept message as lists show it; null where it is kept no more. */
async function listKept(
  { store, mail }: Pick<Context, 'store' | 'mail'>,
  { id, keptAt }: KeptHead,
): Promise<Result<ListedMessage | null, AppError>> {
  const known = mail.kept.get(id)
  if (known?.keptAt === keptAt) return ok(known.listed)
  const kept = await store.read('messages.get', id)
  if (!kept.ok || kept.value === null) return kept.ok ? ok(null) : kept
  await turn()
  const row = listed(understandKept(kept.value))
  remember(mail, id, { keptAt: kept.value.keptAt, listed: row })
  return ok(row)
}

function remember({ kept }: Mail, id: string, row: ListedKept): void {
  kept.set(id, row)
  const [first] = kept.keys()
  if (kept.size > MOST_KNOWN && first !== undefined) kept.delete(first)
}

/**
 * Messages by when they came. Where the service does not say when, it is as long ago as of the one before in its order, which
 * is newest first; of a kept one that is only known to have been there when it was kept.
 */
function newestFirst(
  held: readonly HeldMessage[],
  kept: readonly KeptHead[],
): readonly (HeldMessage | KeptHead)[] {
  let before = held.find(({ at }) => at !== null)?.at ?? Number.MAX_SAFE_INTEGER
  const dated: { readonly one: HeldMessage | KeptHead; readonly by: number }[] = []
  for (const one of held) {
    before = one.at ?? before
    dated.push({ one, by: before })
  }
  for (const one of kept) dated.push({ one, by: one.at ?? one.keptAt })
  return dated.sort((one, other) => other.by - one.by).map(({ one }) => one)
}

/** What the service told of none of these: not that there is none of it. */
const untoldOf = (held: readonly HeldMessage[]): Inbox['untold'] =>
  held.length === 0
    ? []
    : [
        ...(held.some(({ isTextTold }) => isTextTold) ? [] : (['text'] as const)),
        ...(held.some(({ at }) => at !== null) ? [] : (['date'] as const)),
      ]

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
  const masking = await isMasking(context)
  if (!masking.ok) return masking
  const inbox = context.mail.inboxes.get(id)
  const isKept = new Set(kept.value.map((row) => row.id))
  const held = [...(inbox?.messages.values() ?? [])].map((one) => ({ ...one, isKept: isKept.has(one.id) }))
  const others = kept.value.filter((row) => inbox?.messages.has(row.id) !== true)
  const all = newestFirst(held, others)
  const wanted = page * PAGE_SIZE
  const rows: ListedMessage[] = []
  for (const one of all.slice(0, wanted)) {
    const row = 'sizes' in one ? ok(listed(one)) : await listKept(context, one)
    if (!row.ok) return row
    if (row.value !== null) rows.push(row.value)
  }
  const until = [...context.mail.watches.values()].flatMap((watch) =>
    watch.addressId === id ? watch.until : [],
  )
  return ok({
    addressId: id,
    email,
    rows: masking.value ? rows.map(maskListed) : rows,
    untold: untoldOf(held),
    hasOlder: all.length > wanted || inbox?.hasMore === true,
    readAt: inbox?.readAt ?? null,
    isReading: inbox?.reading != null,
    problem: inbox?.problem ?? null,
    watchedUntil: until.length === 0 ? null : Math.max(...until),
  })
}

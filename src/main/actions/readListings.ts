import type { AppError } from '../../shared/errors'
import type { Listing } from '../../shared/listing'
import { ok, type Result } from '../../shared/result'
import { budgetOf } from '../rules/plans'
import type { AccountRow } from '../store/rows'
import { limiterKey } from '../upstream/limiterKey'
import type { Context } from './context'
import { PAGE_SIZE } from './readPages'

/** How old each account's list is, why it is not newer, and what reading all of it would cost. */
export async function readListings(context: Context): Promise<Result<Listing[], AppError>> {
  const accounts = await context.store.read('accounts.list')
  if (!accounts.ok) return accounts
  const listings: Listing[] = []
  for (const account of accounts.value) {
    const listing = await readListing(context, account)
    if (!listing.ok) return listing
    listings.push(listing.value)
  }
  return ok(listings)
}

async function readListing(context: Context, account: AccountRow): Promise<Result<Listing, AppError>> {
  const kept = await context.store.read('listings.get', account.id)
  if (!kept.ok) return kept
  const known = await context.store.read('addresses.countCreatedSince', { accountId: account.id, since: 0 })
  if (!known.ok) return known
  const { used, limit } = await context.limiter.usage(limiterKey(account), budgetOf(account))
  const { at, wholeAt, problem, doubt, othersGeneration } = kept.value
  const isInDoubt = doubt?.keyGeneration === account.keyGeneration
  return ok({
    accountId: account.id,
    accountName: account.name,
    canList: account.canList,
    isReading: context.listings.has(account.id),
    at,
    wholeAt,
    problem,
    doubt: isInDoubt ? { listed: doubt.listed, known: doubt.known } : null,
    isOtherUser: othersGeneration === account.keyGeneration,
    // The page behind the last one shows that it was the last.
    cost: Math.ceil(known.value / PAGE_SIZE) + 1,
    requestsLeft: Math.max(0, limit - used),
  })
}

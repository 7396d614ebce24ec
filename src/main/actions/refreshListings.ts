import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import type { ListingReport } from '../../shared/listing'
import { err, ok, type Result } from '../../shared/result'
import { isListingDue } from '../rules/listingAge'
import { type Context, findAccount } from './context'
import { type ListingWish, takeOverListing } from './takeOverListing'

/** The reading of one account's list that is under way. */
export interface ListingState {
  readonly isWhole: boolean
  readonly report: Promise<Result<ListingReport, AppError>>
  /** Mailroom is ending: what comes now is not taken over any more. */
  isStopped: boolean
}

/**
 * Reads the newest pages of the services' lists until nothing is new, at most five, or all of them, because the user
 * asked for it. Answers what each reading brought; an error where none came to its end.
 */
export async function refreshListings(
  context: Context,
  wish: { readonly accountId?: string | undefined; readonly isWhole: boolean },
): Promise<Result<ListingReport[], AppError>> {
  const accounts = await accountsOf(context, wish.accountId)
  if (!accounts.ok) return accounts
  const how = { isWhole: wish.isWhole, isAsked: true }
  const readings = await Promise.all(accounts.value.map((account) => refresh(context, account, how)))
  const reports = readings.flatMap((reading) => (reading.ok ? [reading.value] : []))
  const failed = readings.find((reading) => !reading.ok)
  return failed !== undefined && reports.length === 0 ? failed : ok(reports)
}

/** Reads, unasked, the lists that are older than `freshForMs`, and takes no part of the hour's last requests. */
export async function refreshStale(context: Context, freshForMs: number): Promise<void> {
  if (context.line.isClosed) return
  const accounts = await accountsOf(context, undefined)
  if (!accounts.ok || context.line.isClosed) return
  await Promise.all(
    accounts.value.map(async (account) => {
      const before = await context.store.read('listings.get', account.id)
      if (!before.ok || context.line.isClosed) return
      if (!isListingDue(account, before.value, { now: context.clock.now(), freshForMs })) return
      await refresh(context, account, { isWhole: false, isAsked: false })
    }),
  )
}

/**
 * Reads, unasked, the list of an account that could not be read, or was not there, where it was asked for before. Answers
 * when that has begun.
 */
export async function refreshRepaired(context: Context, accountId: string): Promise<Result<void, AppError>> {
  const [account, before] = await Promise.all([
    findAccount(context, accountId),
    context.store.read('listings.get', accountId),
  ])
  if (!account.ok) return account
  if (!before.ok) return before
  const { at, triedAt, problem, doubt } = before.value
  const wasNotThere = triedAt !== null && triedAt !== at && doubt === null
  if (problem === null && !wasNotThere) return ok(undefined)
  const asNever = { ...before.value, at: null, triedAt: null }
  if (!isListingDue(account.value, asNever, { now: context.clock.now(), freshForMs: 0 })) return ok(undefined)
  void refresh(context, account.value, { isWhole: false, isAsked: false })
  return ok(undefined)
}

/** The user says whether a list in doubt is the account's: then it is read again and taken over. */
export async function decideListing(
  context: Context,
  { accountId, isSameUser }: { readonly accountId: string; readonly isSameUser: boolean },
): Promise<Result<void, AppError>> {
  const account = await findAccount(context, accountId)
  if (!account.ok) return account
  const { keyGeneration } = account.value
  const patch = isSameUser
    ? { doubt: null, takenGeneration: keyGeneration, othersGeneration: null }
    : { doubt: null, othersGeneration: keyGeneration }
  const kept = await context.store.write('listings.update', { accountId, patch })
  if (!kept.ok) return kept
  if (!isSameUser) return ok(undefined)
  const read = await refresh(context, account.value, { isWhole: false, isAsked: true })
  return read.ok ? ok(undefined) : read
}

/** Mailroom is ending. A reading that is under way is not waited for, and keeps nothing more. */
export function stopListings(context: Context): void {
  for (const listing of context.listings.values()) listing.isStopped = true
}

/** The accounts that have a list as far as is known; one that is named may have got one since. */
async function accountsOf(
  context: Context,
  accountId: string | undefined,
): Promise<Result<Account[], AppError>> {
  if (accountId === undefined) {
    const accounts = await context.store.read('accounts.list')
    return accounts.ok ? ok(accounts.value.filter(({ canList }) => canList !== false)) : accounts
  }
  const account = await findAccount(context, accountId)
  return account.ok ? ok([account.value]) : account
}

type How = Pick<ListingWish, 'isWhole' | 'isAsked'>

/** One reading of an account's list at a time: whoever comes later gets what the one under way brings. */
function refresh(context: Context, account: Account, how: How): Promise<Result<ListingReport, AppError>> {
  const before = context.listings.get(account.id)
  if (context.line.isClosed || before?.isStopped) return Promise.resolve(err({ kind: 'interrupted' }))
  if (before !== undefined && (before.isWhole || !how.isWhole)) return before.report
  if (before !== undefined) return before.report.then(() => refresh(context, account, how))
  const report = takeOverListing(context, account, {
    ...how,
    isStopped: () => listing.isStopped,
  }).finally(() => {
    context.listings.delete(account.id)
    context.tellChanged(['listings'])
  })
  const listing: ListingState = { isWhole: how.isWhole, isStopped: false, report }
  context.listings.set(account.id, listing)
  context.tellChanged(['listings'])
  return report
}

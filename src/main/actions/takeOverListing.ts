import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import type { ListingReport } from '../../shared/listing'
import { err, ok, type Result } from '../../shared/result'
import { FIRST_GENERATION } from '../secrets/keys'
import type { KeptListing } from '../store/listings'
import type { ListedAddress } from '../upstream/likedo/answers'
import type { Pace } from './askService'
import { type Context, findAccount } from './context'
import { type PagesRead, readPages } from './readPages'

/** So many pages are read where not the whole list is wanted. */
const MOST_PAGES = 5
/** A server that never comes to an end is left after a million addresses. */
const MOST_WHOLE_PAGES = 10_000
/** So many of the newest addresses known before a new key tell whether it is the same user's. */
const TELLING = 20

/** Requests of the hour that a reading nobody asked for leaves to others, and of the minute that any reading leaves. */
const SPARED_HOUR = 20
const SPARED_MINUTE = 10

export interface ListingWish {
  /** All of it, and not only what is new. */
  readonly isWhole: boolean
  /** Somebody waits for it. */
  readonly isAsked: boolean
  readonly isStopped: () => boolean
}

/**
 * Reads an account's list and takes over what is new and what settles an unconfirmed row; what is ours, notes and
 * labels, stays. What came of it is kept. After its key was replaced, a list that shows none of the newest addresses
 * known here may be another user's: nothing is taken over, and the listing is in doubt until its user decides.
 */
export async function takeOverListing(
  context: Context,
  account: Account,
  wish: ListingWish,
): Promise<Result<ListingReport, AppError>> {
  const before = await context.store.read('listings.get', account.id)
  if (!before.ok) return before
  const reading = await startReading(context, account, wish, before.value)
  if (!reading.ok) return reading
  const read = await readPages(context, {
    account,
    pace: paceOf(wish),
    mostPages: wish.isWhole ? MOST_WHOLE_PAGES : MOST_PAGES,
    isStopped: wish.isStopped,
    take: reading.value.take,
  })
  if (wish.isStopped()) return err({ kind: 'interrupted' })
  const patch = read.ok
    ? outcomeOf(context, account, before.value, read.value, reading.value)
    : { triedAt: context.clock.now(), problem: read.error }
  const kept = await context.store.write('listings.update', { accountId: account.id, patch })
  if (!read.ok) return read
  if (!kept.ok) return kept
  const { added, settled } = reading.value.counted
  return ok({ accountId: account.id, added, settled, pages: read.value.pages, isWhole: read.value.isWhole })
}

const paceOf = ({ isAsked, isWhole }: ListingWish): Pace => ({
  priority: isAsked ? 'click' : 'background',
  // A long list needs more than the minute grants; whoever pressed for a short one waits for it.
  waitMs: isAsked && !isWhole ? 10_000 : 65_000,
  isOverBudgetAllowed: false,
  spared: { perHour: isAsked ? 0 : SPARED_HOUR, perMinute: SPARED_MINUTE },
})

/** One reading of one list, from its first page on. */
interface Reading {
  readonly counted: { added: number; settled: number }
  /** Addresses of a list that may be another user's; null where it is taken over. */
  doubtful(): { readonly listed: number; readonly known: number } | null
  take(page: readonly ListedAddress[]): Promise<Result<'go-on' | 'enough', AppError>>
}

async function startReading(
  context: Context,
  account: Account,
  wish: ListingWish,
  before: KeptListing,
): Promise<Result<Reading, AppError>> {
  const telling = await readTelling(context, account, before)
  if (!telling.ok) return telling
  const counted = { added: 0, settled: 0 }
  let isTrusted = telling.value.size === 0
  let waiting: (readonly ListedAddress[])[] = []

  const takeOver = async (page: readonly ListedAddress[]): Promise<Result<boolean, AppError>> => {
    const merged = await mergePage(context, account, page)
    if (!merged.ok) return merged
    counted.added += merged.value.added
    counted.settled += merged.value.settled
    return ok(merged.value.fresh > 0)
  }

  return ok({
    counted,
    doubtful: () => (isTrusted ? null : { listed: waiting.flat().length, known: telling.value.size }),
    async take(page) {
      waiting.push(page)
      isTrusted ||= page.some(({ email }) => telling.value.has(email))
      if (!isTrusted) return ok(waiting.length < MOST_PAGES ? 'go-on' : 'enough')
      let isNew = false
      for (const trusted of waiting) {
        const taken = await takeOver(trusted)
        if (!taken.ok) return taken
        isNew ||= taken.value
        if (wish.isStopped()) return err({ kind: 'interrupted' })
      }
      waiting = []
      return ok(isNew || wish.isWhole ? 'go-on' : 'enough')
    },
  })
}

/** Known addresses of which a list of the same user shows at least one; empty where the key is the one as before. */
async function readTelling(
  context: Context,
  account: Account,
  { takenGeneration }: KeptListing,
): Promise<Result<ReadonlySet<string>, AppError>> {
  if ((takenGeneration ?? FIRST_GENERATION) >= account.keyGeneration) return ok(new Set())
  const newest = await context.store.read('addresses.newest', {
    accountId: account.id,
    olderThanKey: account.keyGeneration,
    limit: TELLING,
  })
  return newest.ok ? ok(new Set(newest.value.map((email) => email.toLowerCase()))) : newest
}

async function mergePage(
  context: Context,
  account: Account,
  page: readonly ListedAddress[],
): Promise<Result<{ added: number; settled: number; fresh: number }, AppError>> {
  const now = await findAccount(context, account.id)
  if (!now.ok) return now
  // What another key shows is not this list.
  if (now.value.keyGeneration !== account.keyGeneration) return err({ kind: 'key-replaced' })
  const unsettled = await context.store.read('journal.unsettled', { accountId: account.id })
  if (!unsettled.ok) return unsettled
  const merged = await context.store.write('addresses.mergeListed', {
    accountId: account.id,
    at: context.clock.now(),
    rows: page.map(({ id, ...listed }) => ({ ...listed, serviceId: id })),
  })
  if (merged.ok && merged.value.settled > 0) {
    for (const { id, state } of unsettled.value) if (state === 'unconfirmed') await tellSettled(context, id)
  }
  return merged
}

/** An ending that was long waited for is told, as one that was found by asking for it is. */
async function tellSettled(context: Context, id: string): Promise<void> {
  const row = await context.store.read('journal.get', id)
  if (!row.ok || row.value?.state !== 'done') return
  const { email, accountId, evidence } = row.value
  if (email === null || accountId === null || evidence !== 'list') return
  context.announce(ok({ id, email, accountId, state: 'created', isCopied: false, notCopied: 'not-asked' }))
}

function outcomeOf(
  context: Context,
  account: Account,
  before: KeptListing,
  read: PagesRead,
  reading: Reading,
): Partial<KeptListing> {
  const now = context.clock.now()
  const { keyGeneration } = account
  if (!read.canList) return { triedAt: now, problem: null }
  const doubt = reading.doubtful()
  if (doubt !== null) return { triedAt: now, problem: null, doubt: { ...doubt, keyGeneration } }
  return {
    at: now,
    wholeAt: read.isWhole ? now : before.wholeAt,
    triedAt: now,
    problem: null,
    doubt: null,
    takenGeneration: keyGeneration,
    othersGeneration: null,
  }
}

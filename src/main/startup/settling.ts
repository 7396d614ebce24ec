import { readAttention } from '../actions/activity/readAttention'
import type { Context } from '../actions/context'
import { type Looks, lookIntoRows } from '../actions/jobs/lookIntoRows'
import { isAskable } from '../sync/runs'

/** How often it is looked whether something is due, in milliseconds. */
const TICK_MS = 20_000
/** When so many rows were looked at is remembered, so that none is looked at too often. */
const MOST_REMEMBERED = 20_000
/** A fleet that is being read changes many times a second, in milliseconds. */
const LISTED_AFTER_MS = 2_000

/** Finds out by itself what became of writes. */
export interface Settling {
  /** A window is shown. Until the first time nothing is asked, neither a service nor the keychain. */
  look(): void
}

/**
 * Looks time and again what became of writes at Litemail that nobody knows of, or that were accepted: first in the lists that
 * are read anyway, then by few reads of its own, the older a write the more seldom. With a JWT only while a window is shown.
 */
export function createSettling(
  context: Context,
  { isShown, onFault }: { readonly isShown: () => boolean; readonly onFault: (cause: unknown) => void },
): Settling {
  const { store, clock, fleetRuns } = context
  const looks: Looks = new Map()
  let isBegun = false
  let isWaiting = false
  let waiting = -1
  let after = 0

  async function readOnce(): Promise<void> {
    const rows = await store.read('jobs.doubtful', { now: clock.now(), after })
    const accounts = await store.read('litemail.accounts')
    if (!rows.ok || !accounts.ok) return
    // The others are for the next time; behind the last one it begins anew.
    after = rows.value.at(-1)?.place ?? 0
    if (looks.size > MOST_REMEMBERED) looks.clear()
    for (const account of accounts.value) {
      const mine = rows.value.filter(({ accountId }) => accountId === account.id)
      const isSpared = account.authentication === 'jwt' && !isShown()
      if (mine.length === 0 || isSpared || !isAskable(account)) continue
      await lookIntoRows(context, account, mine, looks, () => fleetRuns.isClosed)
    }
  }

  /** What waits for its user's eye grows by time alone. */
  async function tellWaiting(): Promise<void> {
    const attention = await readAttention(context)
    if (!attention.ok) return
    const { writes, jobs, addresses } = attention.value
    const count = writes + jobs + addresses
    if (waiting >= 0 && count !== waiting) context.tellChanged(['jobs', 'activity'])
    waiting = count
  }

  async function watch(): Promise<void> {
    while (!fleetRuns.isClosed) {
      await readOnce()
      await tellWaiting()
      await clock.sleep(TICK_MS)
    }
  }

  async function confirmListed(): Promise<void> {
    isWaiting = true
    await clock.sleep(LISTED_AFTER_MS)
    isWaiting = false
    let place: number | null = 0
    while (place !== null && !fleetRuns.isClosed) place = await confirmSome(place)
  }

  /** The place to go on behind; null: that was all. */
  async function confirmSome(after: number): Promise<number | null> {
    const listed = await store.write('jobs.confirmListed', { now: clock.now(), after })
    return listed.ok ? listed.value.next : null
  }

  store.onChanged((topics) => {
    const isRead = topics.some((topic) => topic === 'fleet' || topic === 'mailboxes' || topic === 'domains')
    if (isRead && !isWaiting) void confirmListed().catch(onFault)
  })
  return {
    look() {
      if (!isBegun) void watch().catch(onFault)
      isBegun = true
    },
  }
}

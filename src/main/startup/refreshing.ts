import type { Context } from '../actions/context'
import { refreshStale } from '../actions/refreshListings'
import { FRESH_AT_START_MS, FRESH_MS } from '../rules/listingAge'

/** The list of addresses is on the screen before anybody is asked whether it is complete. */
const AFTER_START_MS = 2_000

/** Keeps the lists of the services from growing old while somebody looks at them. */
export interface Refreshing {
  /**
   * The window is shown or has got the focus. Costs nothing unless a list is older than an hour, at the first time
   * five minutes. Never called by a hidden start, which asks neither the keychain nor a service.
   */
  look(): void
}

/** See `Refreshing`. An account that is connected, or gets another key, is looked at as well once a window was shown. */
export function createRefreshing(context: Context): Refreshing {
  let isStarted = false
  let isLooking = false
  let isWanted = false

  async function lookWhileWanted(freshForMs: number): Promise<void> {
    isLooking = true
    while (isWanted) {
      isWanted = false
      await refreshStale(context, freshForMs)
    }
    isLooking = false
  }

  async function start(): Promise<void> {
    isStarted = true
    isLooking = true
    await context.clock.sleep(AFTER_START_MS)
    await lookWhileWanted(FRESH_AT_START_MS)
  }

  const look = (): void => {
    isWanted = true
    if (!isStarted) void start()
    else if (!isLooking) void lookWhileWanted(FRESH_MS)
  }
  context.store.onChanged((topics) => {
    if (isStarted && topics.includes('accounts')) look()
  })
  return { look }
}

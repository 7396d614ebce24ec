import { randomUUID } from 'node:crypto'
import type { Loss } from '../../shared/health'
import type { LitemailAccount } from '../../shared/litemail/account'
import type { Context } from '../actions/context'
import { AFTER_LOGIN_MS } from '../rules/fleetAge'
import { createHealthChecking } from '../sync/health'

/** How often it is looked whether a check is due, in milliseconds. */
const TICK_MS = 60_000

export interface HealthWatchingParts {
  /** Somebody has a window before them. */
  readonly isShown: () => boolean
  /** Tells what is missing, once. */
  readonly tell: (losses: readonly Loss[]) => Promise<void>
}

/** Keeps what is known of the DNS of domains from growing old. */
export interface HealthWatching {
  /** A window is shown. Until the first time nothing is asked, neither a service nor the keychain. */
  look(): void
}

/**
 * Looks once a minute whether domains are due to be checked, from a minute after the first look on, behind everything else;
 * with a JWT only while a window is shown. What two checks found missing is told once, all of it together.
 */
export function createHealthWatching(
  context: Context,
  { isShown, tell }: HealthWatchingParts,
): HealthWatching {
  const { clock, store, fleetRuns } = context
  const checking = createHealthChecking(context)
  let isBegun = false
  const isAllowed = ({ authentication }: LitemailAccount): boolean => authentication !== 'jwt' || isShown()

  async function tellLosses(): Promise<void> {
    const losses = await store.write('dns.takeLosses', { id: randomUUID(), now: clock.now() })
    if (losses.ok && losses.value.length > 0) await tell(losses.value)
  }

  async function watch(): Promise<void> {
    await clock.sleep(AFTER_LOGIN_MS)
    while (!fleetRuns.isClosed) {
      await checking.run(isAllowed)
      if (fleetRuns.isClosed) return
      await tellLosses()
      await clock.sleep(TICK_MS)
    }
  }

  return {
    look() {
      if (!isBegun) void watch()
      isBegun = true
    },
  }
}

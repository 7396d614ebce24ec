import { randomUUID } from 'node:crypto'
import type { Loss } from '../../shared/health'
import type { LitemailAccount } from '../../shared/litemail/account'
import type { Context } from '../actions/context'
import { createHealthChecking } from '../sync/health'

/** How often it is looked whether a check is due, in milliseconds. */
const TICK_MS = 60_000
/** More often for a minute after the start, and after an account came: its domains are being read. */
const EARLY_TICK_MS = 5_000

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
 * Looks once a minute whether domains are due to be checked, behind everything else; with a JWT only while a window is shown.
 * What was found missing twice is told once, all of it together.
 */
export function createHealthWatching(
  context: Context,
  { isShown, tell }: HealthWatchingParts,
): HealthWatching {
  const { clock, store, fleetRuns } = context
  const checking = createHealthChecking(context)
  let isBegun = false
  let early = 0
  let wake = () => {}
  const isAllowed = ({ authentication }: LitemailAccount): boolean => authentication !== 'jwt' || isShown()

  async function tellLosses(): Promise<void> {
    const losses = await store.write('dns.takeLosses', { id: randomUUID(), now: clock.now() })
    if (losses.ok && losses.value.length > 0) await tell(losses.value)
  }

  const rest = (ms: number): Promise<void> => {
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    return Promise.race([clock.sleep(ms), woken])
  }

  async function watch(): Promise<void> {
    early = clock.monotonic() + TICK_MS
    while (!fleetRuns.isClosed) {
      const isEarly = clock.monotonic() < early
      await rest(isEarly ? EARLY_TICK_MS : TICK_MS)
      if (fleetRuns.isClosed) return
      await checking.run(isAllowed)
      await tellLosses()
    }
  }

  store.onChanged((topics) => {
    if (!isBegun || !topics.includes('litemail')) return
    const isEarly = clock.monotonic() < early
    early = clock.monotonic() + TICK_MS
    if (!isEarly) wake()
  })
  return {
    look() {
      if (!isBegun) void watch()
      isBegun = true
    },
  }
}

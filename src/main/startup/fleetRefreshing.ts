import type { AppError } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import type { Context } from '../actions/context'
import type { FleetRunReport } from '../actions/fleet/reading'
import {
  AFTER_LOGIN_MS,
  AFTER_WAKING_MS,
  HIDDEN_COUNTS_MS,
  HIDDEN_LISTS_MS,
  isDue,
  isOlder,
  LOOKED_AT_MS,
  retryAfter,
} from '../rules/fleetAge'
import { createWrittenReading } from '../sync/readWritten'
import { beginReading, isAskable } from '../sync/runs'

/** The window is on the screen before anybody is asked anything, in milliseconds. */
const AFTER_START_MS = 2_000
/** How often it is looked whether something is due that nobody looks at, in milliseconds. */
const TICK_MS = 60_000
const DAY_MS = 86_400_000

/** Keeps the fleet from growing old. */
export interface FleetRefreshing {
  /** The window is shown or has got the focus. Until the first time nothing is asked, neither a service nor the keychain. */
  look(): void
  /** Some server is reached again, or no longer. */
  reach(): void
  /** The computer has slept. */
  wake(): void
}

/** What is remembered of an account while Mailroom runs. Moments are epoch milliseconds. */
interface Standing {
  keyGeneration: number
  isAskable: boolean
  /** When its lists were last tried to their end, and its counts. */
  readAt: number | null
  countedAt: number | null
  problem: AppError | null
  isPaused: boolean
  /** How often in turn it was looked whether a pause is over. */
  retries: number
  isRetrying: boolean
}

const newStanding = ({ keyGeneration }: LitemailAccount): Standing => ({
  keyGeneration,
  isAskable: false,
  readAt: null,
  countedAt: null,
  problem: null,
  isPaused: false,
  retries: 0,
  isRetrying: false,
})

/** Whether it is read only while somebody looks: its token may end within minutes, and nobody is to find it used up. */
const isSpared = ({ authentication }: LitemailAccount): boolean => authentication === 'jwt'

/**
 * Reads the fleet at the start once a window was shown, at a look when it is older than ten minutes, when an account comes
 * or gets another key, and when a server is reached again. Unseen: the wallet and counts every half an hour, lists every six
 * hours, not within a minute of the start, and never with a JWT.
 */
export function createFleetRefreshing(
  context: Context,
  { isShown }: { readonly isShown: () => boolean },
): FleetRefreshing {
  const { clock, store, fleetRuns } = context
  const standings = new Map<string, Standing>()
  const startedAt = clock.monotonic()
  let isBegun = false
  let isReady = false
  let sweptAt: number | null = null
  const pace = () => (isShown() ? 'window' : 'hidden')

  /** All accounts with what is known of them; those that are gone are stopped. */
  async function meet(): Promise<{ account: LitemailAccount; standing: Standing }[]> {
    const accounts = await store.read('litemail.accounts')
    if (!accounts.ok) return []
    for (const [id, run] of fleetRuns.byAccount) {
      if (!accounts.value.some((account) => account.id === id)) run.stop()
    }
    return accounts.value.map((account) => {
      const standing = standings.get(account.id) ?? newStanding(account)
      standings.set(account.id, standing)
      return { account, standing }
    })
  }

  async function begin(
    account: LitemailAccount,
    what: Exclude<FleetRunReport['what'], 'written'>,
  ): Promise<void> {
    if (isAskable(account)) await beginReading(context, account, { what, pace })
  }

  /** Reads what is older than `ms`, and goes on with what was paused. */
  async function refresh(ms: number): Promise<void> {
    for (const { account, standing } of await meet()) {
      if (isDue(standing, ms, clock.now())) await begin(account, 'lists')
      else if (standing.isPaused) await begin(account, 'rest')
    }
  }

  /** An account that is new, got another key, or whose key is good again is read at once. */
  async function follow(): Promise<void> {
    // Who comes earlier is met as new once it is time.
    if (!isReady) return
    for (const { account, standing } of await meet()) {
      const isNew = !standing.isAskable || standing.keyGeneration !== account.keyGeneration
      standing.isAskable = isAskable(account)
      standing.keyGeneration = account.keyGeneration
      if (isNew && standing.isAskable) await begin(account, 'lists')
    }
  }

  async function start(): Promise<void> {
    await clock.sleep(AFTER_START_MS)
    isReady = true
    await follow()
  }

  async function retry(accountId: string, standing: Standing): Promise<void> {
    if (standing.isRetrying) return
    standing.isRetrying = true
    await clock.sleep(retryAfter(standing.retries))
    standing.isRetrying = false
    standing.retries += 1
    if (standing.isPaused && isShown()) await resume([accountId])
  }

  async function resume(accountIds: readonly string[]): Promise<void> {
    for (const { account, standing } of await meet()) {
      if (!standing.isPaused || !accountIds.includes(account.id)) continue
      if (isShown() || !isSpared(account)) await begin(account, 'rest')
    }
  }

  async function readUnseen(): Promise<void> {
    for (const { account, standing } of await meet()) {
      if (isSpared(account)) continue
      const now = clock.now()
      if (isDue(standing, HIDDEN_LISTS_MS, now)) await begin(account, 'lists')
      else if (isOlder(standing.countedAt, HIDDEN_COUNTS_MS, now)) await begin(account, 'counts')
    }
  }

  /** What is gone for 30 days is forgotten, once a day. */
  async function sweep(): Promise<void> {
    sweptAt = clock.now()
    const until = await store.write('fleet.believeClock', sweptAt)
    if (!until.ok) return
    for (;;) {
      const swept = await store.write('fleet.sweep', until.value)
      if (!swept.ok || swept.value === 0 || fleetRuns.isClosed) return
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      await clock.sleep(TICK_MS)
      if (fleetRuns.isClosed) return
      if (isOlder(sweptAt, DAY_MS, clock.now())) await sweep()
      if (isReady && clock.monotonic() - startedAt >= AFTER_LOGIN_MS) await readUnseen()
    }
  }

  fleetRuns.onEnd = ({ accountId, what, end, problem }) => {
    const standing = standings.get(accountId)
    if (standing === undefined || end === 'stopped') return
    const at = clock.now()
    // What only was counted says nothing of the lists, and few lists nothing of the others.
    if (what !== 'written') standing.countedAt = at
    if (what === 'counts' || (what === 'written' && end !== 'paused')) return
    // What was left over makes the others no newer.
    if (what === 'lists') standing.readAt = at
    standing.problem = problem
    standing.isPaused = end === 'paused'
    if (standing.isPaused) void retry(accountId, standing)
    else standing.retries = 0
  }
  const readWritten = createWrittenReading(context)
  context.jobs.onEnd = (job) => void readWritten(job).catch(fleetRuns.onFault)
  store.onChanged((topics) => {
    if (topics.includes('litemail')) void follow()
  })
  void watch()
  return {
    look() {
      if (isReady) void refresh(LOOKED_AT_MS)
      else if (!isBegun) void start()
      isBegun = true
    },
    reach() {
      const paused = [...standings].filter(([, { isPaused }]) => isPaused).map(([id]) => id)
      if (paused.length > 0) void resumeReached(paused)
    },
    wake() {
      if (isReady) void clock.sleep(AFTER_WAKING_MS).then(() => (isShown() ? refresh(LOOKED_AT_MS) : rouse()))
    },
  }

  async function resumeReached(accountIds: readonly string[]): Promise<void> {
    const accounts = await store.read('litemail.accounts')
    if (!accounts.ok) return
    const reached = accounts.value.filter(
      ({ id, origin }) => accountIds.includes(id) && context.isReached(origin),
    )
    await resume(reached.map(({ id }) => id))
  }

  /** What was due while the computer slept is read; counts in any case. */
  async function rouse(): Promise<void> {
    for (const standing of standings.values()) standing.countedAt = null
    await readUnseen()
  }
}

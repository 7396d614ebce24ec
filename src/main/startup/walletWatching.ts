import type { LowWallet } from '../../shared/billing'
import type { Context } from '../actions/context'

/** A fleet that is being read changes many times a second: it is looked no sooner than so long after, in milliseconds. */
const LOOK_AFTER_MS = 10_000

/**
 * Looks, whenever something of the fleet was read, whether a wallet holds what renews soon, and has each that does not told
 * of once a day; what nobody was told is told the next time. `tell` answers whether it was told. Asks no service: the wallet
 * is read every half an hour anyway.
 */
export function watchWallets(
  { clock, store, fleetRuns }: Pick<Context, 'clock' | 'store' | 'fleetRuns'>,
  tell: (wallets: readonly LowWallet[]) => Promise<boolean>,
): void {
  let isWaiting = false

  async function look(): Promise<void> {
    isWaiting = true
    await clock.sleep(LOOK_AFTER_MS)
    isWaiting = false
    if (fleetRuns.isClosed) return
    const low = await store.read('wallets.low', clock.now())
    if (!low.ok || low.value.length === 0 || !(await tell(low.value))) return
    const accountIds = low.value.map(({ accountId }) => accountId)
    await store.write('wallets.markTold', { accountIds, at: clock.now() })
  }

  store.onChanged((topics) => {
    if (topics.includes('fleet') && !isWaiting) void look()
  })
}

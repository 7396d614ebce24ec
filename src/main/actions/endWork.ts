import type { Context } from './context'
import { stopListings } from './refreshListings'
import { abandonBatches } from './runBatch'

/** What is being read of fleets keeps its place; what it is writing down now is waited for. */
function stopFleet({ fleetRuns }: Context): void {
  fleetRuns.isClosed = true
  for (const run of fleetRuns.byAccount.values()) run.stop()
}

/**
 * For the end of Mailroom: waits for what is under way at a service. No press in line begins any more, no batch goes on,
 * and a list that is being read is not taken over; what was written down and not sent waits for its user.
 */
export async function endWork(context: Context): Promise<void> {
  context.line.close()
  abandonBatches(context)
  stopListings(context)
  stopFleet(context)
  await Promise.allSettled([...context.underWay.values(), ...context.settling.values()])
  await context.limiter.flush()
}

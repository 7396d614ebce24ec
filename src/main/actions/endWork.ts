import type { Context } from './context'
import { stopListings } from './refreshListings'
import { abandonBatches } from './runBatch'

/**
 * For the end of Mailroom: waits for what is under way at a service. No press in line begins any more, no batch goes on,
 * and a list that is being read is not taken over; what was written down and not sent waits for its user.
 */
export async function endWork(context: Context): Promise<void> {
  context.line.close()
  abandonBatches(context)
  stopListings(context)
  await Promise.allSettled([...context.underWay.values(), ...context.settling.values()])
  await context.limiter.flush()
}

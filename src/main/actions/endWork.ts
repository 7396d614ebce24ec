import type { Context } from './context'
import { stopListings } from './refreshListings'
import { abandonBatches } from './runBatch'

/** What is being read of fleets keeps its place. Answers what is still being written down. */
function stopFleet({ fleetRuns }: Context): readonly Promise<unknown>[] {
  fleetRuns.isClosed = true
  const runs = [...fleetRuns.byAccount.values()]
  for (const run of runs) run.stop()
  return runs.map(({ ended }) => ended)
}

/** What is on its way comes to its end; the rest of each job waits for its user. */
function stopJobs({ jobs }: Context): readonly Promise<unknown>[] {
  const running = [...jobs.running.values()]
  for (const job of running) job.stop()
  return running.map(({ ended }) => ended)
}

/** Nothing of a file with credentials that is not whole may stay. */
function stopCredentialExports({ credentialExports }: Context): readonly Promise<unknown>[] {
  const exports = [...credentialExports.values()]
  for (const { cancel } of exports) cancel()
  return exports.map(({ ended }) => ended)
}

/**
 * For the end of Mailroom: waits for what is under way at a service. No press in line begins any more, no batch goes on,
 * and a list that is being read is not taken over; what was written down and not sent waits for its user.
 */
export async function endWork(context: Context): Promise<void> {
  context.line.close()
  abandonBatches(context)
  stopListings(context)
  const readings = stopFleet(context)
  const jobs = stopJobs(context)
  const exports = stopCredentialExports(context)
  await Promise.allSettled([
    ...context.underWay.values(),
    ...context.settling.values(),
    ...readings,
    ...jobs,
    ...exports,
  ])
  await context.limiter.flush()
}

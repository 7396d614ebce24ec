import type { AppError } from '../../../shared/errors'
import type { Job, JobRest } from '../../../shared/job'
import type { Context } from '../context'

/**
 * What is left of a job when nothing more of it is sent just now: nothing where its user gave it up, whatever came back
 * meanwhile; else it rests, and says why.
 */
export async function leaveJob(
  context: Context,
  id: string,
  rest: JobRest | null,
  { isGivenUp, isPaused }: { isGivenUp: boolean; isPaused: boolean },
): Promise<void> {
  const { store, clock, jobs, line } = context
  if (isGivenUp) {
    const dropped = await store.write('jobs.dropWaiting', { id, at: clock.now() })
    jobs.secrets.delete(id)
    if (!dropped.ok) return keepRest(context, id, rest ?? { why: 'problem', problem: dropped.error })
    // That it took what it did not name is said in any case.
    return rest?.problem != null && isOfOthers(rest.problem) ? keepRest(context, id, rest) : undefined
  }
  if (rest !== null) return keepRest(context, id, rest)
  // At the end of Mailroom the next start says that.
  if (!isPaused || line.isClosed) return
  const paused = await store.write('jobs.pause', id)
  if (!paused.ok) jobs.unwritten.set(id, { why: 'user', problem: null })
}

const ofOthers: ReadonlySet<string> = new Set(['others-changed', 'others-unknown'])
const isOfOthers = ({ kind }: AppError): boolean => ofOthers.has(kind)

/** Where that cannot be written down it is known until Mailroom ends; the next start rests what is left anyway. */
async function keepRest({ store, jobs }: Context, id: string, rest: JobRest): Promise<void> {
  const written = await store.write('jobs.rest', { id, rest })
  if (!written.ok) jobs.unwritten.set(id, rest)
}

/** A job as it stands, with why it rests also where that could not be written down. */
export const asItRests = ({ jobs }: Context, job: Job): Job => ({
  ...job,
  rest: job.rest ?? jobs.unwritten.get(job.id) ?? null,
})

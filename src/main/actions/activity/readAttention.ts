import type { Attention } from '../../../shared/activity'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** What waits for its user's eye: jobs, too, of which it could not be written down that they rest. */
export async function readAttention({ store, clock, jobs }: Context): Promise<Result<Attention, AppError>> {
  const attention = await store.read('activity.attention', clock.now())
  return attention.ok
    ? ok({ ...attention.value, jobs: attention.value.jobs + jobs.unwritten.size })
    : attention
}

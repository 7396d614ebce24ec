import type { Method, Output } from '../../shared/contract'
import type { jobMethods } from '../../shared/contract/jobs'
import type { AppError } from '../../shared/errors'
import type { Job } from '../../shared/job'
import { isWritingId } from '../../shared/litemail/writing'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { findJobAnswer } from '../actions/jobs/jobAnswer'
import { asItRests } from '../actions/jobs/leaveJob'
import { planOperation } from '../actions/jobs/planOperation'
import { reportJob } from '../actions/jobs/reportJob'
import { retryJob } from '../actions/jobs/retryJob'
import { runPlan } from '../actions/jobs/runPlan'
import { settleRow } from '../actions/jobs/settleRow'
import { continueJob, dropPlan, isSecretGone, pauseJob, stopJob, vouchJob } from '../actions/jobs/steerJob'
import { nothing, present } from './answers'
import type { Handlers } from './dispatch'

/** One line a method of `contract/jobs.ts`. */
export function createJobsHandlers(
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof jobMethods>> {
  const { store, clock } = context
  const shown = async (job: Job): Promise<Result<Output<'jobs.get'>, AppError>> => {
    const counts = await store.read('jobs.counts', job.id)
    if (!counts.ok) return counts
    return ok({
      ...{ job: asItRests(context, job), counts: counts.value },
      isRunning: context.jobs.running.has(job.id),
      isSecretGone: isSecretGone(context, job),
    })
  }
  return {
    'operations.plan': (wish) => planOperation(context, wish),
    'operations.run': ({ planId }) => runPlan(context, planId),
    'operations.unlock': async (about) => {
      if (!isWritingId(about.operation)) return err({ kind: 'not-found', what: 'operation' })
      return nothing(await store.write('operations.unlock', { ...about, at: clock.now() }))
    },
    'operations.dropPlan': async ({ planId }) => nothing(await dropPlan(context, planId)),
    'operations.settle': ({ rowId, verdict }) => settleRow(context, rowId, verdict),

    'jobs.open': async () => {
      const jobs = await store.read('jobs.open')
      if (!jobs.ok) return jobs
      const open = []
      for (const job of jobs.value) {
        const one = await shown(job)
        if (!one.ok) return one
        open.push(one.value)
      }
      return ok(open)
    },
    'jobs.get': async ({ id }) => {
      const job = present(await store.read('jobs.get', id), 'job')
      return job.ok ? shown(job.value) : job
    },
    'jobs.answer': ({ id }) => findJobAnswer(context, id),
    'jobs.rows': ({ id, ...page }) => store.read('jobs.rows', { jobId: id, ...page }),
    'jobs.pause': async ({ id }) => nothing(await pauseJob(context, id)),
    'jobs.continue': async ({ id }) => nothing(await continueJob(context, id)),
    'jobs.retry': (about) => retryJob(context, about),
    'jobs.report': (about) => reportJob(context, about),
    'jobs.stop': ({ id }) => stopJob(context, id),
    'jobs.vouchable': async ({ id }) => {
      const at = clock.now()
      const count = await store.read('jobs.vouchable', { id, at })
      return count.ok ? ok({ count: count.value, at }) : count
    },
    'jobs.vouch': ({ id, countedAt }) => vouchJob(context, id, countedAt),
  }
}

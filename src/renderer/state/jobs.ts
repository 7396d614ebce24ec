import { create } from 'zustand'
import type { JournalState } from '../../shared/activity'
import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { Job, JobCounts, JobRest, JobRow } from '../../shared/job'
import { operationOf } from '../../shared/litemail/operations'
import { isWritingId } from '../../shared/litemail/writing'
import { ok, type Result } from '../../shared/result'
import { jobsText as text } from '../../shared/text/window/jobs'
import { call } from '../bridge'
import { openDialog, usePlace } from './app'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { pace } from './pace'
import { createPages } from './pages'
import { followTopic } from './topics'

/** A job, how its rows stand, and whether it is being sent. */
export type ShownJob = Output<'jobs.get'>

/** Opens the details of a job: its rows, and what can be done about it. */
export const openJob = (jobId: string): void => openDialog({ kind: 'job', jobId })

/** So often what goes on is read anew at most, in milliseconds. */
const PACE_MS = 250

/** Jobs of which something is not over. Read by the band, which is there from when the window came to rest. */
export const openJobs = createMirror(() => call('jobs.open', {}))
followTopic('jobs', pace(openJobs.refresh, PACE_MS))

/** How many rows there are in all. */
export const totalOf = (counts: JobCounts): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

/** How many have not ended and could still be sent. */
export const leftOf = ({ planned, sending, dropped }: JobCounts): number => planned + sending + dropped

/** What Litemail accepts of it is only a page to pay at: nothing is bought before that. */
export const isLink = ({ operation }: Pick<Job, 'operation'>): boolean =>
  isWritingId(operation) && operationOf(operation).effect === 'link'

/** How many rows can be tried again; not where they need a password or a key that nobody knows any more. */
export const retriable = (shown: ShownJob): number => {
  const { job, counts, isSecretGone: isGone } = shown
  return isGone || isGoing(shown) || job.isRestored ? 0 : counts.refused + counts.undone + counts.dropped
}

/** It is under way, or waits for its user; those of which only a confirmation is missing are not. */
export const isGoing = ({ job, counts, isRunning }: ShownJob): boolean =>
  job.begunAt !== null &&
  !job.isRestored &&
  (isRunning || counts.sending > 0 || counts.planned > 0 || isLeftAtRest(job.rest, counts))

/** What did not leave, or was refused because of the key or of haste, can still be sent when its user goes on. */
const isLeftAtRest = (rest: JobRest | null, { dropped, refused }: JobCounts): boolean =>
  rest !== null &&
  (dropped > 0 || (refused > 0 && ['unauthorized', 'rate-limited'].includes(rest.problem?.kind ?? '')))

/** Which rows are shown: all, or those that stand so. */
export type JobFilter = keyof typeof text.states
const statesOf: Readonly<Record<JobFilter, readonly JournalState[] | null>> = {
  all: null,
  done: ['done'],
  unconfirmed: ['unconfirmed'],
  refused: ['refused'],
  notSent: ['planned', 'sending', 'dropped'],
}

/** How many rows a filter shows. */
export const countOf = (counts: JobCounts, filter: JobFilter): number => {
  const states = statesOf[filter]
  if (states === null) return totalOf(counts)
  // What its user said not to be done is kept among the refused.
  const undone = filter === 'refused' ? counts.undone : 0
  return states.reduce((sum, state) => sum + counts[state], undone)
}

/** Opens what is under way or waits, the first begun first. */
export async function openGoing(): Promise<void> {
  await openJobs.refresh()
  const { data, error } = openJobs.use.getState()
  const going = data?.find(isGoing) ?? data?.[0]
  if (going !== undefined) openJob(going.job.id)
  else if (error !== null) showError(error, { redo: () => void openGoing() })
  else showDone(text.noneGoing, 'jobs')
}

/** The job whose details are open. */
export interface JobLook {
  readonly id: string | null
  readonly filter: JobFilter
  readonly shown: ShownJob | null
  /** How many rows only their user can say to be done. */
  readonly vouchable: Output<'jobs.vouchable'> | null
  readonly error: AppError | null
}
const nothing: JobLook = { id: null, filter: 'all', shown: null, vouchable: null, error: null }
export const useJobLook = create<JobLook>(() => nothing)

/** As many as main answers at once. */
const MOST_ROWS = 500

/** The rows of the job whose details are open. */
export const jobRows = createPages<JobRow>({
  async ask(offset, limit) {
    const { id, filter } = useJobLook.getState()
    if (id === null) return ok({ rows: [], total: 0 })
    const states = statesOf[filter]
    const [rows, shown] = await Promise.all([
      call('jobs.rows', {
        ...{ id, offset, limit: Math.min(limit, MOST_ROWS) },
        ...(states === null ? {} : { states: [...states] }),
      }),
      call('jobs.get', { id }),
    ])
    if (!rows.ok) return rows
    if (!shown.ok) return shown
    return ok({ rows: rows.value, total: countOf(shown.value.counts, filter) })
  },
})

/** Reads the job whose details are open. */
export async function readJob(): Promise<void> {
  const { id } = useJobLook.getState()
  if (id === null) return
  const [shown, vouchable] = await Promise.all([
    call('jobs.get', { id }),
    call('jobs.vouchable', { id }),
    jobRows.refresh(),
  ])
  if (useJobLook.getState().id !== id) return
  // Where it cannot be counted nothing is offered.
  useJobLook.setState({ vouchable: vouchable.ok ? vouchable.value : null })
  useJobLook.setState(shown.ok ? { shown: shown.value, error: null } : { error: shown.error })
}

/** Looks at a job from its beginning. */
export async function lookAtJob(id: string): Promise<void> {
  useJobLook.setState({ ...nothing, id })
  await Promise.all([jobRows.restart(), readJob()])
}

export function filterJob(filter: JobFilter): void {
  useJobLook.setState({ filter })
  void jobRows.restart()
}

/** Does something about a job, and shows what became of it; where it was not done, why. */
async function steer<T>(job: Job, act: () => Promise<Result<T, AppError>>): Promise<T | null> {
  const result = await act()
  if (!result.ok && !isSecretGone(result.error)) {
    const { accountId, operation } = job
    showError(result.error, { service: 'litemail', accountId, operation }, text.notSteered)
  }
  await Promise.all([openJobs.refresh(), readJob()])
  return result.ok ? result.value : null
}

/** That is told where the job stands. */
const isSecretGone = (error: AppError): boolean =>
  error.kind === 'invalid-input' && error.issues.some((issue) => issue.startsWith('secrets: '))

/** Nothing more is sent until its user goes on. */
export const pauseJob = async (job: Job): Promise<void> =>
  void (await steer(job, () => call('jobs.pause', { id: job.id })))

/** Goes on with what was not sent. */
export const continueJob = async (job: Job): Promise<void> =>
  void (await steer(job, () => call('jobs.continue', { id: job.id })))

/** What was not sent is not sent any more. */
export async function stopJob(job: Job): Promise<void> {
  const stopped = await steer(job, () => call('jobs.stop', { id: job.id }))
  const { dialog } = usePlace.getState()
  // Where it is looked at, it is said there.
  if (dialog?.kind === 'job' && dialog.jobId === job.id) return
  if (stopped !== null) showDone(text.stopped(stopped.dropped), `job ${job.id}`)
}

/** Writes every row with how it ended into a file that the user chooses. */
export async function reportJob(job: Job): Promise<void> {
  const { id } = job
  const written = await call('jobs.report', { id, requestId: crypto.randomUUID() })
  if (!written.ok) return showError(written.error, { redo: () => void reportJob(job) })
  if (written.value !== null) showDone(text.reported(written.value.fileName), `report ${id}`)
}

/** Takes its user's word for the rows that were counted, that they are done. */
export const vouchJob = async (job: Job, countedAt: number): Promise<void> =>
  void (await steer(job, () => call('jobs.vouch', { id: job.id, countedAt })))

import { useEffect } from 'react'
import type { Job } from '../../../shared/job'
import { countsText, restText, jobsText as text } from '../../../shared/text/window/jobs'
import {
  countOf,
  filterJob,
  isGoing,
  isLink,
  type JobFilter,
  jobRows,
  lookAtJob,
  openJob,
  readJob,
  reportJob,
  retriable,
  type ShownJob,
  useJobLook,
  vouchJob,
} from '../../state/jobs'
import { proposeAgain } from '../../state/planning'
import { followTopic } from '../../state/topics'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { More } from '../../ui/More'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { FirstRow } from './FirstRow'
import { JobAnswer } from './JobAnswer'
import { JobRows } from './JobRows'
import { JobSteps } from './JobSteps'
import { jobWords, useAccountName } from './jobWords'
import { useTimeLeft } from './useTimeLeft'

const filters = ['all', 'done', 'unconfirmed', 'refused', 'notSent'] as const

interface JobDialogProps {
  readonly jobId: string
  readonly onClose: () => void
}

/** A job: how it stands, what can be done about it, and every row with what came of it. */
export function JobDialog({ jobId, onClose }: JobDialogProps) {
  const { id, shown, error } = useJobLook()
  useEffect(() => {
    void lookAtJob(jobId)
    return followTopic('jobs', readJob)
  }, [jobId])
  const here = id === jobId ? shown : null
  if (here !== null) return <Shown shown={here} onClose={onClose} />
  return (
    <Dialog title={text.details} closeLabel={text.close} onClose={onClose} onSubmit={onClose} isWide>
      {error === null ? (
        <Reading words={text.reading} />
      ) : (
        <Problem error={error} title={text.failed} context={{ redo: () => void lookAtJob(jobId) }} />
      )}
    </Dialog>
  )
}

interface ShownProps {
  readonly shown: ShownJob
  readonly onClose: () => void
}

function Shown({ shown, onClose }: ShownProps) {
  const { job, counts } = shown
  const name = useAccountName(job.accountId)
  const first = jobRows.use(({ rows }) => rows.find(({ number }) => number === 0)?.inputs ?? null)
  const filter = useJobLook((look) => look.filter)
  const title = jobWords(shown, name, first)
  const isFirst = job.rest?.why === 'first-row'
  return (
    <Dialog
      title={title}
      closeLabel={text.close}
      onClose={onClose}
      onSubmit={onClose}
      isWide
      action={<Steps shown={shown} />}
    >
      <Standing shown={shown} />
      {isFirst && <FirstRow shown={shown} title={title} />}
      {!isFirst && counts.done > 0 && (
        <More label={text.answer} opens={job.operation.startsWith('wallet.')}>
          <JobAnswer id={job.id} title={title} isOf={counts.done} isGoneTold />
        </More>
      )}
      <Choice
        label={text.filter}
        value={filter}
        options={filters.filter((one) => one === 'all' || one === filter || countOf(counts, one) > 0)}
        labels={labelsOf(shown)}
        onChange={filterJob}
      />
      <JobRows job={job} />
    </Dialog>
  )
}

const labelsOf = ({ counts }: ShownJob): Readonly<Record<JobFilter, string>> => {
  const label = (filter: JobFilter) => text.filterOf(text.states[filter], countOf(counts, filter))
  return {
    ...{ all: label('all'), done: label('done'), unconfirmed: label('unconfirmed') },
    ...{
      refused:
        counts.undone > 0
          ? text.filterOf(text.refusedOrUndone, countOf(counts, 'refused'))
          : label('refused'),
      notSent: label('notSent'),
    },
  }
}

/** "17 done, 1 not confirmed, 22 not sent." and why nothing more is sent. */
function Standing({ shown }: { readonly shown: ShownJob }) {
  const { job, counts, isRunning } = shown
  const left = useTimeLeft(shown)
  const isSecretGone = shown.isSecretGone && isGoing(shown)
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-pretty">
        <span className="font-medium">{countsText(counts, isLink(job))}.</span>{' '}
        {job.isRestored && text.restored}
        {!job.isRestored && job.rest !== null && !isSecretGone && restText(job.rest)}
        {!job.isRestored && isSecretGone && text.secretsGone}
        {job.rest === null && (isRunning ? text.running : !isGoing(shown) && text.over)}
        {left !== null && ` ${left}.`}
      </p>
      {counts.unconfirmed > 0 && !job.isRestored && (
        <p className="text-sm text-ink-soft">{text.waitingForSettling}</p>
      )}
      <Vouching job={job} />
      {isGoing(shown) && (
        <div className="flex flex-wrap gap-2">
          <JobSteps shown={shown} />
        </div>
      )}
    </div>
  )
}

/** Of what no read shows, its user says at once that all of it is done; of what is not confirmed only row by row. */
function Vouching({ job }: { readonly job: Job }) {
  const vouchable = useJobLook((look) => look.vouchable)
  const isInSight = useJobLook(({ filter }) => filter === 'all' || filter === 'done')
  if (vouchable === null || vouchable.count === 0 || !isInSight) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="min-w-60 flex-1 text-sm text-pretty text-ink-soft">{text.vouchLead(vouchable.count)}</p>
      <Button size="small" onPress={() => void vouchJob(job, vouchable.at)}>
        {text.vouch(vouchable.count)}
      </Button>
    </div>
  )
}

function Steps({ shown }: { readonly shown: ShownJob }) {
  const { job } = shown
  const again = retriable(shown)
  return (
    <>
      <Button onPress={() => void reportJob(job)}>{text.report}</Button>
      {again > 0 && (
        <Button look="primary" onPress={() => proposeAgain(job, ({ id }) => openJob(id))}>
          {text.retry(again)}
        </Button>
      )}
    </>
  )
}

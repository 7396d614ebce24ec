import { useCallback, useId, useState } from 'react'
import type { AppError } from '../../../../shared/errors'
import type { JobRow } from '../../../../shared/job'
import { explain } from '../../../../shared/text/errors'
import { countsText, jobsText, outcomeText, restText } from '../../../../shared/text/window/jobs'
import { operationWritesText as text } from '../../../../shared/text/window/operationWrites'
import { call } from '../../../bridge'
import { isLink, openJob, type ShownJob } from '../../../state/jobs'
import { useTopics } from '../../../state/useTopics'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { JobAnswer } from '../../jobs/JobAnswer'

interface JobOutcomeProps {
  readonly id: string
  /** The operation by its title. */
  readonly title: string
}

/** The rows whose words stand here at once. */
const SHOWN = 5

/** What came of the job that was begun here last, as it comes. */
export function JobOutcome({ id, title }: JobOutcomeProps) {
  const heading = useId()
  const [told, setTold] = useState<{ shown: ShownJob; rows: readonly JobRow[] } | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const read = useCallback(async () => {
    const [shown, rows] = await Promise.all([
      call('jobs.get', { id }),
      call('jobs.rows', { id, offset: 0, limit: SHOWN }),
    ])
    if (shown.ok && rows.ok) setTold({ shown: shown.value, rows: rows.value })
    setError(shown.ok ? (rows.ok ? null : rows.error) : shown.error)
  }, [id])
  useTopics(topics, read)
  return (
    <section aria-labelledby={heading} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 id={heading} className="font-semibold">
          {text.outcome}
        </h3>
        <p role="status" className="min-w-0 flex-1 text-ink-soft">
          {told !== null && `${countsText(told.shown.counts, isLink(told.shown.job))}.`}
          {told !== null && told.shown.job.rest !== null && ` ${restText(told.shown.job.rest)}`}
        </p>
        <Button size="small" onPress={() => openJob(id)}>
          {text.showJob}
        </Button>
      </div>
      {error !== null && (
        <Problem error={error} title={text.outcomeFailed} context={{ redo: () => void read() }} />
      )}
      {told !== null && (
        <ul className="flex flex-col gap-1 select-text">
          {told.rows.map((row) => (
            <li key={row.id} className="wrap-anywhere">
              <span className="text-ink-soft">{row.target?.name ?? jobsText.rowOf(row.number + 1)}: </span>
              {outcomeText(row)}
              {row.problem !== null && `. ${explain(row.problem, 'litemail').reason}.`}
            </li>
          ))}
        </ul>
      )}
      {told !== null && told.shown.counts.done > 0 && (
        <JobAnswer id={id} title={title} isOf={told.shown.counts.done} />
      )}
    </section>
  )
}

const topics = ['jobs'] as const

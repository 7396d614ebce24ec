import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import type { DescribedRequest } from '../../../shared/operationAnswer'
import { explain } from '../../../shared/text/errors'
import { outcomeText, jobsText as text } from '../../../shared/text/window/jobs'
import { call } from '../../bridge'
import type { ShownJob } from '../../state/jobs'
import { settle, useChecking } from '../../state/settling'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { RequestText } from '../operations/read/RequestText'
import { JobAnswer } from './JobAnswer'

interface FirstRowProps {
  readonly shown: ShownJob
  readonly title: string
}

/** The first row of a job that was sent alone: its request, what was answered, and whether a read shows that it is so. */
export function FirstRow({ shown: { job, counts }, title }: FirstRowProps) {
  const [row, setRow] = useState<JobRow | null>(null)
  const [request, setRequest] = useState<DescribedRequest | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const { id, accountId, operation } = job
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came of it may be another thing once the counts are
  useEffect(() => {
    let isHere = true
    void (async () => {
      const rows = await call('jobs.rows', { id, offset: 0, limit: 1 })
      const first = rows.ok ? rows.value[0] : undefined
      if (!isHere) return
      if (first === undefined) return setError(rows.ok ? null : rows.error)
      setRow(first)
      const { workspaceId, inputs } = first
      const described = await call('operations.request', { accountId, operation, workspaceId, inputs })
      if (isHere && described.ok) setRequest(described.value)
    })()
    return () => {
      isHere = false
    }
  }, [id, accountId, operation, counts])
  const isReading = useChecking((checking) => checking.id !== null && checking.id === row?.id)
  if (error !== null) return <Problem error={error} title={text.failed} context={{ service: 'litemail' }} />
  if (row === null) return null
  return (
    <section
      aria-label={text.firstRow}
      className="flex flex-col gap-3 rounded-lg border border-warn-line bg-warn-soft px-3 py-2.5"
    >
      <p>
        <span className="font-medium">{row.target?.name ?? text.firstRow}: </span>
        {outcomeText(row)}. {row.confirmedAt === null ? text.notSeen : text.seen}{' '}
        {row.problem !== null && `${explain(row.problem, 'litemail').reason}.`}
      </p>
      {request !== null && (
        <div className="flex flex-col gap-1">
          <h3 className="font-medium">{text.request}</h3>
          <RequestText request={request} />
        </div>
      )}
      <JobAnswer id={id} title={title} isOf={counts.done} isGoneTold />
      <Button
        size="small"
        className="self-start"
        isPending={isReading}
        onPress={() => void settle(row.id, 'check')}
      >
        {isReading ? text.rereading : text.reread}
      </Button>
    </section>
  )
}

import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import type { Job, JobRow } from '../../../shared/job'
import { isWritingId, writingOf } from '../../../shared/litemail/writing'
import { explain } from '../../../shared/text/errors'
import { isAccepted, isUndone, outcomeText, jobsText as text } from '../../../shared/text/window/jobs'
import { fleet } from '../../state/fleet'
import { jobRows, useJobLook } from '../../state/jobs'
import { Age } from '../../ui/Age'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import { Grid } from '../../ui/grid/Grid'
import { workspaceName } from '../fleetList/workspaces'
import { rowValues } from '../plan/rowValues'
import { useAccountName } from './jobWords'
import { SettleButtons } from './SettleButtons'

const columns = [
  { id: 'plan-row', title: text.columns.row },
  { id: 'plan-values', title: text.columns.outcome },
] as const
/** Nobody has seen how it ended. */
const isOpen = (row: JobRow) => row.state === 'unconfirmed' || isAccepted(row)
const estimate = (row: JobRow | undefined) =>
  (row?.problem == null ? 56 : 76) + (row !== undefined && isOpen(row) ? 34 : 0)
const onLook = (first: number, last: number) => void jobRows.look(first, last)
/** In CSS pixels: the titles, a row, one with what can be done about it, and the most that all take. */
const [TITLES, ROW, OPEN_ROW, MOST_HEIGHT] = [34, 64, 98, 340]

const inks: Readonly<Record<JobRow['state'], string>> = {
  ...{ planned: 'text-ink-soft', sending: 'text-ink-soft', dropped: 'text-ink-soft' },
  ...{ done: 'text-good-ink', refused: 'text-danger-ink', unconfirmed: 'text-warn-ink' },
}

/** The rows of a job, by workspace, each with how it stands: the service's words beside ours. */
export function JobRows({ job: { accountId, operation, isRestored } }: { readonly job: Job }) {
  const { rows, offset, total } = jobRows.use()
  const { id, filter } = useJobLook()
  const list = `${id} ${filter}`
  const parts = fleet.use(({ data }) => data?.parts)
  useEffect(() => {
    if (fleet.use.getState().data === null) void fleet.refresh()
  }, [])
  const names = useMemo(() => {
    const ofAccount = (parts ?? []).filter((part) => part.accountId === accountId)
    return new Map(ofAccount.map((part) => [part.workspaceId, part.workspaceName]))
  }, [parts, accountId])
  const headingOf = useCallback(
    (row: JobRow) => {
      const before = rows[rows.findIndex((one) => one.id === row.id) - 1]
      if (before?.workspaceId === row.workspaceId) return null
      return workspaceName(names.get(row.workspaceId) ?? null, row.workspaceId)
    },
    [rows, names],
  )
  const isHere = useAccountName(accountId) !== null
  const isReadable = isHere && isWritingId(operation) && writingOf(operation).shownBy !== null
  const renderRow = useCallback(
    (row: JobRow) => (
      <RowCells operation={operation} row={row}>
        {isOpen(row) && !isRestored && (
          <SettleButtons id={row.id} size="small" isReadable={isReadable} isAccepted={isAccepted(row)} />
        )}
      </RowCells>
    ),
    [operation, isRestored, isReadable],
  )
  if (total === null) return null
  if (total === 0) return <p className="text-ink-soft">{text.none}</p>
  return (
    <div
      className="shrink-0 overflow-hidden rounded-lg border border-line"
      style={{ height: Math.min(MOST_HEIGHT, TITLES + (rows.some(isOpen) ? OPEN_ROW : ROW) * total + 30) }}
    >
      <Grid
        label={text.rows}
        rows={rows}
        offset={offset}
        total={total}
        list={list}
        columns={columns}
        rowClass="plan-cells"
        estimate={estimate}
        renderRow={renderRow}
        headingOf={headingOf}
        onLook={onLook}
      />
    </div>
  )
}

interface RowCellsProps {
  readonly operation: string
  readonly row: JobRow
  /** What can be done about it. */
  readonly children: ReactNode
}

function RowCells({ operation, row, children }: RowCellsProps) {
  const { target, number, problem, state, evidence, settledAt } = row
  const sent = rowValues(operation, { inputs: row.inputs, before: null })
  const values = sent.map(({ name, after }) => `${name}: ${after ?? ''}`).join(', ')
  const shown = evidence === null ? null : text.evidence[evidence]
  return (
    <>
      <Cell place="plan-row">
        <p className="truncate font-medium select-text" title={target?.name}>
          {target?.name ?? text.rowOf(number + 1)}
        </p>
        {values !== '' && (
          <p className="truncate text-sm text-ink-soft select-text" title={values}>
            {values}
          </p>
        )}
      </Cell>
      <Cell place="plan-values">
        <p>
          <span className={classes('font-medium', inks[isUndone(row) ? 'dropped' : state])}>
            {outcomeText(row)}
          </span>
          {settledAt !== null && (
            <span className="text-ink-soft">
              {' · '}
              <Age at={settledAt} />
            </span>
          )}
          {shown !== null && <span className="text-ink-soft"> · {shown}</span>}
        </p>
        {problem !== null && (
          <p className="line-clamp-3 text-sm wrap-anywhere text-ink-soft select-text">
            {explain(problem, 'litemail').reason}.
          </p>
        )}
        {children !== false && <div className="flex flex-wrap gap-1.5 py-1">{children}</div>}
      </Cell>
    </>
  )
}

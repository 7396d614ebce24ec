import { useCallback, useEffect, useMemo } from 'react'
import type { JobRow } from '../../../shared/job'
import { explain } from '../../../shared/text/errors'
import { outcomeText, jobsText as text } from '../../../shared/text/window/jobs'
import { fleet } from '../../state/fleet'
import { jobRows, useJobLook } from '../../state/jobs'
import { Age } from '../../ui/Age'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import { Grid } from '../../ui/grid/Grid'
import { workspaceName } from '../fleetList/workspaces'
import { inputText, rowValues } from '../plan/rowValues'

const columns = [
  { id: 'plan-row', title: text.columns.row },
  { id: 'plan-values', title: text.columns.outcome },
] as const
const estimate = (row: JobRow | undefined) => (row?.problem == null ? 56 : 76)
const onLook = (first: number, last: number) => void jobRows.look(first, last)
/** In CSS pixels: the titles, a row, and the most that all take. */
const [TITLES, ROW, MOST_HEIGHT] = [34, 64, 340]

const inks: Readonly<Record<JobRow['state'], string>> = {
  ...{ planned: 'text-ink-soft', sending: 'text-ink-soft', dropped: 'text-ink-soft' },
  ...{ done: 'text-good-ink', refused: 'text-danger-ink', unconfirmed: 'text-warn-ink' },
}

interface JobRowsProps {
  readonly accountId: string
  readonly operation: string
}

/** The rows of a job, by workspace, each with how it stands: the service's words beside ours. */
export function JobRows({ accountId, operation }: JobRowsProps) {
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
  const renderRow = useCallback((row: JobRow) => <RowCells operation={operation} row={row} />, [operation])
  if (total === null) return null
  if (total === 0) return <p className="text-ink-soft">{text.none}</p>
  return (
    <div
      className="shrink-0 overflow-hidden rounded-lg border border-line"
      style={{ height: Math.min(MOST_HEIGHT, TITLES + ROW * total + 30) }}
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

function RowCells({ operation, row }: { readonly operation: string; readonly row: JobRow }) {
  const { target, number, problem, state, evidence, settledAt } = row
  const sent = rowValues(operation, { inputs: row.inputs, before: null })
  const values = sent.map(({ name, after }) => `${name}: ${inputText(after ?? '')}`).join(', ')
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
          <span className={classes('font-medium', inks[state])}>{outcomeText(row)}</span>
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
      </Cell>
    </>
  )
}

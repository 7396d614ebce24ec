import { useCallback } from 'react'
import type { Plan, PlannedRow } from '../../../shared/plan'
import { planText as text } from '../../../shared/text/window/plan'
import { Age } from '../../ui/Age'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import { Grid } from '../../ui/grid/Grid'
import { workspaceName } from '../fleetList/workspaces'
import { isChanged, type RowValue, rowValues } from './rowValues'

const columns = [
  { id: 'plan-row', title: text.columns.row },
  { id: 'plan-values', title: text.columns.values },
] as const

/** In CSS pixels: a line of a row, what is around its lines, the titles, and the most that all rows take. */
const LINE = 20
const AROUND = 15
const TITLES = 34
const MOST_HEIGHT = 330
const ignore = () => {}

interface PlanRowsProps {
  readonly plan: Plan
  /** Inputs that are sent with each row and stand nowhere, by their names. */
  readonly secrets: readonly string[]
}

/** What would be sent of each row, beside what is there now. */
export function PlanRows({ plan, secrets }: PlanRowsProps) {
  const { operation, rows, count } = plan
  const linesOf = useCallback(
    (row: PlannedRow | undefined) => (row === undefined ? 2 : linesOfRow(operation, row)),
    [operation],
  )
  const estimate = useCallback((row: PlannedRow | undefined) => AROUND + LINE * linesOf(row), [linesOf])
  const renderRow = useCallback(
    (row: PlannedRow) => (
      <RowCells operation={operation} row={row} place={placeOf(rows, row)} secrets={secrets} />
    ),
    [operation, rows, secrets],
  )
  const needed = rows.slice(0, 12).reduce((sum, row) => sum + estimate(row), TITLES + 4)
  return (
    <div className="flex flex-col gap-1">
      <div
        className="shrink-0 overflow-hidden rounded-lg border border-line"
        style={{ height: Math.min(MOST_HEIGHT, needed) }}
      >
        <Grid
          label={text.rows}
          rows={rows}
          offset={0}
          total={rows.length}
          list={plan.id}
          columns={columns}
          rowClass="plan-cells"
          estimate={estimate}
          renderRow={renderRow}
          onLook={ignore}
        />
      </div>
      {count > rows.length && <p className="text-sm text-ink-soft">{text.rowsLeft(count - rows.length)}</p>}
    </div>
  )
}

/** So many lines as the higher of its two cells has. */
const linesOfRow = (operation: string, row: PlannedRow): number =>
  Math.max(
    2 + (row.mailboxes === undefined ? 0 : 1) + (row.isChanged ? 1 : 0),
    rowValues(operation, row).length + (row.before === null ? 1 : 0),
  )

const placeOf = (rows: readonly PlannedRow[], row: PlannedRow): number => rows.indexOf(row) + 1

interface RowCellsProps {
  readonly operation: string
  readonly row: PlannedRow
  /** From 1. */
  readonly place: number
  readonly secrets: readonly string[]
}

function RowCells({ operation, row, place, secrets }: RowCellsProps) {
  const { target, workspaceId, workspaceName: name, before, readAt, isChanged: isOther, mailboxes } = row
  const values = rowValues(operation, row)
  return (
    <>
      <Cell place="plan-row">
        <p className="truncate font-medium select-text" title={target?.name}>
          {target === null ? text.rowOf(place) : target.name}
        </p>
        <p className="truncate text-sm text-ink-soft">
          {workspaceName(name, workspaceId)}
          {target !== null && (
            <>
              {' · '}
              {readAt === null ? (
                text.unread
              ) : (
                <>
                  {text.readRow} <Age at={readAt} />
                </>
              )}
            </>
          )}
        </p>
        {mailboxes !== undefined && <p className="text-sm">{text.mailboxes(mailboxes)}</p>}
        {isOther && <p className="text-sm font-medium text-warn-ink">{text.changedRow}</p>}
      </Cell>
      <Cell place="plan-values">
        {values.length + secrets.length === 0 ? (
          <p className="text-ink-soft">{text.noInputs}</p>
        ) : (
          <ul className="flex flex-col gap-0.5 select-text">
            {values.map((value) => (
              <Value key={value.name} value={value} isRowKnown={before !== null} />
            ))}
            {secrets.map((name) => (
              <li key={name} className="text-ink-soft">
                {name}: {text.secret}
              </li>
            ))}
          </ul>
        )}
        {target !== null && before === null && <p className="text-sm text-ink-soft">{text.beforeUnknown}</p>}
      </Cell>
    </>
  )
}

interface ValueProps {
  readonly value: RowValue
  /** Of a row that is not listed it is said once that nothing of it is known. */
  readonly isRowKnown: boolean
}

/** `firstName: Anna becomes Anne`; what changes is marked, and said. What is not known is not said to change. */
function Value({ value, isRowKnown }: ValueProps) {
  const { name, before, after } = value
  const isOther = isChanged(value)
  return (
    <li className="line-clamp-3 wrap-anywhere">
      <span className="text-ink-soft">{name}: </span>
      {typeof before === 'string' && isOther && (
        <>
          <span className={classes(after !== undefined && 'text-ink-soft line-through decoration-1')}>
            {before === '' ? text.nothing : before}
          </span>
          <span className="text-warn-ink"> {after === undefined ? `(${text.changed})` : text.becomes} </span>
        </>
      )}
      {after !== undefined && <span className={classes(isOther && 'font-medium')}>{after}</span>}
      {before === null && isRowKnown && (
        <span className="text-ink-soft">
          {after === undefined ? text.notKnown : ` (${text.notKnownNow})`}
        </span>
      )}
    </li>
  )
}

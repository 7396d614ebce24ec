import { useCallback, useMemo, useState } from 'react'
import type { AnswerTable as Table } from '../../../../shared/operationAnswer'
import { commonText } from '../../../../shared/text/window/common'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { Dialog } from '../../../ui/Dialog'
import { Cell } from '../../../ui/grid/Cell'
import { Grid } from '../../../ui/grid/Grid'
import { AnswerValue } from './AnswerCell'
import { AnswerRecord } from './AnswerRecord'
import { columnWidths } from './cellText'

interface Row {
  readonly id: string
  readonly at: number
  readonly cells: readonly (string | null)[]
}

const HEIGHT = 35
/** Above and below the titles, and the height of the place where many rows are, in CSS pixels. */
const TITLES = 34
const MOST_HEIGHT = 460
const GAP = 16
const PADDING = 24
const estimate = () => HEIGHT
const ignore = () => {}

interface AnswerTableProps {
  readonly title: string
  readonly table: Table
}

/** The rows of an answer under the names that the service gives their fields; a row opens in full. */
export function AnswerTable({ title, table: { columns, rows } }: AnswerTableProps) {
  const [opened, setOpened] = useState<Row | null>(null)
  const listed = useMemo(() => rows.map((cells, at): Row => ({ id: `${at}`, at, cells })), [rows])
  const titles = useMemo(
    () => columns.map((column, at) => ({ id: `answer-${at}`, title: column })),
    [columns],
  )
  const style = useMemo(() => {
    const widths = columnWidths(columns, rows)
    const tracks = widths.map((width, at) =>
      at === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
    )
    const whole = widths.reduce((sum, width) => sum + width + GAP, PADDING)
    return { gridTemplateColumns: tracks.join(' '), minWidth: whole }
  }, [columns, rows])
  const renderRow = useCallback(
    ({ cells }: Row) =>
      columns.map((column, at) => (
        <Cell key={column} place={`answer-${at}`} className="truncate">
          <AnswerValue name={column} cell={cells[at] ?? null} />
        </Cell>
      )),
    [columns],
  )
  const height = Math.min(MOST_HEIGHT, TITLES + HEIGHT * listed.length + 12)
  return (
    <>
      <div className="shrink-0 overflow-hidden rounded-lg border border-line" style={{ height }}>
        <Grid
          label={title}
          rows={listed}
          offset={0}
          total={listed.length}
          list={rows}
          columns={titles}
          rowClass="answer-cells"
          rowStyle={style}
          estimate={estimate}
          renderRow={renderRow}
          onLook={ignore}
          onOpen={setOpened}
          className="answer-grid"
        />
      </div>
      <p className="text-sm text-ink-soft">{text.openRow}</p>
      {opened !== null && (
        <Dialog
          title={text.row(opened.at + 1)}
          closeLabel={commonText.close}
          onClose={() => setOpened(null)}
          onSubmit={() => setOpened(null)}
          isWide
        >
          <AnswerRecord title={text.row(opened.at + 1)} columns={columns} cells={opened.cells} />
        </Dialog>
      )}
    </>
  )
}

import type { AnswerTable as Table } from '../../../../shared/operationAnswer'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { AnswerRecord } from './AnswerRecord'
import { AnswerTable } from './AnswerTable'

interface AnswerRowsProps {
  readonly title: string
  readonly answer: Table
}

/** The rows of an answer, and what stands beside them. */
export function AnswerRows({ title, answer }: AnswerRowsProps) {
  const { columns, rows, rowsLeft, beside } = answer
  const [first] = rows
  return (
    <>
      {rows.length === 0 && <p className="text-ink-soft">{text.noRows}</p>}
      {rows.length === 1 && first !== undefined && (
        <AnswerRecord title={title} columns={columns} cells={first} />
      )}
      {rows.length > 1 && (
        <>
          <p className="text-sm text-ink-soft">
            {text.rows(rows.length)}
            {rowsLeft > 0 && `. ${text.rowsLeft(rowsLeft)}`}
          </p>
          <AnswerTable title={title} table={answer} />
        </>
      )}
      {beside.length > 0 && (
        <div className="flex flex-col gap-2">
          <h4 className="font-medium">{text.beside}</h4>
          <AnswerRecord
            title={text.beside}
            columns={beside.map(({ name }) => name)}
            cells={beside.map(({ value }) => value)}
          />
        </div>
      )}
    </>
  )
}

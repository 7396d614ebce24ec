import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { AnswerValue } from './AnswerCell'

interface AnswerRecordProps {
  readonly title: string
  readonly columns: readonly string[]
  readonly cells: readonly (string | null)[]
}

/** One row of an answer, a field a line, each in full. */
export const AnswerRecord = ({ title, columns, cells }: AnswerRecordProps) => (
  <table
    aria-label={title}
    className="w-full table-fixed rounded-lg border border-line text-left select-text"
  >
    <thead className="sr-only">
      <tr>
        <th scope="col">{text.name}</th>
        <th scope="col">{text.value}</th>
      </tr>
    </thead>
    <tbody>
      {columns.map((column, at) => (
        <tr key={column} className="border-b border-line last:border-0">
          <th scope="row" className="w-2/5 px-3 py-1.5 align-top font-normal wrap-anywhere text-ink-soft">
            <bdi>{column}</bdi>
          </th>
          <td className="py-1.5 pr-3 align-top wrap-anywhere whitespace-pre-wrap">
            <AnswerValue name={column} cell={cells[at] ?? null} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

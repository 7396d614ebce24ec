import { commonText, figure } from '../../../shared/text/window/common'
import { importText as text } from '../../../shared/text/window/data'
import type { ImportReport } from '../../../shared/transfer'
import { showScreen } from '../../state/app'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { LineProblems } from './LineProblems'

const PARTS = ['added', 'merged', 'unchanged', 'left'] as const

interface ImportReportDialogProps {
  readonly report: ImportReport
  /** `report` has the first of them. */
  readonly problemCount: number
  readonly onClose: () => void
}

/** What an import did, to the row. */
export function ImportReportDialog({ report, problemCount, onClose }: ImportReportDialogProps) {
  const showList = () => {
    onClose()
    showScreen('addresses')
  }
  return (
    <Dialog
      title={text.doneTitle}
      closeLabel={commonText.close}
      onClose={onClose}
      onSubmit={showList}
      action={
        <Button look="primary" type="submit" autoFocus>
          {text.showList}
        </Button>
      }
    >
      <table aria-label={text.doneTitle} className="w-full rounded-md border border-line text-left">
        <tbody className="divide-y divide-line">
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row" className="px-3 py-1.5 font-normal">
                {text.report[part]}
              </th>
              <td className="px-3 py-1.5 text-right font-medium select-text">{figure(report[part])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.added > 0 && <p className="text-pretty text-ink-soft">{text.unproved}</p>}
      {report.problems.length > 0 && (
        <LineProblems lines={report.problems} all={Math.max(report.problems.length, problemCount)} />
      )}
    </Dialog>
  )
}

import { useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import { importText as text } from '../../../shared/text/window/data'
import type { ImportPreview, ImportReading, ImportReport } from '../../../shared/transfer'
import { call } from '../../bridge'
import { readLabels } from '../../fields/complaints'
import { chooseImport, copies } from '../../state/data'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { Spinner } from '../../ui/Spinner'
import { TextField } from '../../ui/TextField'
import { ImportAccount } from './ImportAccount'
import { ImportColumns } from './ImportColumns'
import { ImportReading as ReadingFields } from './ImportReading'
import { ImportReportDialog } from './ImportReport'
import { ImportRows } from './ImportRows'
import { LineProblems } from './LineProblems'

interface ImportDialogProps {
  readonly opened: ImportPreview
  readonly onClose: () => void
}

/** "Import addresses": how a file is read, shown before anything is taken from it, then exactly what was. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  const { file } = opened
  const [preview, setPreview] = useState(opened)
  const [reading, setReading] = useState(opened.reading)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [labels, setLabels] = useState('')
  const [work, setWork] = useState<'reading' | 'importing' | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const latest = useRef(0)

  const given = readLabels(labels)
  const hasAddresses = reading.columns.includes('address')

  /** Shows the file as it would be read now. Only the answer to the last question counts. */
  async function read(next: ImportReading) {
    latest.current += 1
    const asked = latest.current
    setReading(next)
    setWork('reading')
    setError(null)
    const result = await call('data.readImport', { file, reading: next })
    if (asked !== latest.current) return
    setWork(null)
    if (!result.ok) {
      setError(result.error)
      return
    }
    setPreview(result.value)
    setReading(result.value.reading)
  }

  async function run() {
    if (work !== null || !given.isFit || !hasAddresses || preview.total === 0) return
    setWork('importing')
    setError(null)
    const result = await call('data.runImport', { file, reading, accountId, labels: [...given.labels] })
    setWork(null)
    if (!result.ok) {
      setError(result.error)
      return
    }
    setReport(result.value)
    void copies.refresh()
  }

  const leave = () => {
    void call('data.closeImport', { file })
    onClose()
  }
  const chooseFile = () => {
    leave()
    void chooseImport()
  }

  if (report !== null)
    return <ImportReportDialog report={report} problemCount={preview.problemCount} onClose={leave} />
  return (
    <Dialog
      title={text.title}
      isWide
      onClose={leave}
      onSubmit={() => void run()}
      action={
        <Button
          look="primary"
          type="submit"
          isPending={work === 'importing'}
          isDisabled={!hasAddresses || preview.total === 0}
        >
          {work === 'importing' ? text.doing : text.action(preview.fresh)}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: () => void read(reading), chooseFile }} />}
      <p className="wrap-anywhere text-ink-soft">
        {text.file(preview.fileName, preview.bytes, preview.total)}
      </p>
      <ReadingFields reading={reading} onChange={(next) => void read(next)} />
      {reading.format !== 'json' && (
        <ImportColumns preview={preview} reading={reading} onChange={(next) => void read(next)} />
      )}
      <div className="grid grid-cols-2 items-start gap-4 max-[620px]:grid-cols-1">
        <ImportAccount value={accountId} onChange={setAccountId} />
        <TextField
          label={text.labels}
          isOptional
          value={labels}
          onChange={setLabels}
          complaint={given.isFit ? null : text.labelsComplaint}
          isTried
          hint={text.labelsHint}
        />
      </div>
      {hasAddresses ? (
        <div role="status" className="flex flex-col gap-1">
          <p className="flex items-center gap-2 font-medium">
            {work === 'reading' && <Spinner />}
            {work === 'reading' ? text.reading : text.counts(preview.fresh, preview.known)}
          </p>
          {preview.known > 0 && <p className="text-pretty text-ink-soft">{text.knownMeaning}</p>}
        </div>
      ) : (
        <p role="alert" className="text-danger-ink">
          {text.noAddressColumn}
        </p>
      )}
      {preview.problemCount > 0 && <LineProblems lines={preview.problems} all={preview.problemCount} />}
      <ImportRows preview={preview} />
    </Dialog>
  )
}

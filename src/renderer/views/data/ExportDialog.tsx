import { useState } from 'react'
import type { AppError } from '../../../shared/errors'
import { exportText as text } from '../../../shared/text/window/data'
import type { ExportFormat } from '../../../shared/transfer'
import { exportView } from '../../state/data'
import { EVERYTHING, isFiltered, useView } from '../../state/view'
import { Alarm } from '../../ui/Alarm'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'

type Which = keyof typeof text.whiches
const WHICH: readonly Which[] = ['all', 'listed']
const FORMATS: readonly ExportFormat[] = ['csv', 'json']

/** "Export addresses": which, and as what. The file is chosen in the system's own dialog. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const view = useView()
  const [which, setWhich] = useState<Which>(isFiltered(view) ? 'listed' : 'all')
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [isExporting, setIsExporting] = useState(false)
  const [isNone, setIsNone] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  async function run() {
    if (isExporting) return
    setIsExporting(true)
    setError(null)
    const written = await exportView(format, which === 'all' ? EVERYTHING : view)
    setIsExporting(false)
    setIsNone(written.ok && written.value === 'none')
    if (!written.ok) setError(written.error)
    else if (written.value !== null && written.value !== 'none') onClose()
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => void run()}
      action={
        <Button look="primary" type="submit" isPending={isExporting}>
          {isExporting ? text.doing : text.action}
        </Button>
      }
    >
      {error !== null && <Problem error={error} title={text.failed} context={{ redo: () => void run() }} />}
      {isNone && <Alarm words={text.none[which]} />}
      <Choice
        label={text.which}
        value={which}
        options={WHICH}
        labels={text.whiches}
        onChange={(chosen) => {
          setWhich(chosen)
          setIsNone(false)
        }}
        hint={text.whichHints[which]}
      />
      <Choice
        label={text.format}
        value={format}
        options={FORMATS}
        labels={text.formats}
        onChange={setFormat}
        hint={text.formatHints[format]}
      />
    </Dialog>
  )
}

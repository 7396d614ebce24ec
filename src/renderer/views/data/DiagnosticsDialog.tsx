import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { commonText } from '../../../shared/text/window/common'
import { diagnosticsText as text } from '../../../shared/text/window/data'
import { call } from '../../bridge'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'

/** "Diagnostics": the exact text first, then a file of it. */
export function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }) {
  const [read, setRead] = useState<Result<{ text: string }, AppError> | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const collect = useCallback(async () => setRead(await call('data.diagnostics', {})), [])
  useEffect(() => void collect(), [collect])

  async function save() {
    if (isSaving || read?.ok !== true) return
    setIsSaving(true)
    setError(null)
    const saved = await call('data.saveDiagnostics', {})
    setIsSaving(false)
    if (!saved.ok) {
      setError(saved.error)
    } else if (saved.value !== null) {
      showDone(text.done(saved.value.fileName))
      onClose()
    }
  }

  return (
    <Dialog
      title={text.title}
      isWide
      closeLabel={commonText.close}
      onClose={onClose}
      onSubmit={() => void save()}
      action={
        <Button look="primary" type="submit" isPending={isSaving} isDisabled={read?.ok !== true}>
          {isSaving ? text.saving : text.save}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: () => void save() }} />}
      <p className="text-pretty text-ink-soft">{text.lead}</p>
      {read === null && <p className="text-ink-soft">{text.reading}</p>}
      {read?.ok === false && <Problem error={read.error} context={{ redo: () => void collect() }} />}
      {read?.ok === true && (
        <section
          aria-label={text.content}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be in reach of the keyboard
          tabIndex={0}
          className="max-h-96 min-h-40 overflow-y-auto rounded-md border border-line bg-sunken p-3 select-text"
        >
          <pre className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">{read.value.text}</pre>
        </section>
      )}
    </Dialog>
  )
}

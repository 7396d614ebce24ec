import { useEffect, useRef, useState } from 'react'
import type { Choice } from '../../../shared/contract'
import type { CredentialExportPlan } from '../../../shared/credentials'
import type { AppError } from '../../../shared/errors'
import { credentialExportText as text } from '../../../shared/text/window/exports'
import { planText } from '../../../shared/text/window/plan'
import { call } from '../../bridge'
import { startCredentialExport } from '../../state/credentialExport'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { TextField } from '../../ui/TextField'

interface CredentialExportDialogProps {
  readonly what: Choice
  readonly onClose: () => void
}

/** "CSV with credentials": what it takes, and confirmed by typing of how many. The file is chosen in the system's dialog. */
export function CredentialExportDialog({ what, onClose }: CredentialExportDialogProps) {
  const [plan, setPlan] = useState<CredentialExportPlan | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const prepare = async () => {
    setError(null)
    const made = await call('credentials.exportPlan', { what })
    if (made.ok) setPlan(made.value)
    else setError(made.error)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens: what is chosen stays
  useEffect(() => void prepare(), [])

  const isRight = plan !== null && typed.trim().replaceAll(/[,\s]/g, '') === String(plan.count)
  const run = () => {
    setIsTried(true)
    if (plan === null) return
    if (!isRight) return field.current?.querySelector('input')?.focus()
    onClose()
    void startCredentialExport(what, plan.count, plan.ms)
  }
  return (
    <Dialog
      role="alertdialog"
      title={plan === null ? text.preparing : text.title(plan.count)}
      onClose={onClose}
      onSubmit={run}
      action={
        plan !== null && (
          <Button look="primary" type="submit">
            {text.action}
          </Button>
        )
      }
    >
      {error !== null && (
        <Problem
          error={error}
          title={text.failed}
          context={{ service: 'litemail', redo: () => void prepare() }}
        />
      )}
      {plan === null && error === null && <Reading words={text.preparing} />}
      {plan !== null && (
        <>
          <p className="font-medium">{text.cost(plan.count, plan.ms)}</p>
          <p className="text-pretty text-ink-soft">{text.content}</p>
          <p className="text-pretty text-ink-soft">{text.safety}</p>
          <div ref={field}>
            <TextField
              label={planText.typeNumber(plan.count)}
              className="max-w-60"
              value={typed}
              onChange={setTyped}
              complaint={isRight ? null : planText.mistypedNumber(plan.count)}
              isTried={isTried}
              inputMode="numeric"
              isMono
              autoFocus
            />
          </div>
        </>
      )}
    </Dialog>
  )
}

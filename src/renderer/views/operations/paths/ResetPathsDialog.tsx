import { useState } from 'react'
import type { AppError } from '../../../../shared/errors'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { type PathsAccount, resetAllPaths, useApiPaths } from '../../../state/apiPaths'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'

interface ResetPathsDialogProps {
  readonly account: PathsAccount
  readonly onClose: () => void
}

/** Asks before all that was changed about an account's API paths is out of use. */
export function ResetPathsDialog({ account, onClose }: ResetPathsDialogProps) {
  const changed = useApiPaths(({ rows }) => rows?.filter(({ isChanged }) => isChanged).length ?? 0)
  /** So many are being reset, and are changed no more when that is done. */
  const [resetting, setResetting] = useState<number | null>(null)
  const [error, setError] = useState<AppError | null>(null)

  async function reset() {
    if (resetting !== null) return
    setResetting(changed)
    const problem = await resetAllPaths(account)
    if (problem === null) return onClose()
    setResetting(null)
    setError(problem)
  }

  return (
    <Dialog
      role="alertdialog"
      title={text.resetTitle(resetting ?? changed)}
      onClose={onClose}
      onSubmit={() => void reset()}
      action={
        <Button look="danger" type="submit" isPending={resetting !== null}>
          {text.resetAction}
        </Button>
      }
    >
      {error !== null && (
        <Problem
          error={error}
          context={{ service: account.service, accountId: account.id, redo: () => void reset() }}
        />
      )}
      <p>{text.resetLead(account.name)}</p>
    </Dialog>
  )
}

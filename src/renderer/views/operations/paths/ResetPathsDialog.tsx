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
  const [isResetting, setIsResetting] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  async function reset() {
    if (isResetting) return
    setIsResetting(true)
    const problem = await resetAllPaths(account)
    setIsResetting(false)
    setError(problem)
    if (problem === null) onClose()
  }

  return (
    <Dialog
      role="alertdialog"
      title={text.resetTitle(changed)}
      onClose={onClose}
      onSubmit={() => void reset()}
      action={
        <Button look="danger" type="submit" isPending={isResetting}>
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

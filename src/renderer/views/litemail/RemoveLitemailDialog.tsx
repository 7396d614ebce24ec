import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { FleetNoun, FleetStatus } from '../../../shared/litemail/fleet'
import { accountsText } from '../../../shared/text/window/accounts'
import { litemailText } from '../../../shared/text/window/litemail'
import { call } from '../../bridge'
import { fleet } from '../../state/fleet'
import { litemailAccounts } from '../../state/litemail'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'

interface RemoveLitemailDialogProps {
  readonly account: LitemailAccount
  readonly onClose: () => void
}

/** Asks before a Litemail account goes, with everything that goes with it. */
export function RemoveLitemailDialog({ account, onClose }: RemoveLitemailDialogProps) {
  const { id, name, keyKept } = account
  const status = fleet.use(({ data }) => data)
  const [isRemoving, setIsRemoving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => void fleet.refresh(), [])

  async function remove() {
    if (isRemoving) return
    setIsRemoving(true)
    const result = await call('litemail.remove', { id })
    setIsRemoving(false)
    if (!result.ok) {
      setError(result.error)
      return
    }
    showDone(litemailText.removed(name))
    onClose()
    await litemailAccounts.refresh()
  }

  return (
    <Dialog
      role="alertdialog"
      title={litemailText.removeTitle(name)}
      onClose={onClose}
      onSubmit={() => void remove()}
      action={
        <Button look="danger" type="submit" isPending={isRemoving}>
          {isRemoving ? accountsText.removing : accountsText.removeConfirm}
        </Button>
      }
    >
      {error !== null && (
        <Problem error={error} context={{ service: 'litemail', accountId: id, redo: () => void remove() }} />
      )}
      <p className="text-pretty">
        {litemailText.removeKey(keyKept)}{' '}
        {litemailText.removeRead(keptOf(status, id, 'mailboxes'), keptOf(status, id, 'domains'))}{' '}
        {litemailText.removeNotes}
      </p>
      <p className="font-medium">{litemailText.removeStays}</p>
    </Dialog>
  )
}

/** How many rows of a noun are kept of an account; null where none were read. */
function keptOf(status: FleetStatus | null, accountId: string, noun: FleetNoun): number | null {
  const parts =
    status?.parts.filter((part) => part.accountId === accountId && part.noun === noun && part.at !== null) ??
    []
  return parts.length === 0 ? null : parts.reduce((sum, { kept }) => sum + kept, 0)
}

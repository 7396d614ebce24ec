import { useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { commonText } from '../../../shared/text/window/common'
import { litemailText } from '../../../shared/text/window/litemail'
import { call } from '../../bridge'
import { nameComplaint } from '../../fields/complaints'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { NameField } from '../connect/NameField'

interface RenameLitemailDialogProps {
  readonly account: LitemailAccount
  readonly onClose: () => void
}

/** What Mailroom calls a Litemail account. */
export function RenameLitemailDialog({ account, onClose }: RenameLitemailDialogProps) {
  const [name, setName] = useState(account.name)
  const [isTried, setIsTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  async function save() {
    setIsTried(true)
    if (isSaving || nameComplaint(name) !== null) return
    setIsSaving(true)
    const result = await call('litemail.rename', { id: account.id, name })
    setIsSaving(false)
    if (!result.ok) {
      setError(result.error)
      return
    }
    await litemailAccounts.refresh()
    onClose()
  }

  return (
    <Dialog
      title={litemailText.renameTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      action={
        <Button look="primary" type="submit" isPending={isSaving}>
          {commonText.save}
        </Button>
      }
    >
      {error !== null && (
        <Problem
          error={error}
          context={{ service: 'litemail', accountId: account.id, redo: () => void save() }}
        />
      )}
      <NameField autoFocus value={name} onChange={setName} isTried={isTried} />
    </Dialog>
  )
}

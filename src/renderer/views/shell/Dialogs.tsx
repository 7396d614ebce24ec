import { type ReactNode, useEffect } from 'react'
import type { Account } from '../../../shared/account'
import { accounts } from '../../state/accounts'
import { closeDialog, type OpenDialog, usePlace } from '../../state/app'
import { NewAddressDialog } from '../addresses/NewAddressDialog'
import { ConnectDialog } from '../connect/ConnectDialog'
import { ReplaceKeyDialog } from '../connect/ReplaceKeyDialog'
import { EditAccountDialog } from '../settings/EditAccountDialog'
import { RemoveAccountDialog } from '../settings/RemoveAccountDialog'

/** The dialog that is open. */
export function Dialogs() {
  const dialog = usePlace((place) => place.dialog)
  const list = accounts.use(({ data }) => data)
  const drawn = dialog === null ? null : draw(dialog, list)
  // What a dialog is about may go while it is open.
  const isGone = drawn === null && list !== null
  useEffect(() => {
    if (isGone) closeDialog()
  }, [isGone])
  return drawn
}

function draw(dialog: OpenDialog, list: readonly Account[] | null): ReactNode {
  if (dialog.kind === 'connect') return <ConnectDialog onClose={closeDialog} />
  if (dialog.kind === 'new-address-with') return <NewAddressDialog wish={dialog.wish} onClose={closeDialog} />
  const account = list?.find(({ id }) => id === dialog.accountId)
  if (account === undefined) return null
  const about = { account, onClose: closeDialog }
  switch (dialog.kind) {
    case 'replace-key':
      return <ReplaceKeyDialog {...about} />
    case 'edit-account':
      return <EditAccountDialog {...about} />
    case 'remove-account':
      return <RemoveAccountDialog {...about} />
    default:
      return dialog satisfies never
  }
}

import { type ReactNode, useEffect } from 'react'
import type { Account } from '../../../shared/account'
import { accounts } from '../../state/accounts'
import { closeDialog, type OpenDialog, usePlace } from '../../state/app'
import { RefreshAllDialog } from '../addresses/listing/RefreshAllDialog'
import { NewAddressDialog } from '../addresses/NewAddressDialog'
import { ConnectDialog } from '../connect/ConnectDialog'
import { ReplaceKeyDialog } from '../connect/ReplaceKeyDialog'
import { drawDataDialog } from '../data/drawDataDialog'
import { PastedListDialog } from '../pastedList/PastedListDialog'
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
  switch (dialog.kind) {
    case 'connect':
      return <ConnectDialog onClose={closeDialog} />
    case 'new-address-with':
      return <NewAddressDialog wish={dialog.wish} onClose={closeDialog} />
    case 'new-addresses-from-list':
      return <PastedListDialog onClose={closeDialog} />
    case 'refresh-all':
      return <RefreshAllDialog onClose={closeDialog} />
    case 'replace-key':
    case 'edit-account':
    case 'remove-account':
      return drawAccountDialog(dialog, list)
    default:
      return drawDataDialog(dialog, closeDialog)
  }
}

type AccountDialog = Extract<OpenDialog, { kind: 'replace-key' | 'edit-account' | 'remove-account' }>

function drawAccountDialog(dialog: AccountDialog, list: readonly Account[] | null): ReactNode {
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

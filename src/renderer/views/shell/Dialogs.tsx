import { type ReactNode, useEffect } from 'react'
import type { Account } from '../../../shared/account'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { accounts } from '../../state/accounts'
import {
  type ApiPathsDialog,
  closeDialog,
  type LitemailDialog,
  type OpenDialog,
  usePlace,
} from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { drawAccountList } from '../accountLists/drawAccountList'
import { RefreshAllDialog } from '../addresses/listing/RefreshAllDialog'
import { NewAddressDialog } from '../addresses/NewAddressDialog'
import { drawFundsDialog } from '../billing/drawFundsDialog'
import { ConnectDialog } from '../connect/ConnectDialog'
import { ConnectLitemailDialog } from '../connect/ConnectLitemailDialog'
import { ReplaceKeyDialog } from '../connect/ReplaceKeyDialog'
import { ReplaceLitemailKeyDialog } from '../connect/ReplaceLitemailKeyDialog'
import { drawDataDialog } from '../data/drawDataDialog'
import { drawDomainDialog } from '../domains/drawDomainDialog'
import { drawExportsDialog } from '../exports/drawExportsDialog'
import { JobDialog } from '../jobs/JobDialog'
import { RemoveLitemailDialog } from '../litemail/RemoveLitemailDialog'
import { RenameLitemailDialog } from '../litemail/RenameLitemailDialog'
import { WhatAnswersDialog } from '../litemail/WhatAnswersDialog'
import { drawMailboxDialog } from '../mailboxes/write/drawMailboxDialog'
import { ImportPathsDialog } from '../operations/paths/ImportPathsDialog'
import { ResetPathsDialog } from '../operations/paths/ResetPathsDialog'
import { Palette } from '../palette/Palette'
import { PastedListDialog } from '../pastedList/PastedListDialog'
import { EditAccountDialog } from '../settings/EditAccountDialog'
import { RemoveAccountDialog } from '../settings/RemoveAccountDialog'

/** The dialog that is open. */
export function Dialogs() {
  const dialog = usePlace((place) => place.dialog)
  const likedo = accounts.use(({ data }) => data)
  const litemail = litemailAccounts.use(({ data }) => data)
  const drawn = dialog === null ? null : draw(dialog, { likedo, litemail })
  // What a dialog is about may go while it is open.
  const isGone = drawn === null && likedo !== null && litemail !== null
  useEffect(() => {
    if (isGone) closeDialog()
  }, [isGone])
  return drawn
}

/** Null while nobody has read them. */
interface Lists {
  readonly likedo: readonly Account[] | null
  readonly litemail: readonly LitemailAccount[] | null
}

function draw(dialog: OpenDialog, { likedo, litemail }: Lists): ReactNode {
  switch (dialog.kind) {
    case 'connect':
      return <ConnectDialog onClose={closeDialog} />
    case 'new-address-with':
      return <NewAddressDialog wish={dialog.wish} onClose={closeDialog} />
    case 'new-addresses-from-list':
      return <PastedListDialog onClose={closeDialog} />
    case 'palette':
      return <Palette />
    case 'refresh-all':
      return <RefreshAllDialog onClose={closeDialog} />
    case 'replace-key':
    case 'edit-account':
    case 'remove-account':
      return drawAccountDialog(dialog, likedo)
    case 'job':
      return <JobDialog key={dialog.jobId} jobId={dialog.jobId} onClose={closeDialog} />
    case 'connect-litemail':
      return <ConnectLitemailDialog onClose={closeDialog} />
    case 'replace-litemail-key':
    case 'rename-litemail':
    case 'remove-litemail':
    case 'what-answers':
      return drawLitemailDialog(dialog, litemail)
    case 'add-funds':
    case 'auto-recharge':
    case 'billing-details':
    case 'upgrade-subscription':
      return drawFundsDialog(dialog, closeDialog)
    case 'tags':
    case 'workspaces':
    case 'cloudflare':
      return drawAccountList(dialog, litemail, closeDialog)
    case 'export-credentials':
    case 'export-to-platform':
    case 'platform-login':
      return drawExportsDialog(dialog, closeDialog)
    case 'new-mailboxes':
    case 'edit-mailboxes':
    case 'tag-mailboxes':
      return drawMailboxDialog(dialog, closeDialog)
    case 'connect-domains':
    case 'find-domain':
      return drawDomainDialog(dialog, litemail, closeDialog)
    case 'reset-api-paths':
    case 'import-api-paths':
      return drawPathsDialog(dialog, { likedo, litemail })
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

function drawLitemailDialog(
  dialog: Exclude<LitemailDialog, { kind: 'connect-litemail' }>,
  list: readonly LitemailAccount[] | null,
): ReactNode {
  const account = list?.find(({ id }) => id === dialog.accountId)
  if (account === undefined) return null
  const about = { account, onClose: closeDialog }
  switch (dialog.kind) {
    case 'replace-litemail-key':
      return <ReplaceLitemailKeyDialog {...about} />
    case 'rename-litemail':
      return <RenameLitemailDialog {...about} />
    case 'remove-litemail':
      return <RemoveLitemailDialog {...about} />
    case 'what-answers':
      return <WhatAnswersDialog {...about} isNew={dialog.isNew === true} />
    default:
      return dialog satisfies never
  }
}

function drawPathsDialog(dialog: ApiPathsDialog, { likedo, litemail }: Lists): ReactNode {
  const account = [...(litemail ?? []), ...(likedo ?? [])].find(({ id }) => id === dialog.accountId)
  if (account === undefined) return null
  const about = { account, onClose: closeDialog }
  return dialog.kind === 'reset-api-paths' ? (
    <ResetPathsDialog {...about} />
  ) : (
    <ImportPathsDialog {...about} chosen={dialog.chosen} />
  )
}

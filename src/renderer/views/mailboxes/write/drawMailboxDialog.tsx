import type { ReactNode } from 'react'
import type { MailboxDialog } from '../../../state/app'
import { EditMailboxesDialog } from './EditMailboxesDialog'
import { NewMailboxesDialog } from './NewMailboxesDialog'
import { TagMailboxesDialog } from './TagMailboxesDialog'

/** What mailboxes are made and changed with. */
export function drawMailboxDialog(dialog: MailboxDialog, onClose: () => void): ReactNode {
  switch (dialog.kind) {
    case 'new-mailboxes':
      return <NewMailboxesDialog {...dialog} onClose={onClose} />
    case 'edit-mailboxes':
      return <EditMailboxesDialog choice={dialog.choice} onClose={onClose} />
    case 'tag-mailboxes':
      return <TagMailboxesDialog choice={dialog.choice} onClose={onClose} />
    default:
      return dialog satisfies never
  }
}

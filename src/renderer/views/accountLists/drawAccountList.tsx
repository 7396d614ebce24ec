import type { ReactNode } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { AccountListDialog } from '../../state/app'
import { CloudflareDialog } from './cloudflare/CloudflareDialog'
import { TagsDialog } from './TagsDialog'
import { WorkspacesDialog } from './WorkspacesDialog'

/** What an account has beside mailboxes and domains; null where there is no such account. */
export function drawAccountList(
  { kind, accountId }: AccountListDialog,
  list: readonly LitemailAccount[] | null,
  onClose: () => void,
): ReactNode {
  const account = list?.find(({ id }) => id === accountId)
  if (account === undefined) return null
  switch (kind) {
    case 'tags':
      return <TagsDialog account={account} onClose={onClose} />
    case 'workspaces':
      return <WorkspacesDialog account={account} onClose={onClose} />
    case 'cloudflare':
      return <CloudflareDialog account={account} onClose={onClose} />
    default:
      return kind satisfies never
  }
}

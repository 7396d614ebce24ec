import type { Choice } from '../../../../shared/contract'
import { openDialog } from '../../../state/app'
import { mailboxes } from '../../../state/mailboxes'
import { propose } from '../../../state/planning'
import { withSelected } from '../../list/selected'

/** New mailboxes; of a domain, if one is meant. */
export const assignMailboxes = (
  about: { readonly accountId: string; readonly domain: string } | null = null,
) => openDialog({ kind: 'new-mailboxes', accountId: about?.accountId ?? null, domain: about?.domain ?? '' })

export const editMailboxes = (choice: Choice) => openDialog({ kind: 'edit-mailboxes', choice })
export const tagMailboxes = (choice: Choice) => openDialog({ kind: 'tag-mailboxes', choice })
/** They are removed when they renew next; until then they go on. */
export const removeMailboxes = (choice: Choice) =>
  propose({ operation: 'mailboxes.remove', of: { list: 'mailboxes', choice, inputs: {} } })

/** Does it with the selected mailboxes. */
export const onSelected = (act: (choice: Choice) => void) => () => withSelected(mailboxes.selection, act)

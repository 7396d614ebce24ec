import type { MailboxColumn } from '../../../shared/mailbox'
import { mailboxesText } from '../../../shared/text/window/mailboxes'
import type { FleetColumns } from '../fleetList/FleetGrid'

const ALL: readonly MailboxColumn[] = [
  'address',
  'name',
  'domain',
  'workspace',
  'status',
  'tags',
  'note',
  'assigned',
  'renews',
  'read',
]

const moments: ReadonlySet<MailboxColumn> = new Set(['assigned', 'renews', 'read'])

/** The columns of the list of mailboxes. */
export const mailboxColumns: FleetColumns<MailboxColumn> = {
  all: ALL,
  titles: mailboxesText.columns,
  kindOf: (column) => (moments.has(column) ? 'moments' : 'words'),
  widths: {
    address: { least: 272, share: 3 },
    name: { least: 104, share: 2 },
    domain: { least: 116, share: 2 },
    workspace: { least: 92, share: 7 },
    status: { least: 104, share: 1 },
    tags: { least: 108, share: 2 },
    note: { least: 104, share: 3 },
    assigned: { least: 92, share: 0 },
    renews: { least: 92, share: 0 },
    read: { least: 84, share: 0 },
    copy: { least: 28, share: 0 },
  },
  // The address says the domain.
  dispensable: ['domain', 'assigned', 'read', 'name', 'workspace', 'tags'],
}

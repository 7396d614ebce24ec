import type { MailboxColumn } from '../../mailbox'
import { figure } from './common'
import { createFleetListText } from './fleetList'

/** `1 mailbox`, `1,200 mailboxes`. */
const mailboxCount = (count: number): string => (count === 1 ? '1 mailbox' : `${figure(count)} mailboxes`)

/** The list of mailboxes. */
export const mailboxesText = {
  ...createFleetListText(mailboxCount, {
    title: 'Mailboxes',
    search: 'Search mailboxes',
    nothingMatches: 'No mailbox matches',
    none: 'No mailboxes',
    noneLead: 'Litemail lists none for the connected accounts.',
    notLoaded: 'Not loaded yet',
    notLoadedLead: 'The mailboxes have not been read from Litemail.',
    readingFirst: 'Reading mailboxes…',
    readingFirstLead: 'They appear here page by page.',
    notRead: 'The mailboxes could not be read from Litemail',
    failed: 'The mailboxes could not be read',
    stale: 'This list may be out of date',
    notePlaceholder: 'What is it for?',
  }),
  columns: {
    address: 'Address',
    name: 'Name',
    domain: 'Domain',
    workspace: 'Workspace',
    status: 'Status',
    tags: 'Tags',
    note: 'Note',
    assigned: 'Assigned',
    renews: 'Renews',
    read: 'Read',
    copy: 'Copy',
  } satisfies Record<MailboxColumn | 'copy', string>,
  renewing: 'Renewing soon',
  showDomain: (name: string) => `Show the domain ${name}`,
} as const

import type { DomainColumn } from '../../domain'
import { figure } from './common'
import { createFleetListText } from './fleetList'

/** `1 domain`, `1,200 domains`. */
const domainCount = (count: number): string => (count === 1 ? '1 domain' : `${figure(count)} domains`)

/** The list of domains. */
export const domainsText = {
  ...createFleetListText(domainCount, {
    title: 'Domains',
    search: 'Search domains',
    nothingMatches: 'No domain matches',
    none: 'No domains',
    noneLead: 'Litemail lists none for the connected accounts.',
    notLoaded: 'Not loaded yet',
    notLoadedLead: 'The domains have not been read from Litemail.',
    readingFirst: 'Reading domains…',
    readingFirstLead: 'They appear here page by page.',
    notRead: 'The domains could not be read from Litemail',
    failed: 'The domains could not be read',
    stale: 'This list may be out of date',
    notePlaceholder: 'What is it for?',
  }),
  columns: {
    domain: 'Domain',
    mailboxes: 'Mailboxes',
    workspace: 'Workspace',
    status: 'Status',
    mx: 'MX',
    spf: 'SPF',
    dkim: 'DKIM',
    'dmarc-record': 'DMARC',
    ns: 'NS',
    registered: 'Registered',
    expires: 'Expires',
    forwarding: 'Forwards to',
    'catch-all': 'Catch-all',
    dmarc: 'DMARC reports',
    note: 'Note',
    read: 'Read',
    copy: 'Copy',
  } satisfies Record<DomainColumn | 'copy', string>,
  expiring: 'Expiring soon',
  onlySeen: 'Seen in mailboxes',
  onlySeenMeaning: 'No list of domains showed it. Mailroom knows it from the addresses of mailboxes.',
  showMailboxes: 'Show its mailboxes',
  /** `count` as it stands in the list. */
  showMailboxesCounted: (name: string, count: string) =>
    `${count} ${count === '1' ? 'mailbox' : 'mailboxes'}: show those of ${name}`,
  readOfSaid: (read: number, said: number) => `${figure(read)} of ${figure(said)}`,
  saidMailboxes: (count: number) => `Litemail says ${figure(count)}`,
  mailboxesUnknown: 'Mailboxes are not loaded',
  saidOnly: (count: number) => `Litemail says ${figure(count)}. Mailboxes are not loaded.`,
  autoRenewing: 'Renews by itself',
} as const

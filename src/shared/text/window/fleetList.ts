import { figure } from './common'
import { fileSize } from './data'

/** What the lists of mailboxes and domains say alike, each with its own nouns. */
export interface FleetListText {
  readonly title: string
  readonly search: string
  /** How much of everything the list shows. */
  readonly shownOf: (shown: number, all: number) => string
  readonly copied: (count: number, left: number) => string
  readonly exported: (count: number, fileName: string, bytes: number) => string
  readonly nothingMatches: string
  /** All was read, and there is none. */
  readonly none: string
  readonly noneLead: string
  readonly notLoaded: string
  readonly notLoadedLead: string
  readonly readingFirst: string
  readonly readingFirstLead: string
  readonly notRead: string
  readonly failed: string
  readonly stale: string
  readonly notePlaceholder: string
}

/** `what` makes `1 mailbox`, `1,200 mailboxes`. */
export const createFleetListText = (
  counted: (count: number) => string,
  own: Omit<FleetListText, 'shownOf' | 'copied' | 'exported'>,
): FleetListText => ({
  ...own,
  shownOf: (shown, all) => (shown === all ? counted(all) : `${figure(shown)} of ${counted(all)}`),
  copied: (count, left) =>
    `Copied ${counted(count)}.${left === 0 ? '' : ` ${figure(left)} left out: no longer here.`}`,
  exported: (count, fileName, bytes) => `Exported ${counted(count)} to ${fileName} (${fileSize(bytes)}).`,
})

/** What both lists say in the same words. */
export const fleetListText = {
  filter: {
    workspace: 'Workspace',
    domain: 'Domain',
    status: 'Status',
    tag: 'Tag',
    unseen: 'Not seen',
  },
  notTold: 'Not told',
  within: { '7': 'Within 7 days', '30': 'Within 30 days' },
  export: 'Export…',
  /** Where there is more than one way. */
  exports: 'Export',
  exportView: 'Export as CSV…',
  exportChoosing: 'Choose where to save…',
  exporting: (done: number, total: number) => `Exporting ${figure(done)} of ${figure(total)}…`,
  connect: 'Connect Litemail',
  noAccount: 'No Litemail account is connected',
  noAccountLead: 'With an API key Mailroom reads your mailboxes and domains, and keeps them readable here.',
  readNow: 'Read now',
  primaryWorkspace: 'Primary workspace',
  unseenSince: (moment: string) => `not seen since ${moment}`,
  unseenMeaning:
    'The last whole reading of its list did not show it. It stays here until Litemail says that it is gone.',
  facts: {
    account: 'Account',
    workspace: 'Workspace',
    status: 'Status',
    tags: 'Tags',
    created: 'Created',
    read: 'Read',
    serviceId: 'Id at Litemail',
  },
  noTags: 'None',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  other: 'What else Litemail told',
  otherName: 'Name',
  otherValue: 'Value',
  nothingElse: 'Nothing.',
} as const

/** Views under names. */
export const savedViewsText = {
  menu: 'Views',
  current: (name: string) => `Views: ${name}`,
  save: 'Save this view…',
  saveTitle: 'Save this view',
  saveLead: 'Search, filters and order are kept under a name.',
  name: 'Name',
  nameEmpty: 'Enter a name.',
  nameLong: 'At most 60 characters.',
  replaces: (name: string) => `“${name}” exists already: it is replaced.`,
  action: 'Save',
  none: 'No saved view yet',
  failed: 'The saved views could not be read',
  saved: (name: string) => `Saved: ${name}`,
  removed: (name: string) => `Removed: ${name}`,
  remove: (name: string) => `Remove the view ${name}`,
  undo: 'Undo',
} as const

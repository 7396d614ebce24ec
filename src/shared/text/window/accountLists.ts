import { fleetAge } from '../fleetParts'
import { oneLine } from '../phrases'
import { figure } from './common'

const counted = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${figure(n)} ${many}`)

/** What the dialogs of an account's tags, workspaces and Cloudflare zones have in common. */
export const accountListText = {
  readAt: (at: number, now: number) => `Read ${fleetAge(at, now)}.`,
  notLoaded: 'Not loaded yet.',
  reading: 'Reading…',
  refresh: 'Read again',
  close: 'Close',
  back: 'Back',
  proceed: 'Review…',
  actions: 'Actions',
  unseen: 'Not seen in the last reading',
  name: 'Name',
  nameEmpty: 'Enter a name.',
  nameTaken: 'There is one of this name.',
  workspace: 'Workspace',
  /** The one that requests without a workspace header are about. */
  primary: 'Primary workspace',
} as const

export const tagsText = {
  open: 'Tags…',
  title: (account: string) => `Tags of ${oneLine(account)}`,
  list: 'Tags',
  failed: 'The tags could not be read',
  none: 'No tag at Litemail.',
  lead: 'Tags are kept at Litemail. Which mailbox has which tags is chosen in Mailboxes.',
  columns: { name: 'Tag', workspace: 'Workspace', mailboxes: 'Mailboxes' },
  unknownCount: 'Not told',
  add: 'New tag…',
  newTitle: 'New tag',
  changeTitle: (name: string) => `Change tag ${oneLine(name)}`,
  change: 'Change…',
  changeLabel: (name: string) => `Change ${oneLine(name)}`,
  remove: 'Delete…',
  removeLabel: (name: string) => `Delete ${oneLine(name)}`,
  color: 'Colour',
  colorHint: 'As #2f9e44.',
  named: 'Or one of these',
  otherColor: 'Another one',
  colorComplaint: 'A number sign and six digits or letters from a to f, as #2f9e44.',
  colors: {
    '#2f9e44': 'Green',
    '#1971c2': 'Blue',
    '#e03131': 'Red',
    '#f08c00': 'Orange',
    '#7048e8': 'Violet',
    '#495057': 'Grey',
  },
} as const

export const workspacesText = {
  open: 'Workspaces…',
  title: (account: string) => `Workspaces of ${oneLine(account)}`,
  list: 'Workspaces',
  failed: 'The workspaces could not be read',
  none: 'No workspace is known. Requests go to the one that Litemail takes unasked.',
  columns: { name: 'Workspace', domains: 'Domains', mailboxes: 'Mailboxes' },
  isPrimary: 'primary',
  notTold: 'Not told',
  add: 'New workspace…',
  newTitle: 'New workspace',
  renameTitle: (name: string) => `Rename ${oneLine(name)}`,
  rename: 'Rename…',
  renameLabel: (name: string) => `Rename ${oneLine(name)}`,
} as const

export const cloudflareText = {
  open: 'Cloudflare…',
  title: (account: string) => `Cloudflare of ${oneLine(account)}`,
  part: 'What is shown',
  parts: { zones: 'Domains', key: 'Credentials' },
  zonesLead:
    'Domains that Cloudflare holds are connected here, once Litemail has the credentials of its account.',
  read: 'Read the domains at Cloudflare',
  again: 'Read them again',
  failed: 'The domains at Cloudflare could not be read',
  keptFailed: 'What was read before could not be found',
  zones: 'Domains at Cloudflare',
  noZones: 'Litemail told of no domain at Cloudflare. It may need the credentials first.',
  /** The answer has no names in a place where Mailroom finds them. */
  odd: 'Mailroom finds no domains in what Litemail answered. It can be looked at in Operations.',
  inOperations: 'Open in Operations',
  find: 'Find',
  all: (n: number) => `All ${counted(n, 'domain', 'domains')} that ${n === 1 ? 'is' : 'are'} not connected`,
  connected: 'connected',
  chosen: (n: number) =>
    n === 0 ? 'Choose domains to connect' : `Connect ${counted(n, 'domain', 'domains')}…`,
  left: (n: number) => `${counted(n, 'more', 'more')}: search for it.`,
  nothingFound: 'Nothing found.',
  notShown: (n: number) => `${counted(n, 'more', 'more')} in the answer: too many to be shown here.`,
  keyLead:
    'Litemail checks the credentials with Cloudflare and keeps them. Mailroom passes the key on and does not keep it.',
  email: 'E-mail of the Cloudflare account',
  emailComplaint: 'Enter an e-mail address.',
  key: 'Cloudflare API key',
  keyComplaints: {
    empty: 'Enter the key.',
    characters: 'One line, without spaces.',
    long: 'At most 4,096 characters.',
  },
  showKey: 'Show the key',
  hideKey: 'Hide the key',
  keyHint: 'Of Cloudflare, not of Litemail: My Profile, API Tokens.',
  accountId: 'Cloudflare account ID',
  accountIdComplaint: 'Enter the account ID.',
  save: 'Save credentials…',
} as const

import type { JobCounts } from '../../job'
import type { ExportingOperation } from '../../litemail/exporting'
import { platformName, platformNames } from '../platforms'
import { figure } from './common'
import type { OnDemandText } from './credentials'
import { fileSize } from './data'

const mailboxes = (count: number): string => (count === 1 ? '1 mailbox' : `${figure(count)} mailboxes`)

/** The screen "Exports". */
export const exportsText = {
  title: 'Exports',
  account: 'Account',
  failed: 'What was exported could not be read',
  reading: 'Reading what was exported…',
  selectedToPlatform: 'To a platform…',
  login: 'Login at a platform…',

  begun: 'Exported from here',
  begunNone: 'Nothing was exported from here yet.',
  begunLead:
    'Litemail takes an export and works on it by itself. It does not tell how far it is: “accepted” is all that its answer says.',
  columns: { when: 'When', platform: 'Platform', mailboxes: 'Mailboxes', outcome: 'How it stands' },
  platforms: (names: readonly string[]) =>
    names.length === 0 ? 'Not told' : names.map(platformName).join(', '),
  total: (counts: JobCounts) => figure(Object.values(counts).reduce((sum, count) => sum + count, 0)),
  outcome: (counts: JobCounts): string => {
    const parts = [
      [counts.done, 'accepted'],
      [counts.unconfirmed, 'not confirmed'],
      [counts.refused, 'refused'],
      [counts.undone, 'not done'],
      [counts.planned + counts.sending, 'not sent yet'],
      [counts.dropped, 'not sent'],
    ] as const
    const said = parts.flatMap(([count, words]) => (count > 0 ? [`${figure(count)} ${words}`] : []))
    return said.join(', ')
  },
  restored: 'From a backup',
  inActivity: 'Show Activity',

  missing: 'Not exported',
  missingLead:
    'Mailboxes that no export from this Mailroom had that Litemail accepted. What was exported elsewhere is not known here, and how Litemail’s own history names mailboxes is not documented: it is not counted. For others select them in Mailboxes.',
  platform: 'Platform',
  anyPlatform: 'Any platform',
  since: 'Not exported since',
  sinceHint: 'Empty: not at all.',
  missingCount: (count: number, of: number) =>
    `${figure(count)} of ${of === 1 ? '1 listed mailbox' : `${figure(of)} listed mailboxes`}`,
  missingNone: 'Every mailbox was exported.',
  noMailboxes: 'Litemail’s list has no mailbox of this account.',
  notLoaded: 'Not loaded yet: the mailboxes of this account have not been read.',
  unconfirmed: (count: number) => `Of ${mailboxes(count)} among them it is not confirmed whether they were.`,
  first: (shown: number, count: number) =>
    shown < count ? `The first ${figure(shown)} of ${figure(count)}` : 'Which they are',
  exportThese: 'Export these…',
} as const

/** What Litemail tells of exports itself. */
export const exportHistoryText: OnDemandText = {
  title: 'Litemail’s export history',
  lead: 'Asked from Litemail when you press. How its answer looks is not documented: it is shown as it comes.',
  read: 'Read the export history',
  again: 'Read the export history again',
  failed: 'The export history could not be read',
}

/** "Export to a platform". */
export const exportWizardText = {
  title: 'Export to a platform',
  lead: (count: number) => `${mailboxes(count)}. Litemail takes an export and does not tell how far it is.`,
  platform: 'Platform',
  platforms: platformNames,
  how: 'Operation',
  hows: {
    'exports.connectInboxes': 'Connect inboxes',
    'exports.mailboxes': 'Export mailboxes',
  } satisfies Record<ExportingOperation, string>,
  howHints: {
    'exports.connectInboxes':
      'Litemail documents its path, as under development, and not what it takes. Which mailboxes and the platform are sent.',
    'exports.mailboxes':
      'Litemail documents its title, and neither its path nor what it takes: both are inferred. Where it answers that there is no such path, set it under API paths.',
  } satisfies Record<ExportingOperation, string>,
  login: 'Id of the login',
  loginHint:
    'The account at the platform, as Litemail numbers it. Litemail has no operation that lists them; left out, Litemail takes what it has.',
  action: 'Show what would be sent…',
} as const

/** "Login at a platform": handed to Litemail, and kept nowhere here. */
export const platformLoginText = {
  title: 'Login at a platform',
  lead: 'Litemail logs in there with it to hand mailboxes over. Mailroom sends it once and keeps it nowhere.',
  kind: 'What is to be done',
  platform: 'Platform',
  kinds: { add: 'Add a login', update: 'Change a login' },
  id: 'Id of the login',
  idHint: 'As Litemail numbers it; left out where it goes by platform and e-mail.',
  email: 'E-mail',
  emailEmpty: 'Enter the e-mail of the login.',
  emailUnfit: 'That is not an e-mail address.',
  password: 'Password at the platform',
  passwordEmpty: 'Enter the password.',
  passwordHint: 'Not kept here. Where it cannot be sent at once it has to be entered again.',
  show: 'Show the password',
  hide: 'Hide the password',
  action: 'Show what would be sent…',
} as const

const seconds = (ms: number): string => {
  const all = Math.max(1, Math.round(ms / 1_000))
  if (all < 120) return `${all} s`
  return `${figure(Math.round(all / 60))} min`
}

/** "CSV with credentials". */
export const credentialExportText = {
  open: 'CSV with credentials…',
  title: (count: number) => `Write the credentials of ${mailboxes(count)} to a file?`,
  preparing: 'CSV with credentials',
  failed: 'No file was written',
  cost: (count: number, ms: number) =>
    `${count === 1 ? '1 request' : `${figure(count)} requests`}, about ${seconds(ms)}.`,
  content:
    'Passwords, app passwords and the secrets of one-time codes stand in it as they are, readable by whoever has the file. They are not changed in any way: a spreadsheet may take one that begins with = for a formula.',
  safety:
    'Only your user on this computer can read it. It appears when it is whole; cancelled, nothing of it is left. Activity tells that it was written, and of how many.',
  action: 'Write the credentials…',
  choosing: 'Choose where to save…',
  progress: (done: number, total: number) => `Credentials: ${figure(done)} of ${figure(total)}`,
  left: (ms: number) => `about ${seconds(ms)} left`,
  cancel: 'Cancel the export',
  cancelling: 'Cancelling…',
  cancelled: 'Cancelled. No file was written.',
  done: (count: number, fileName: string, bytes: number) =>
    `Wrote the credentials of ${mailboxes(count)} to ${fileName} (${fileSize(bytes)}).`,
  unread: (unread: number, of: number) =>
    `${figure(unread)} of ${figure(of)} not read: the file says why, each in its row.`,
} as const

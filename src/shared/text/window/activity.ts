import type { Activity, Creation, Evidence, JournalState } from '../../activity'
import type { Credential } from '../../credentials'
import { figure } from './common'

/** Everything that Mailroom was asked to write. */
export const activityText = {
  title: 'Activity',
  count: (total: number) => (total === 1 ? '1 entry' : `${figure(total)} entries`),
  columns: { when: 'When', what: 'What', outcome: 'Outcome', account: 'Account', via: 'Asked from' },
  kinds: {
    'address.create': 'New address',
    'credentials.show': 'Credentials of a mailbox',
    'credentials.copy': 'Credential of a mailbox',
    'credentials.export': 'CSV with credentials',
    'domains.lost': 'DNS check',
  } satisfies Record<Activity['kind'], string>,
  shown: 'Shown',
  /** Of several mailboxes at once. */
  exported: 'Written to a file',
  exportedOf: (count: number) => (count === 1 ? '1 mailbox' : `${figure(count)} mailboxes`),
  copied: {
    password: 'Password copied',
    'app-password': 'App password copied',
    code: 'One-time code copied',
  } satisfies Record<Credential, string>,
  /** Mailroom looked by itself. */
  byItself: 'Mailroom',
  noName: 'No name was drawn',
  outcomes: {
    planned: 'Not sent yet',
    sending: 'Under way',
    done: 'Created',
    refused: 'Refused',
    unconfirmed: 'Unconfirmed',
    dropped: 'Not sent',
  } satisfies Record<JournalState, string>,
  evidence: {
    answer: 'LikeDo answered',
    list: 'Shown by LikeDo’s list',
    'second-sending': 'Sent a second time',
    user: 'You said so',
  } satisfies Record<Evidence, string>,
  via: {
    window: 'Window',
    command: 'Command line',
    menu: 'Menu',
    tray: 'Tray',
    'quick-create': 'Quick create',
    list: 'Pasted list',
    service: 'LikeDo’s list',
    import: 'Imported file',
  } satisfies Record<Creation['via'], string>,
  taken: (names: readonly string[]) => `Taken before: ${names.join(', ')}`,
  restored: 'From a backup',
  noAccount: 'None',
  empty: 'Nothing yet',
  emptyLead:
    'Each address that you ask for is written down here before it is sent, with how it ended; and each time that credentials are shown, copied or written to a file.',
  failed: 'Activity could not be read',
  reading: 'Reading…',
} as const

import type { Evidence } from '../../activity'
import type { Via } from '../../address'
import { addressCount } from './common'

const vias: Record<Via, string> = {
  window: 'In this window',
  command: 'By the command line',
  menu: 'From the menu',
  tray: 'From the tray',
  'quick-create': 'In quick create',
  list: 'From a pasted list',
  service: 'Found in LikeDo’s list',
  import: 'Read from a file',
}

const evidences: Record<Evidence, string> = {
  answer: 'LikeDo confirmed it at once.',
  list: 'LikeDo’s list showed it afterwards.',
  'second-sending': 'LikeDo confirmed it when it was sent a second time.',
  user: 'You said that it is yours.',
}

/** What is known of one address, beside the list. */
export const detailsText = {
  copy: 'Copy',
  hidden: 'Hidden here. It still exists at LikeDo and still receives mail.',
  hide: 'Hide here',
  show: 'Show again',
  readMail: 'Read mail at LikeDo',
  remove: 'Delete…',
  notePlaceholder: 'What is it for?',
  labels: 'Labels',
  addLabel: 'Add a label',
  createLabel: (name: string) => `Create “${name}”`,
  labelOptions: (name: string) => `Label ${name}`,
  removeLabel: 'Remove from this address',
  removeLabelNamed: (name: string) => `Remove ${name} from this address`,
  renameLabel: 'Rename everywhere…',
  mostLabels: 'An address has at most 20 labels.',
  labelsRead: 'Your labels could not be read',
  renameTitle: (name: string) => `Rename the label “${name}”`,
  renameLead: 'The new name stands on every address that has this label, hidden ones too.',
  renameField: 'New name',
  renameMerge: (name: string) => `“${name}” exists already: both become one label.`,
  renameEmpty: 'Enter a name.',
  renameLong: 'At most 40 characters.',
  rename: 'Rename',
  renamed: (name: string, count: number) => `Label renamed to “${name}” on ${addressCount(count)}.`,
  facts: {
    state: 'State',
    tag: 'LikeDo tag',
    account: 'Account',
    made: 'Made',
    asked: 'Asked for',
    how: 'How',
    seen: 'At LikeDo',
  },
  states: {
    created: 'Created',
    sending: 'Creating…',
    waiting: 'Not sent',
    unconfirmed: 'Unconfirmed',
    imported: 'From a file. No service has shown it.',
  },
  noTag: 'None',
  tagMeaning: 'Sent once, at creation. It cannot be changed from here.',
  noAccount: 'None',
  goneAccount: (name: string) => `${name} (no longer connected)`,
  vias,
  how: (via: Via, evidence: Evidence | null) =>
    evidence === null ? `${vias[via]}.` : `${vias[via]}. ${evidences[evidence]}`,
  seen: 'Last seen in LikeDo’s list',
  neverSeen: 'Never seen in a list.',
  cannotBeSeen: 'This server shows no list.',
  activity: 'Activity',
  noActivity: 'Mailroom did not make it, so nothing is written down.',
  deleteTitle: (email: string) => `Delete ${email}?`,
  deleteMeaning:
    'LikeDo’s API has no way to delete an address, so Mailroom cannot do it. You can, on LikeDo’s website:',
  deleteSteps: [
    'Open LikeDo and sign in.',
    'Find the address there and delete it. From then on it receives no mail.',
    'Come back and hide it here, so that it is out of your list. Your note stays.',
  ],
  deleteHiddenSteps: [
    'Open LikeDo and sign in.',
    'Find the address there and delete it. From then on it receives no mail.',
  ],
  deleteCopy: 'Copy the address',
  deleteOpen: 'Open LikeDo',
} as const

/** The question after an address was made. */
export const askText = {
  question: (localPart: string) => `What is ${localPart} for?`,
  keys: 'Ctrl+E',
  field: (email: string) => `Note for ${email}`,
  hint: 'Enter keeps it',
  noted: (email: string, note: string) => `Noted for ${email}: ${note}`,
} as const

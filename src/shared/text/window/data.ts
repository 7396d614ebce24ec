import type { LocalCopy } from '../../backup'
import type { Output } from '../../contract'
import type { ExportFormat, ImportField, ImportFormat, ImportReading, LineReport } from '../../transfer'
import { addressCount, figure } from './common'

const keys = (count: number) => (count === 1 ? '1 key' : `${figure(count)} keys`)
const lines = (count: number) => (count === 1 ? '1 line' : `${figure(count)} lines`)

/** A size of a file, as `3.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const steps = ['kB', 'MB', 'GB'] as const
  let size = bytes / 1_000
  let step = 0
  while (size >= 999.5 && step < steps.length - 1) {
    size /= 1_000
    step += 1
  }
  return `${size < 9.95 ? size.toFixed(1) : figure(Math.round(size))} ${steps[step]}`
}

/** Settings, Data: what goes out, what comes in, and what is removed. */
export const dataText = {
  transfer: 'Export and import',
  transferLead:
    'Addresses with their notes and labels, as a file for other programs or from one. Never a key.',
  export: 'Export…',
  import: 'Import…',
  backup: 'Backup',
  backupLead:
    'Everything but keys in one encrypted file: addresses, notes, labels, accounts, settings and Activity.',
  backUp: 'Back up…',
  restore: 'Restore a backup…',
  copies: 'Local copies',
  copiesLead:
    'Mailroom copies its data by itself: each day for a week, each week for a month, and before large changes. They are on this computer only and do not replace a backup.',
  copiesFailed: 'The local copies could not be read',
  noCopies: 'No copy yet. The first one is made within a day.',
  whys: {
    daily: 'Daily',
    weekly: 'Weekly',
    update: 'Before an update',
    restore: 'Before a restore',
    import: 'Before an import',
    hide: 'Before hiding many',
  } satisfies Record<LocalCopy['why'], string>,
  restoreCopy: 'Restore…',
  restoreCopyNamed: (moment: string) => `Restore the copy of ${moment}…`,
  diagnostics: 'Diagnostics',
  diagnosticsLead: 'What helps to find a fault, without keys, addresses or notes. Nothing is sent anywhere.',
  showDiagnostics: 'Show diagnostics…',
  removing: 'Remove',
  removeKeys: 'Remove all keys…',
  removeKeysHint: 'Accounts and addresses stay; each account asks for its key again.',
  deleteEverything: 'Delete everything…',
  deleteEverythingHint: 'Keys, addresses, notes, Activity and settings on this computer.',
} as const

export const exportText = {
  title: 'Export addresses',
  which: 'Which addresses',
  whiches: { all: 'All', listed: 'What the list shows' },
  whichHints: {
    all: 'Hidden ones too, and those whose creation is not confirmed; the file says of each what it is.',
    listed: 'What search and filters leave, in the order of the list.',
  },
  format: 'Format',
  formats: { csv: 'CSV', json: 'JSON' } satisfies Record<ExportFormat, string>,
  formatHints: {
    csv: 'Opens in every spreadsheet. Cells that a spreadsheet would run as a formula are guarded.',
    json: 'Exact, for programs and for Mailroom itself.',
  } satisfies Record<ExportFormat, string>,
  action: 'Choose a file…',
  doing: 'Exporting…',
  done: (count: number, fileName: string, bytes: number) =>
    `Exported ${addressCount(count)} to ${fileName} (${fileSize(bytes)}).`,
  failed: 'Not exported',
  none: { all: 'There is no address to export.', listed: 'The list shows no address to export.' },
} as const

export const importText = {
  title: 'Import addresses',
  file: (fileName: string, bytes: number, rows: number) =>
    `${fileName}, ${fileSize(bytes)}, ${rows === 1 ? '1 row' : `${figure(rows)} rows`}`,
  format: 'Format',
  formats: {
    csv: 'CSV',
    json: 'JSON of Mailroom',
    simplelogin: 'SimpleLogin',
    addy: 'addy.io',
  } satisfies Record<ImportFormat, string>,
  separator: 'Separator',
  separators: {
    ',': 'Comma',
    ';': 'Semicolon',
    '\t': 'Tab',
    '|': 'Bar',
  } satisfies Record<ImportReading['separator'], string>,
  hasHeader: 'The first row has titles',
  columns: 'What each column is',
  column: (number: number) => `Column ${number}`,
  columnNamed: (title: string) => `${title} is read as`,
  fields: {
    address: 'Address',
    note: 'Note',
    labels: 'Labels',
    tag: 'LikeDo tag',
    created: 'Created',
    account: 'Account',
    hidden: 'Hidden',
  } satisfies Record<ImportField, string>,
  leftOut: 'Left out',
  noAddressColumn: 'Say which column has the addresses.',
  preview: (shown: number) => (shown === 1 ? 'The first row' : `The first ${shown} rows`),
  account: 'Account',
  accountHint: 'For rows that name no account of yours.',
  noAccount: 'None',
  labels: 'Labels to give',
  labelsHint: 'To every address of the file; separated by commas.',
  labelsComplaint: 'At most 20 labels, each of at most 40 characters.',
  reading: 'Reading the file…',
  counts: (fresh: number, known: number) => `${figure(fresh)} new, ${figure(known)} already here`,
  knownMeaning: 'Notes and labels of the file are added to those already here; nothing is overwritten.',
  problems: (count: number) => `${lines(count)} with a problem`,
  problemList: 'Lines with a problem',
  problemsShown: (shown: number, all: number) => `The first ${figure(shown)} of ${figure(all)}.`,
  line: (line: number) => `Line ${figure(line)}`,
  lineProblems: {
    'no-address': 'No address',
    'not-an-address': 'Not an address',
    'note-too-long': 'The note is longer than 4,000 characters',
    label: 'A label is longer than 40 characters, or there are more than 20',
    tag: 'The LikeDo tag is longer than 50 characters',
    date: 'The date is not understood',
    'broken-quotes': 'The quotes do not match',
    'too-long': 'The line is too long',
    twice: 'The address stands earlier in the file',
  } satisfies Record<LineReport['problem'], string>,
  lineEnding: ({ problem, isTaken }: LineReport) => {
    if (!isTaken) return 'Left out.'
    return problem === 'twice' ? 'Joined with that line.' : 'Taken without it.'
  },
  action: (fresh: number) => (fresh === 0 ? 'Import' : `Import ${addressCount(fresh)}`),
  doing: 'Importing…',
  doneTitle: 'Imported',
  report: {
    added: 'Added',
    merged: 'Already here, added to',
    unchanged: 'Already here, unchanged',
    left: 'Left out',
  },
  showList: 'Show the addresses',
  unproved: 'Imported addresses are listed as “Imported” until LikeDo’s list shows them.',
} as const

export const backupText = {
  title: 'Back up',
  lead: 'One encrypted file, opened only with this passphrase. API keys are never in it.',
  passphrase: 'Passphrase',
  again: 'Passphrase again',
  show: 'Show the passphrase',
  hide: 'Hide the passphrase',
  showAgain: 'Show the repeated passphrase',
  hideAgain: 'Hide the repeated passphrase',
  lost: 'Nobody can open the backup without it, Mailroom’s makers included. Keep it where you keep passwords.',
  short: 'At least 8 characters.',
  long: 'At most 1,024 characters.',
  differs: 'The two are not the same.',
  strength: (length: number) => {
    if (length === 0) return 'Four or five unrelated words are long enough and can be remembered.'
    const count = length === 1 ? '1 character' : `${figure(length)} characters`
    if (length < 8) return `${count}: too short.`
    if (length < 14) return `${count}: short. A patient computer may find it; 20 or more are better.`
    if (length < 20) return `${count}: fair, if it is not a known phrase.`
    return `${count}: long, good if it is not a known phrase.`
  },
  action: 'Choose a file…',
  doing: 'Encrypting…',
  done: (count: number, fileName: string, bytes: number) =>
    `Backed up ${addressCount(count)} to ${fileName} (${fileSize(bytes)}).`,
} as const

export const restoreText = {
  title: 'Restore a backup',
  copyTitle: 'Restore a local copy',
  lead: (fileName: string, bytes: number) => `${fileName}, ${fileSize(bytes)}`,
  passphraseHint: 'The one that the backup was made with. Nothing is changed by opening it.',
  empty: 'Enter the passphrase.',
  open: 'Open',
  opening: 'Opening…',
  madeAt: (fileName: string, moment: string) => `${fileName}, made ${moment}.`,
  copyMadeAt: (moment: string) => `The copy of ${moment}.`,
  table: 'What it would bring',
  columns: { what: 'What', inBackup: 'In the backup', inCopy: 'In the copy', here: 'Here', after: 'After' },
  rows: {
    addresses: 'Addresses',
    notes: 'Notes',
    labels: 'Labels',
    accounts: 'Accounts',
    activity: 'Activity',
    views: 'Saved views',
    apiMaps: 'API paths',
    messages: 'Kept messages',
  },
  merged: 'It is merged: nothing that is here is removed. A local copy is made before.',
  unsettled: (count: number) =>
    count === 1
      ? '1 entry of its Activity has no ending. It comes as history and is never sent.'
      : `${figure(count)} entries of its Activity have no ending. They come as history and are never sent.`,
  withoutKeys: 'Accounts come without their keys. Nothing is asked of a service until you enter one.',
  action: 'Restore',
  doing: 'Restoring…',
  doneTitle: 'Restored',
  doneTable: 'What is here now',
  now: 'Now',
  before: 'Before',
  needKeys: 'Accounts from a backup have no key on this computer. Enter one to go on with them.',
  enterKeys: 'Enter the keys',
} as const

export const diagnosticsText = {
  title: 'Diagnostics',
  lead: 'Exactly this is saved, and only where you choose. Addresses, accounts and servers stand in it as tokens.',
  reading: 'Collecting…',
  content: 'The text that is saved',
  save: 'Save…',
  saving: 'Saving…',
  done: (fileName: string) => `Saved: ${fileName}.`,
} as const

export const removeKeysText = {
  title: 'Remove all keys from this computer?',
  lead: 'Every API key is deleted from this computer’s keychain and forgotten by Mailroom.',
  stays:
    'Accounts, addresses and notes stay. Until you enter a key again, an account makes no addresses, and what is not settled stays so.',
  atLikeDo: 'The keys stay valid at LikeDo. Delete them there if somebody else may have them.',
  action: 'Remove all keys',
  doing: 'Removing…',
  done: (removed: number) => (removed === 0 ? 'There was no key to remove.' : `Removed ${keys(removed)}.`),
  left: (left: number) =>
    left === 1
      ? '1 key could not be removed from the keychain'
      : `${keys(left)} could not be removed from the keychain`,
  leftAdvice: 'Unlock the keychain and try again, or delete what it calls Mailroom in its own program.',
} as const

export const deleteText = {
  title: 'Delete everything on this computer?',
  goes: 'What goes',
  goesList: (count: number | null) => [
    'Every API key, first, from this computer’s keychain',
    count === null || count === 0
      ? 'All addresses with their notes and labels, accounts and Activity'
      : `${addressCount(count)} with notes and labels, accounts and Activity`,
    'Settings and all local copies',
    'Starting at login',
  ],
  remains: 'What stays',
  remainsList: [
    'Your addresses at LikeDo: they still exist and still receive mail',
    'Backups and exports that you saved elsewhere',
    'Mailroom itself: remove it as you installed it',
  ],
  noUndo: 'This cannot be taken back. Without a backup nothing tells any more what each address was for.',
  backUpFirst: 'Back up first…',
  confirm: (word: string) => `Type “${word}” to confirm`,
  word: 'delete',
  mistyped: (word: string) => `Type exactly ${word}.`,
  action: 'Delete everything',
  doing: 'Deleting…',
  doneTitle: 'Everything is deleted',
  done: 'Only backups and exports that you saved are left on this computer. Mailroom ends in a moment.',
  doneBut: 'Mailroom ends in a moment. This could not be removed:',
  quit: 'Quit Mailroom',
  stays: {
    keys: 'Keys in the keychain: delete what it calls Mailroom in its own program',
    log: 'The log',
    folder: 'The data folder',
    'login-item': 'Starting at login: take Mailroom out of your desktop’s startup programs',
  } satisfies Record<Output<'data.deleteEverything'>['stays'][number], string>,
} as const

/** Accounts that this computer has no key for, in a line over every screen. */
export const withoutKeyText = {
  /** `what`: what those accounts have here. */
  words: (names: readonly string[], what: 'addresses' | 'lists' | 'both') => {
    const isOne = names.length === 1
    const lacking = isOne ? `no key for ${names[0]}` : `no keys for ${figure(names.length)} accounts`
    const kept = what === 'lists' ? 'mailboxes and domains' : what === 'both' ? 'rows' : 'addresses'
    return `This computer has ${lacking}. ${isOne ? 'Its' : 'Their'} ${kept} stay readable here.`
  },
} as const

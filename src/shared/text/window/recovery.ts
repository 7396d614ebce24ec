import { figure } from './common'

const some = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${figure(count)} ${many}`

/** The page that opens in place of everything when the data file was damaged. */
export const recoveryText = {
  title: 'Mailroom’s data was damaged',
  reading: 'Looking at what is left…',
  failed: 'What is left could not be read',
  happened: (moment: string) =>
    `When Mailroom started on ${moment}, SQLite could not use the file with your addresses.`,
  movedAside: 'It was moved aside in the data folder, and nothing was deleted:',
  untouched: 'Your addresses at LikeDo and the keys in your keychain are not affected.',
  decide: 'Choose how to go on. What you choose can be added to later from Settings, Data.',
  readable: 'What could still be read',
  readableLead: 'Taken out of the damaged file, row by row. Rows that could not be read are missing.',
  readableCounts: (counts: { addresses: number; activity: number; accounts: number }) => [
    some(counts.addresses, 'address', 'addresses'),
    some(counts.activity, 'entry of Activity', 'entries of Activity'),
    some(counts.accounts, 'account', 'accounts'),
  ],
  unreadable: 'Nothing could be read of the damaged file.',
  takeReadable: 'Take what is readable',
  taking: 'Taking…',
  copies: 'A local copy',
  copiesLead: 'As everything was at that time. What came later is missing.',
  noCopies: 'There is no local copy.',
  look: 'Look inside',
  lookNamed: (moment: string) => `Look inside the copy of ${moment}`,
  looking: 'Opening…',
  takeCopy: 'Take this copy',
  empty: 'Start empty',
  emptyLead:
    'No addresses, notes or accounts. The damaged file and the copies stay in the data folder, and LikeDo’s list may bring your addresses back without their notes.',
  startEmpty: 'Start empty',
  openDataFolder: 'Open data folder',
  notTaken: 'Nothing was changed',
} as const

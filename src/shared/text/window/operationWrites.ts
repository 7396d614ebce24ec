import { figure } from './common'
import { operationReadsText } from './operationReads'

const { needed, leftOut } = operationReadsText.complaints

/** Operations that write, filled in by hand. */
export const operationWritesText = {
  review: 'Review…',
  reviewLead: 'Nothing is sent before you have seen what would be sent.',
  oneRow: 'One id a line; each is a row of its own',
  severalRows: 'One a line',
  secretShow: 'Show what is typed',
  secretHide: 'Hide what is typed',
  secretHint: 'It goes to Litemail once, and is kept nowhere.',
  mailboxes: 'mailboxes',
  mailbox: (place: number) => `Mailbox ${figure(place)}`,
  fields: { firstName: 'firstName', lastName: 'lastName', username: 'username' },
  fieldOf: (name: string, place: number) => `${name} of mailbox ${figure(place)}`,
  addMailbox: 'Add a mailbox',
  removeMailbox: (place: number) => `Remove mailbox ${figure(place)}`,
  pasteHint: 'Lines copied from a table can be pasted into a field.',
  asText: (lines: number) =>
    `${figure(lines)} mailboxes, one a line: first name, last name and user name with tabs between.`,
  lineRemark: (line: number, name: string, complaint: string) =>
    `Line ${figure(line)}, ${name}: ${complaint}`,
  moreRemarks: (lines: number) => `and ${figure(lines)} more ${lines === 1 ? 'line' : 'lines'}`,
  complaints: {
    needed,
    leftOut,
    many: 'At most 5,000 lines.',
    twice: (value: string) => `“${value}” stands here twice.`,
    username: 'Only the part before the @, without spaces.',
    table: 'Each mailbox needs a first name, a last name and a user name of its own.',
  },
  outcome: 'Outcome',
  outcomeFailed: 'How it went could not be read',
  showJob: 'Show the rows',
} as const

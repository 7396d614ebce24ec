import type { AssignmentField, AssignmentProblem, AssignmentWarning } from '../../assignment'
import { figure } from './common'

const mailboxes = (count: number): string => (count === 1 ? '1 mailbox' : `${figure(count)} mailboxes`)
const domains = (count: number): string => (count === 1 ? '1 domain' : `${figure(count)} domains`)

/** New mailboxes, from a form, a pasted list or a file. */
export const assigningText = {
  open: 'New mailboxes…',
  title: 'New mailboxes',
  account: 'Account',
  from: 'From',
  sources: { typed: 'A form', text: 'A pasted list', file: 'A file' },
  firstName: 'First name',
  lastName: 'Last name',
  username: 'User name',
  usernameHint: 'Empty: made by the name pattern.',
  domain: 'Domain',
  domainForRows: 'Domain of rows without one',
  pattern: 'Name pattern',
  ownPattern: 'Own pattern',
  ownPatternHint: '{first}, {last}, {f} and {l}, with letters, digits, dots, hyphens and underscores.',
  ownPatternComplaint:
    'Write at least one of {first}, {last}, {f} and {l}; between them a–z, 0–9, . _ and -.',
  patterns: {
    '{first}.{last}': 'anna.berg',
    '{f}.{last}': 'a.berg',
    '{f}{last}': 'aberg',
    '{first}{last}': 'annaberg',
    '{first}': 'anna',
    '{first}.{l}': 'anna.b',
    '{last}.{first}': 'berg.anna',
    own: 'Own…',
  },
  list: 'People, one a line',
  listHint: 'As copied from a table: first name, last name, domain. Or with titles, then in any order.',
  tooLong: 'At most 60,000 characters. Choose a file for a longer list.',
  placeholder: 'Anna\tBerg\tacme.com\nBo\tEk\tacme.com',
  chooseFile: 'Choose a file…',
  chooseOther: 'Choose another file…',
  noFile: 'A CSV or text file with one person a row.',
  file: (name: string, size: string) => `${name}, ${size}`,
  fields: {
    address: 'Address',
    firstName: 'First name',
    lastName: 'Last name',
    name: 'Whole name',
    username: 'User name',
    domain: 'Domain',
    workspace: 'Workspace',
  } satisfies Record<AssignmentField, string>,
  rows: 'How each row is read',
  nothingYet: 'Each row is shown here as Mailroom reads it.',
  failed: 'The list could not be read',
  row: (line: number) => `Line ${figure(line)}`,
  noAddress: 'No address',
  problems: {
    'broken-quotes': 'The quotes do not match.',
    'too-long': 'The line is too long.',
    'too-many': 'A list has at most 5,000 rows: from here on nothing was read.',
    'no-first-name': 'No first name. Litemail needs one.',
    'no-last-name': 'No last name. Litemail needs one.',
    'no-username': 'No user name, and the pattern makes none.',
    'not-latin': 'Letters of this name cannot be written as a–z here: give a user name.',
    username:
      'Not a user name: a–z, 0–9, dots, hyphens and underscores, a letter or digit at both ends, no two dots.',
    'no-domain': 'No domain.',
    'unknown-domain': 'No domain of this account that Mailroom has read.',
    'domain-without-id': 'Only mailboxes have shown this domain: read the list of domains first.',
    'several-workspaces': 'This domain is in several workspaces: say which in a column “Workspace”.',
    twice: 'Stands in the list before.',
    known: 'This mailbox is there already.',
    sent: 'Sent before, and not seen in Litemail’s list yet: Activity shows how it stands.',
  } satisfies Record<AssignmentProblem, string>,
  warnings: {
    latinised: 'Letters of this name are written as a–z.',
    role: 'A name of a role: Litemail may refuse it, and others may use it to reach whoever runs the domain.',
    crowded: 'More than five mailboxes on this domain.',
    unread: 'The mailboxes of this domain are not loaded: one of this name may be there.',
  } satisfies Record<AssignmentWarning, string>,
  sendable: (count: number, total: number) => `${figure(count)} of ${figure(total)} can be assigned.`,
  notShown: (count: number) => `${figure(count)} more without a remark are not shown.`,
  crowded: (count: number, first: { readonly domain: string; readonly count: number }) =>
    count === 1
      ? `${first.domain} would have ${mailboxes(first.count)}. Above five, providers of mail grow wary of a domain.`
      : `${domains(count)} would have more than five mailboxes; ${first.domain} would have ${figure(first.count)}. Above five, providers of mail grow wary of a domain.`,
  proceed: (count: number) => (count === 0 ? 'Continue' : `Continue with ${mailboxes(count)}`),
} as const

/** What is changed of mailboxes that are there. */
export const mailboxWritesText = {
  edit: 'Edit…',
  editNames: 'Edit names…',
  tags: 'Tags…',
  remove: 'Remove at next renewal…',
  deeds: 'Change',
  editTitle: (email: string) => `Edit ${email}`,
  editManyTitle: (count: number) => `Edit ${mailboxes(count)}`,
  editLead: 'What is left as it is, is not sent.',
  mailbox: 'Mailbox',
  firstName: 'First name',
  lastName: 'Last name',
  username: 'User name',
  usernameHint: 'Another user name is another address.',
  picture: 'Picture',
  pictureHint: 'The https address of an image. Empty: left as it is.',
  of: (name: string, email: string) => `${name} of ${email}`,
  emptied: 'Litemail takes no empty one.',
  usernameComplaint: 'a–z, 0–9, dots, hyphens and underscores, a letter or digit at both ends, no two dots.',
  pictureComplaint: 'An address that begins with https://',
  notRead: 'The mailboxes could not be read',
  reading: 'Reading…',
  tooMany: (count: number) =>
    `${mailboxes(count)} are selected. By hand at most 100 are edited at once: select fewer.`,
  several: 'These are mailboxes of several accounts. Select those of one.',
  changes: (count: number) =>
    count === 0 ? 'Nothing is changed yet.' : `${mailboxes(count)} ${count === 1 ? 'changes' : 'change'}.`,
  proceed: 'Continue',
  proceedWith: (count: number) => (count === 0 ? 'Continue' : `Continue with ${mailboxes(count)}`),
  tagsTitle: (count: number) => `Tags of ${mailboxes(count)}`,
  tagsLead: 'Litemail takes all tags of a mailbox at once: each keeps those that you leave.',
  noTags: 'No tags of this account are known. They are made in Settings, in the account, under “Tags…”.',
  haveIt: (count: number, all: number) => `${figure(count)} of ${figure(all)} have it`,
  tagDeeds: { leave: 'Leave', give: 'Give', take: 'Take away' },
  unknown: (count: number) =>
    `${mailboxes(count)} left out: a tag there is not in the account’s list of tags, and would be lost.`,
  left: (count: number) =>
    `${mailboxes(count)} left out: no tag would stay, and Mailroom sends no empty list.`,
} as const

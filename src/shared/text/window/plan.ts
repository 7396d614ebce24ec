import { explainRecordRule } from '../dnsRecords'
import { explainMapIssue } from '../mapIssues'
import { dollars } from '../money'
import { clockTime } from '../time'
import { figure } from './common'

const rowCount = (count: number): string => (count === 1 ? '1 row' : `${figure(count)} rows`)

/** What stands against all of a wish. */
const wholeWords: Readonly<Record<string, string>> = {
  'rows: too many': 'At most 5,000 rows go at once. Choose fewer.',
  'accountId: several': 'The rows are of several accounts. Choose those of one.',
  'rows: no ids': 'Litemail has told no id of what you chose. Read the list of domains first.',
  'list: other': 'These rows are not what the operation is about.',
  'secrets: missing':
    'The password or key of it is kept nowhere, and is not known any more. Begin anew from its form.',
}

/** What stands against a row beside its inputs. */
const rowWords: Readonly<Record<string, string>> = {
  twice: 'is in the list twice',
  gone: 'is not at Litemail any more',
  'inputs: nothing': 'says nothing that would change: fill in what it is to become',
  'inputs: other-secrets': 'has another password or key than the first row; those go one after another',
  'workspaceId: other': 'was read from another workspace than the one that is given',
}

/** What stands against an input of a row, beside what stands against inputs everywhere: a rule of DNS, or too many values. */
function inputWords(issue: string): string | null {
  const [, input, rule = ''] = /^inputs\.(.{1,100}): ([a-z0-9-]+)$/.exec(issue) ?? []
  if (input === undefined) return null
  if (rule === 'one') return `“${input}” takes one value a row`
  const words = explainRecordRule(rule)
  return words === null ? null : `“${input}”: ${words}`
}

/** One thing that stands against what is to be written. */
export interface PlanIssue {
  /** From 0; null: all of it. */
  readonly row: number | null
  readonly words: string
}

/** What stands against a wish, in words: names and rules, never values. */
export function planIssue(issue: string): PlanIssue {
  const [, place, ofRow = ''] = /^rows\.(\d{1,5})(?:\.|: )(.*)$/s.exec(issue) ?? []
  if (place === undefined) return { row: null, words: wholeWords[issue] ?? explainMapIssue(issue) ?? issue }
  const words = rowWords[ofRow] ?? explainMapIssue(ofRow) ?? inputWords(ofRow) ?? ofRow
  return { row: Number(place), words }
}

/** What would be sent, before it is. */
export const planText = {
  making: 'Looking at what would be sent…',
  makingLead: 'Rows that were read more than ten minutes ago are read again first.',
  failed: 'It cannot be shown what would be sent',
  notBegun: 'Nothing was sent',
  showAgain: 'Show it again',
  cancel: 'Cancel',
  starting: 'Beginning…',

  account: 'Account',
  workspaces: 'Workspace',
  workspacesOf: (names: readonly (readonly [name: string, count: number])[]) =>
    names.length === 1
      ? (names[0]?.[0] ?? '')
      : names.map(([name, count]) => `${name} (${figure(count)})`).join(', '),
  workspacesShown: (names: readonly string[]) => `${names.join(', ')}, as far as rows are shown`,
  requests: 'Requests',
  requestsOf: (requests: number, rows: number) => {
    const asked = requests === 1 ? '1 request' : `${figure(requests)} requests`
    return rows === requests ? asked : `${asked} for ${rowCount(rows)}`
  },
  price: 'Price',
  priceOf: (price: number | null) =>
    price === null ? 'Price unknown: Litemail does not tell it beforehand' : dollars(price),
  wallet: 'Wallet before',
  walletUnread: 'Not read yet',
  walletUntold: 'Litemail did not tell it',
  walletOf: (balance: number) => dollars(balance),
  read: 'read',
  untilName: 'Can be begun until',
  until: (lapsesAt: number) => clockTime(lapsesAt),

  warnings: 'To be known before',
  final: 'No operation takes this back.',
  autoRecharge: 'Auto-recharge is on: your card may be charged.',
  autoRechargeUnknown: 'It is not known whether auto-recharge is on. If it is, your card may be charged.',
  firstAlone: (others: number) =>
    `The first row goes alone: it has never worked here. You see what came of it before the other ${figure(others)} are sent.`,

  stale: (count: number) =>
    count === 1
      ? 'One row was read more than ten minutes ago and could not be read again.'
      : `${figure(count)} rows were read more than ten minutes ago and could not be read again.`,
  lost: (count: number) =>
    count === 1
      ? 'One that you chose is not listed any more, and is left out.'
      : `${figure(count)} that you chose are not listed any more, and are left out.`,
  unnamed: (count: number) =>
    count === 1
      ? 'One that you chose is left out: Litemail has told no id of it. Read the list of domains first.'
      : `${figure(count)} that you chose are left out: Litemail has told no id of them. Read the list of domains first.`,
  changedRows: (count: number) =>
    count === 1
      ? 'One row is not as you were shown it. It is marked.'
      : `${figure(count)} rows are not as you were shown them. They are marked.`,
  mailboxes: (count: number | null) =>
    count === null
      ? 'how many mailboxes it has is not known'
      : count === 0
        ? 'no mailbox'
        : count === 1
          ? '1 mailbox'
          : `${figure(count)} mailboxes`,
  changedRow: 'Not as you were shown it',

  locked: 'This operation is locked',
  lockedReason:
    'Its request is only guessed, and it spends money or removes something. Compare it with Litemail’s page first.',
  unlock: 'I have read Litemail’s page for this operation',
  unlockHint: 'The request further down is as that page has it.',
  paste: 'Paste its sample in API paths…',

  rows: 'What is sent',
  columns: { row: 'Row', values: 'What is sent' },
  rowsLeft: (count: number) =>
    `${rowCount(count)} more ${count === 1 ? 'is' : 'are'} sent and not shown one by one.`,
  rowOf: (place: number) => `Row ${figure(place)}`,
  readRow: 'read',
  unread: 'not read yet',
  nothing: 'nothing',
  notKnown: 'not known',
  notKnownNow: 'now: not known',
  nowIs: 'now',
  becomes: 'becomes',
  changed: 'changes',
  beforeUnknown: 'What is there now is not known.',
  secret: 'as it was typed; it is not shown again',
  noInputs: 'Nothing but its id',
  request: 'The first request',
  requestOnly: 'The request',

  typeNumber: (number: number) => `Type “${number}” to confirm`,
  mistypedNumber: (number: number) => `Type exactly ${number}.`,
  typeName: (name: string) => `Type “${name}” to confirm`,
  mistypedName: (name: string) => `Type exactly ${name}.`,

  issues: (count: number) =>
    count === 1 ? 'One thing stands against it' : `${figure(count)} things stand against it`,
  issuesLead: 'Nothing was sent. Go back and correct it.',
  issuesLeft: (count: number) => `and ${figure(count)} more`,
  back: 'Back',
} as const

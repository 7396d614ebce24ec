import type { Activity, ActivityOutcome, Written } from '../../activity'
import type { OperationId } from '../../litemail/operations'
import { writeWordsOf } from '../writes'
import { activityText } from './activity'
import { isAccepted, isUndone } from './jobs'

/** The kinds of rows, and how they stand, as filters offer them. */
export const activityKinds = [
  ...(['address.create', 'write', 'credentials.show', 'credentials.copy', 'credentials.export'] as const),
  'domains.lost',
] as const satisfies readonly Activity['kind'][]
export const activityOutcomes = [
  ...(['planned', 'sending', 'accepted', 'done', 'refused', 'undone', 'unconfirmed', 'dropped'] as const),
] as const satisfies readonly ActivityOutcome[]

/** How a row stands for its reader. */
export const outcomeOf = (row: Exclude<Activity, { kind: 'domains.lost' }>): ActivityOutcome => {
  if (row.kind === 'address.create') return row.state
  if (row.kind !== 'write') return 'done'
  return isAccepted(row) ? 'accepted' : isUndone(row) ? 'undone' : row.state
}

/** That in words: an address is created where a write is done. */
export const outcomeWords = (
  row: Exclude<Activity, { kind: 'domains.lost' }>,
  outcome: ActivityOutcome,
): string => {
  if (row.kind === 'write') return activityText.writeOutcomes[outcome]
  if (row.kind === 'address.create') return activityText.outcomes[row.state]
  if (row.kind === 'credentials.export') return activityText.exported
  return row.what === null ? activityText.shown : activityText.copied[row.what]
}

/** What a row did, as a list names it. */
export const whatOf = (row: Activity): string =>
  row.kind === 'write' ? (writeWordsOf(row.operation)?.name ?? row.operation) : activityText.kinds[row.kind]

/** Inputs by which its user knows something new, the surest first. */
const naming = ['name', 'domainName', 'domainNames', 'url', 'email', 'testName'] as const

/** What a write is about, by what its user knows it by: of a new mailbox its address. */
export function aboutWrite({ target, inputs, ...row }: Written): string {
  const username = inputs.username ?? inputs['mailboxes.username']
  if (target?.noun === 'domain' && typeof username === 'string') return `${username}@${target.name}`
  if (target !== null) return target.name
  const name = naming.map((input) => inputs[input]).find((value) => value !== undefined && value !== '')
  if (name === undefined) return whatOf({ ...row, target, inputs })
  return Array.isArray(name) ? name.join(', ') : String(name)
}

/** Where Mailroom looks for what a write did, by the operation that reads there. */
export const readPlaces: Readonly<Partial<Record<OperationId, string>>> = {
  'workspaces.list': 'the list of workspaces',
  'mailboxes.list': 'the list of mailboxes',
  'mailboxes.get': 'what Litemail tells of the mailbox',
  'domains.list': 'the list of domains',
  'domains.get': 'what Litemail tells of the domain',
  'wallet.balance': 'the wallet',
  'subscriptions.list': 'the list of subscriptions',
  'dns.list': 'the DNS records of the domain',
  'tags.list': 'the list of tags',
}

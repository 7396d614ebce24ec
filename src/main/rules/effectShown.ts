import type { JobRow, ValuesBefore } from '../../shared/job'
import type {
  DnsRecordFacts,
  DomainFacts,
  MailboxFacts,
  SubscriptionFacts,
  TagFacts,
  WalletFacts,
  WorkspaceFacts,
} from '../../shared/litemail/facts'
import { type WritingId, writingOf } from '../../shared/litemail/writing'

/** What a read shows of the row that a write was about. */
export type ShownRow =
  | { readonly noun: 'mailbox'; readonly facts: MailboxFacts }
  | { readonly noun: 'domain'; readonly facts: DomainFacts }
  | { readonly noun: 'subscription'; readonly facts: SubscriptionFacts }
  | { readonly noun: 'tag'; readonly facts: TagFacts }
  | { readonly noun: 'workspace'; readonly facts: WorkspaceFacts }
  | { readonly noun: 'record'; readonly facts: DnsRecordFacts }
  | { readonly noun: 'wallet'; readonly facts: WalletFacts }
  /** As a list showed it that was read since; facts as texts. */
  | { readonly noun: 'kept'; readonly facts: ValuesBefore }
  /** The service says that the very row is not there any more. */
  | { readonly noun: 'gone' }

/** Words of a status that says that something goes, or went, at the end of what is paid for. */
const going = /remov|cancel|delet|expir|terminat/i

const plain = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return [...value].map(String).sort().join(',').toLowerCase()
  return String(value).trim().toLowerCase()
}

/** Facts of a row by name, as `Writing.touches` has them. */
const factOf = ({ facts }: Exclude<ShownRow, { noun: 'gone' }>, name: string): unknown =>
  Object.hasOwn(facts, name) ? Object.entries(facts).find(([fact]) => fact === name)?.[1] : undefined

/**
 * Whether a read shows that a write has been done. `unclear` in every other case: what does not show may come, and absence is
 * no proof.
 */
export function judgeEffect(
  id: WritingId,
  row: Pick<JobRow, 'inputs' | 'before'>,
  shown: ShownRow,
): 'done' | 'unclear' {
  const { touches } = writingOf(id)
  if (shown.noun === 'gone') return isRemoving(id) ? 'done' : 'unclear'
  const facts = Object.entries(touches)
  if (facts.length === 0) return 'unclear'
  const isDone = facts.every(([fact, input]) => {
    const now = factOf(shown, fact)
    if (fact === 'status') return typeof now === 'string' && going.test(now)
    // Null is what a service does not say.
    if (input === null) return now === ''
    const wanted = row.inputs[input]
    // What was not sent stays as it was.
    return wanted === undefined || (plain(now) !== null && plain(now) === plain(wanted))
  })
  return isDone &&
    facts.some(([fact, input]) => fact === 'status' || input === null || row.inputs[input] !== undefined)
    ? 'done'
    : 'unclear'
}

const isRemoving = (id: WritingId): boolean =>
  ['mailboxes.remove', 'domains.remove', 'subscriptions.cancel', 'dns.delete', 'tags.delete'].includes(id)

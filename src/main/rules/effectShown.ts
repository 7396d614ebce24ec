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
const going = /^(?:cancel(?:led|ed|ling|ing|lation)?|(?:remov|delet|terminat)(?:e|ed|ing|al|ion))$/
/** Words of a status that say that it does not, or not any more. */
const notGoing = /^(?:not|non|no|un.*|fail.*|error.*|refus.*|reject.*|declin.*|revers.*|revok.*|abort.*)$/

/** Whether a status says that what has it goes: `SCHEDULED_FOR_REMOVAL`, not `NOT_CANCELLED` or `cancel_failed`. */
const isGoing = (status: string): boolean => {
  const words = status
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.some((word) => going.test(word)) && !words.some((word) => notGoing.test(word))
}

/** Facts that are the same in capitals. Of every other one, capitals are part of what was wanted. */
const folded: ReadonlySet<string> = new Set([
  ...['dmarcEmail', 'forwardingEmail', 'catchAllEmail'],
  ...['color', 'host', 'type'],
])

/** A value of a fact, comparable with others of it; null: the service did not say. */
const comparable = (fact: string, value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (fact === 'tags') return JSON.stringify(tagsIn(value).toSorted())
  const text = String(value)
  if (fact === 'host' && text === '') return '@'
  return folded.has(fact) ? text.toLowerCase() : text
}

/** Lists keep tags as JSON. */
const tagsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(String)
  const text = String(value)
  if (!text.startsWith('[')) return [text]
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read.map(String) : [text]
  } catch {
    return [text]
  }
}

/** Facts of a row by name, as `Writing.touches` has them. */
const factOf = ({ facts }: Exclude<ShownRow, { noun: 'gone' }>, name: string): unknown =>
  Object.hasOwn(facts, name) ? Object.entries(facts).find(([fact]) => fact === name)?.[1] : undefined

/**
 * Whether a read shows that a write has been done: that it now is as was wanted, and was not before. `unclear` in every other
 * case: what does not show may come, absence is no proof, and what stood there before shows nothing.
 */
export function judgeEffect(
  id: WritingId,
  row: Pick<JobRow, 'inputs' | 'before'>,
  shown: ShownRow,
): 'done' | 'unclear' {
  if (shown.noun === 'gone') return isRemoving(id) ? 'done' : 'unclear'
  const effects = Object.entries(writingOf(id).touches).map(([fact, input]) => {
    const wanted = input === null ? null : row.inputs[input]
    // What was not sent stays as it was.
    if (wanted === undefined) return 'untouched'
    return effectOn(fact, wanted, row.before?.[fact] ?? null, factOf(shown, fact))
  })
  return effects.includes('changed') && !effects.includes('other') ? 'done' : 'unclear'
}

/** How a fact stands that was to become so; `wanted` null: nothing, or the status of what goes. */
function effectOn(
  fact: string,
  wanted: unknown,
  before: string | null,
  now: unknown,
): 'changed' | 'same' | 'other' {
  if (fact === 'status') {
    if (typeof now !== 'string' || !isGoing(now)) return 'other'
    return before !== null && !isGoing(before) ? 'changed' : 'same'
  }
  const [is, was] = [comparable(fact, now), comparable(fact, before)]
  // Null is what a service does not say.
  if (is === null || (wanted === null ? now !== '' : is !== comparable(fact, wanted))) return 'other'
  return was !== null && was !== is ? 'changed' : 'same'
}

const isRemoving = (id: WritingId): boolean =>
  ['mailboxes.remove', 'domains.remove', 'subscriptions.cancel', 'dns.delete', 'tags.delete'].includes(id)

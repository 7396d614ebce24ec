import { type DkimIssue, isDkim, isDkimHost, judgeDkim } from './dkim'
import { type DmarcIssue, isDmarc, isDmarcHost, judgeDmarc } from './dmarc'
import { hostWithin, judgeHost, wholeName } from './names'
import { isSpf, judgeSpf, remarkOnSpf, type SpfIssue, type SpfRemark } from './spf'
import { judgeText, stringsOf, type TextIssue, textOf } from './text'
import { judgeValue, type ValueIssue } from './values'

/*
 * The rules for DNS records, RFC by RFC, for main, which decides, and for its windows, which say it while one types. They know
 * what stands at the same domain as far as it was read.
 */

/** A record as it is to stand. Null: left to the service. */
export interface RecordDraft {
  readonly type: string
  /** `@` for the domain itself. */
  readonly host: string
  readonly value: string
  /** In seconds. */
  readonly ttl: number | null
  readonly priority: number | null
}

/** Names of the inputs of `dns.create`. */
export type RecordField = 'recordType' | 'host' | 'value' | 'ttl' | 'priority'

export type HostIssue = NonNullable<ReturnType<typeof judgeHost>> | 'srv-host'
/** What stands against it because of what stands there already. */
export type BesideIssue =
  | 'record-twice'
  | 'cname-apex'
  | 'cname-beside'
  | 'beside-cname'
  | 'target-alias'
  | 'null-mx-beside'
  | 'spf-second'
  | 'dmarc-second'
  | 'dkim-second'
export type NumberIssue = 'ttl' | 'priority-needed' | 'priority' | 'priority-unused' | 'null-mx-priority'
export type RecordRule =
  | HostIssue
  | ValueIssue
  | TextIssue
  | SpfIssue
  | DkimIssue
  | DmarcIssue
  | BesideIssue
  | NumberIssue
  | 'type'

export interface RecordIssue {
  readonly field: RecordField
  readonly rule: RecordRule
}

/** Where a record is to stand. */
export interface RecordPlace {
  readonly domain: string
  /** What stands there besides, as far as it is known; without the record that it replaces. */
  readonly others: readonly RecordDraft[]
  /** The record that it replaces. */
  readonly replaced?: RecordDraft | null
}

/** The types that Litemail takes. */
export const recordTypes = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'NS', 'SRV', 'CAA'] as const

/** Of these a record says which comes first. */
export const hasPriority = (type: string): boolean => type === 'MX' || type === 'SRV'

/** As large as a number of 31 bits (RFC 2181, 8). */
const LONGEST_TTL = 2_147_483_647
const SERVICE_HOST = /^_[a-z0-9-]+\._[a-z0-9-]+(\..+)?$/i

const isWhole = (number: number, most: number): boolean =>
  Number.isInteger(number) && number >= 0 && number <= most

/** What stands against a record, field by field; [] where nothing does. */
export function judgeRecord(draft: RecordDraft, place: RecordPlace): readonly RecordIssue[] {
  const type = draft.type.toUpperCase()
  if (!recordTypes.some((known) => known === type)) return [{ field: 'recordType', rule: 'type' }]
  const host = judgeOwner(draft, place)
  const value = type === 'TXT' ? judgeTextAt(draft, place) : judgeValue(type, draft.value)
  const found: RecordIssue[] = [
    ...(host === null ? [] : [{ field: 'host', rule: host } as const]),
    ...(value === null ? [] : [{ field: 'value', rule: value } as const]),
    ...judgeNumbers(draft),
  ]
  // What it is beside others is told once it is something.
  return found.length > 0 ? found : judgeBeside(draft, place)
}

function judgeOwner({ type, host }: RecordDraft, { domain, replaced }: RecordPlace): HostIssue | null {
  // As the service names it, whatever it is.
  if (replaced != null && replaced.host === host) return null
  const issue = judgeHost(host, domain, ['A', 'AAAA', 'MX'].includes(type.toUpperCase()))
  if (issue !== null) return issue
  return type.toUpperCase() === 'SRV' && !SERVICE_HOST.test(host.trim()) ? 'srv-host' : null
}

/** What a text says is judged by where it stands, or by what it says of itself. */
function judgeTextAt(
  { host: typed, value }: RecordDraft,
  { domain }: RecordPlace,
): TextIssue | SpfIssue | DkimIssue | DmarcIssue | null {
  const issue = judgeText(value)
  if (issue !== null) return issue
  const text = textOf(value)
  const host = hostWithin(typed, domain)
  if (isDmarcHost(host)) return judgeDmarc(text)
  if (isDmarc(text)) return 'dmarc-place'
  if (isDkimHost(host)) return judgeDkim(text)
  if (isDkim(text)) return 'dkim-place'
  return isSpf(text) ? judgeSpf(text) : null
}

function judgeNumbers({ type: named, value, ttl, priority }: RecordDraft): readonly RecordIssue[] {
  const type = named.toUpperCase()
  const found: RecordIssue[] = []
  if (ttl !== null && !isWhole(ttl, LONGEST_TTL)) found.push({ field: 'ttl', rule: 'ttl' })
  if (!hasPriority(type)) {
    if (priority !== null) found.push({ field: 'priority', rule: 'priority-unused' })
  } else if (priority === null) found.push({ field: 'priority', rule: 'priority-needed' })
  else if (!isWhole(priority, 65_535)) found.push({ field: 'priority', rule: 'priority' })
  else if (type === 'MX' && value.trim() === '.' && priority !== 0)
    found.push({ field: 'priority', rule: 'null-mx-priority' })
  return found
}

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** Two records that say the same (RFC 2181, 5). */
function areSame(one: RecordDraft, other: RecordDraft): boolean {
  if (one.priority !== other.priority) return false
  return one.type.toUpperCase() === 'TXT'
    ? stringsOf(one.value)?.join('') === stringsOf(other.value)?.join('')
    : isSame(one.value.replace(/\.$/, ''), other.value.replace(/\.$/, ''))
}

/** Whether the name that a record points at is only another name, which its target must not be (RFC 2181, 10.3). */
function pointsAtAlias({ type, value }: RecordDraft, { domain, others }: RecordPlace): boolean {
  if (!['MX', 'NS', 'SRV'].includes(type)) return false
  const target = wholeName(value.trim().split(/\s+/).at(-1) ?? '', domain)
  return others.some(
    (other) =>
      other.type.toUpperCase() === 'CNAME' && wholeName(hostWithin(other.host, domain), domain) === target,
  )
}

/** Against what stands at the same host. */
function judgeBeside(draft: RecordDraft, place: RecordPlace): readonly RecordIssue[] {
  const { domain, others } = place
  const type = draft.type.toUpperCase()
  const host = hostWithin(draft.host, domain)
  const beside = others.filter((other) => hostWithin(other.host, domain) === host)
  const alike = beside.filter((other) => other.type.toUpperCase() === type)
  const one = (field: RecordField, rule: BesideIssue): readonly RecordIssue[] => [{ field, rule }]
  if (alike.some((other) => areSame(draft, other))) return one('value', 'record-twice')
  if (type === 'CNAME') {
    // The domain itself always has others: its name servers, and what it starts with (RFC 1034, 3.6.2).
    if (host === '@') return one('host', 'cname-apex')
    if (beside.length > 0) return one('host', 'cname-beside')
    return isSame(wholeName(draft.value, domain), wholeName(host === '@' ? '@' : `${host}.${domain}`, domain))
      ? [{ field: 'value', rule: 'target-itself' }]
      : []
  }
  if (beside.some((other) => other.type.toUpperCase() === 'CNAME')) return one('host', 'beside-cname')
  if (pointsAtAlias({ ...draft, type }, place)) return one('value', 'target-alias')
  if (type === 'MX' && alike.length > 0 && [draft, ...alike].some(({ value }) => value.trim() === '.'))
    return one('value', 'null-mx-beside')
  if (type !== 'TXT') return []
  const said = textOf(draft.value)
  if (isSpf(said) && alike.some(({ value }) => isSpf(textOf(value)))) return one('value', 'spf-second')
  // What several keys of one selector mean nobody knows (RFC 6376, 3.6.2.2).
  if (isDkimHost(host) && alike.length > 0) return one('host', 'dkim-second')
  return isDmarcHost(host) && alike.some(({ value }) => isDmarc(textOf(value)))
    ? one('value', 'dmarc-second')
    : []
}

/** What is allowed of a record, and may not be meant. */
export const remarkOn = ({ type, value }: RecordDraft): SpfRemark | null =>
  type.toUpperCase() === 'TXT' && isSpf(textOf(value)) ? remarkOnSpf(textOf(value)) : null

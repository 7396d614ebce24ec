import { isDkimHost } from '../../shared/dns/dkim'
import { hostWithin } from '../../shared/dns/names'
import { judgeRecord, type RecordDraft } from '../../shared/dns/record'
import { isSpf } from '../../shared/dns/spf'
import { tagsOf } from '../../shared/dns/tags'
import { textOf } from '../../shared/dns/text'
import type { AboutHealth, DnsRecord, Repair } from '../../shared/health'

/** What is known of a domain that may miss something. */
export type KnownDns = Pick<AboutHealth, 'health' | 'records' | 'nameServers'> & {
  readonly domain: string
  /** Where reports of DMARC go, as the list of domains told. */
  readonly dmarcEmail: string | null
}

const repaired = ['mx', 'spf', 'dkim', 'dmarc'] as const
type RepairedMark = (typeof repaired)[number]

/** Its name servers are known to be others: nothing that Litemail keeps of its records has an effect. */
export const isElsewhere = ({ health }: Pick<KnownDns, 'health'>): boolean => health.ns.state === 'missing'

/** Which records a mark is about; `host` within the domain. */
const isOf: Readonly<Record<RepairedMark, (record: RecordDraft, host: string) => boolean>> = {
  mx: ({ type }, host) => type === 'MX' && host === '@',
  spf: ({ type, value }, host) => type === 'TXT' && host === '@' && isSpf(textOf(value)),
  // A key that was taken back is not to be put back.
  dkim: ({ type, value }, host) =>
    isDkimHost(host) && (type === 'CNAME' || (type === 'TXT' && tagsOf(textOf(value))?.get('p') !== '')),
  dmarc: ({ type }, host) => type === 'TXT' && host === '_dmarc',
}

/**
 * What can be put back of what a domain misses, each with a value that has a source: a good record that stood there before,
 * or, for DMARC, the address for reports that the list of domains names. Where name servers are others, that is the one cause,
 * and nothing is offered; nor is anything out of thin air.
 */
export const repairsOf = (known: KnownDns): Repair[] =>
  isElsewhere(known)
    ? []
    : repaired.flatMap((mark) => {
        if (known.health[mark].state !== 'missing') return []
        const seen = lastGood(mark, known)
        return seen.length > 0 ? seen : fromEmail(mark, known)
      })

/** What stands there now, as far as it was read since it was found missing; null: it was not. */
function standingOf(mark: RepairedMark, { health, records }: KnownDns): readonly DnsRecord[] | null {
  const { at } = health[mark]
  if (records === null || at === null || records.at < at) return null
  return records.rows.filter(({ isGone }) => !isGone)
}

/** The good records of a mark that were there last, together where they went together. */
function lastGood(mark: RepairedMark, known: KnownDns): Repair[] {
  const { domain, records } = known
  const others = standingOf(mark, known)
  if (others === null || records === null) return []
  const isOfMark = (record: RecordDraft) => isOf[mark](record, hostWithin(record.host, domain))
  // Of keys there may be others, of other selectors.
  if (mark !== 'dkim' && others.some(isOfMark)) return []
  const good = records.rows.filter(
    (record) =>
      record.isGone &&
      isOfMark(record) &&
      judgeRecord(record, { domain, others, replaced: record }).length === 0,
  )
  const at = Math.max(...good.map(({ lastSeenAt }) => lastSeenAt))
  return good
    .filter(({ lastSeenAt }) => lastSeenAt === at)
    .map(({ type, host, value, priority, ttl }) => ({
      by: 'seen',
      mark,
      record: { type, host: hostWithin(host, domain), value, priority, ttl },
      at,
    }))
}

function fromEmail(mark: RepairedMark, known: KnownDns): Repair[] {
  const { dmarcEmail, nameServers, domain } = known
  if (mark !== 'dmarc' || dmarcEmail === null || dmarcEmail === '') return []
  const standing = standingOf(mark, known) ?? []
  const isThere = standing.some((record) => isOf.dmarc(record, hostWithin(record.host, domain)))
  return isThere ? [] : [{ by: 'dmarc-email', mark, email: dmarcEmail, at: nameServers.at }]
}

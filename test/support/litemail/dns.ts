import { type Asked, inWorkspace } from './asked'
import { type DnsRecord, type DomainRecord, goldenRecords } from './records'

/** Said of domains that the user does not hold: the golden example. */
export const GOLDEN = Symbol('golden')

const allThere = { mx: true, spf: true, dkim: true, dmarc: true }

const checked = ({ id, domain, dns: { mx, spf, dkim, dmarc } = allThere }: DomainRecord) => ({
  id,
  domain,
  mxRecords: mx,
  spfRecord: spf,
  dkimRecords: dkim,
  dmarcRecords: dmarc,
})

const named = ({ holdings, request }: Asked): DomainRecord | undefined =>
  holdings.domains.find(({ domain }) => domain === request.query.domainName)

/** All records of a domain, also those that its list does not show. */
export const recordsOf = ({ records }: DomainRecord): readonly DnsRecord[] => records ?? goldenRecords()

/** What is told of the DNS of the domains that a user holds. */
export const dnsDrawers: Readonly<Record<string, (asked: Asked) => unknown>> = {
  'domains.checkDns': (asked) => {
    const ids = (asked.request.query.domainIds ?? '').split(',')
    const held = asked.holdings.domains.filter(inWorkspace(asked))
    const found = ids.flatMap((id) => held.find((domain) => domain.id === id) ?? [])
    const most = asked.switches.mostChecked ?? found.length
    return found.length === 0 ? GOLDEN : found.slice(0, most).map(checked)
  },
  'dns.list': (asked) => {
    const { domainId } = asked.request.query
    const records = asked.holdings.domains.find(({ id }) => id === domainId)?.records
    const listed = records?.filter(({ isUnlisted }) => !isUnlisted)
    return listed?.map((record) => ({ ...record, domainId })) ?? GOLDEN
  },
  'domains.nameServers': (asked) => {
    const domain = named(asked)
    return domain ? { domainName: domain.domain, nameServers: domain.expectedNameServers } : GOLDEN
  },
  'domains.verifyNameServers': (asked) => {
    const domain = named(asked)
    if (!domain) return GOLDEN
    const { nameServers, expectedNameServers } = domain
    const verified = nameServers.join() === expectedNameServers.join()
    return { domainName: domain.domain, verified, nameServers, expectedNameServers }
  },
}

import type { createSampleFleet } from './sampleFleet'
import { drawn } from './sampleLayout'

/** One domain in so many has something missing, beside those whose name servers are somebody else's still. */
const ONE_IN = 24

/** What is known of the DNS of the sample fleet's domains; as the fleet, always the same. Some of it is broken. */
export function createSampleDns(fleet: ReturnType<typeof createSampleFleet>) {
  const marksOf = (n: number) => {
    const { nameServers, expectedNameServers } = fleet.domainAt(n)
    const isOurs = nameServers.join() === expectedNameServers.join()
    const number = drawn(30, n) % ONE_IN
    return {
      isOurs,
      mx: isOurs,
      spf: isOurs && number !== 2,
      dkim: isOurs && number !== 1,
      dmarc: isOurs && number !== 0,
    }
  }

  return {
    check: (n: number) => {
      const { id, domain } = fleet.domainAt(n)
      const { mx, spf, dkim, dmarc } = marksOf(n)
      return { id, domain, mxRecords: mx, spfRecord: spf, dkimRecords: dkim, dmarcRecords: dmarc }
    },

    records: (n: number) => {
      const { id: domainId, domain, dmarcEmail } = fleet.domainAt(n)
      const { mx, spf, dkim, dmarc } = marksOf(n)
      const reports = dmarcEmail === null ? '' : `; rua=mailto:${dmarcEmail}`
      const all = [
        ...(mx
          ? [1, 2].map((place) => ({
              ...{ recordType: 'MX', host: '@', value: `mx${place}.sample-dns.example` },
              priority: place * 10,
            }))
          : [{ recordType: 'A', host: '@', value: '192.0.2.10' }]),
        ...(spf
          ? [{ recordType: 'TXT', host: '@', value: 'v=spf1 include:_spf.sample-dns.example ~all' }]
          : []),
        ...(dkim
          ? [
              {
                ...{ recordType: 'CNAME', host: 'selector1._domainkey' },
                value: `${domain.split('.')[0]}.dkim.sample-dns.example`,
              },
            ]
          : []),
        ...(dmarc ? [{ recordType: 'TXT', host: '_dmarc', value: `v=DMARC1; p=none${reports}` }] : []),
      ]
      return all.map((record, place) => ({
        id: `record-${domainId.slice(-6)}-${place + 1}`,
        ...record,
        ttl: 3_600,
        domainId,
      }))
    },

    nameServers: (n: number) => {
      const { domain, expectedNameServers } = fleet.domainAt(n)
      return { domainName: domain, nameServers: expectedNameServers }
    },

    propagation: (n: number) => {
      const { domain, nameServers, expectedNameServers } = fleet.domainAt(n)
      return { domainName: domain, verified: marksOf(n).isOurs, nameServers, expectedNameServers }
    },
  }
}

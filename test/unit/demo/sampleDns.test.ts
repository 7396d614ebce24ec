import { describe, expect, it } from 'vitest'
import { createSampleDns } from '../../../src/main/demo/sampleDns'
import { createSampleFleet } from '../../../src/main/demo/sampleFleet'

const since = Date.UTC(2025, 10, 18)
const fleet = createSampleFleet({ mailboxes: 2_400, since, now: () => since })
const dns = createSampleDns(fleet)
const places = Array.from({ length: fleet.size.domains }, (_, place) => place)

describe('the DNS of sample data', () => {
  it('is good for most domains, and each thing that may be missing is missing somewhere', () => {
    const checks = places.map(dns.check)
    const whole = checks.filter(
      ({ mxRecords, spfRecord, dkimRecords, dmarcRecords }) =>
        mxRecords && spfRecord && dkimRecords && dmarcRecords,
    )
    expect(whole.length).toBeGreaterThan(90)
    expect(whole.length).toBeLessThan(118)
    expect(checks.some(({ mxRecords }) => !mxRecords)).toBe(true)
    expect(checks.some(({ mxRecords, spfRecord }) => mxRecords && !spfRecord)).toBe(true)
    expect(checks.some(({ mxRecords, dkimRecords }) => mxRecords && !dkimRecords)).toBe(true)
    expect(checks.some(({ mxRecords, dmarcRecords }) => mxRecords && !dmarcRecords)).toBe(true)
  })

  it('has the records that a check finds, and no others', () => {
    for (const place of places) {
      const check = dns.check(place)
      const records = dns.records(place)
      const has = (type: string, value: RegExp) =>
        records.some((record) => record.recordType === type && value.test(`${record.host} ${record.value}`))
      expect(has('MX', /^@ /)).toBe(check.mxRecords)
      expect(has('TXT', /^@ v=spf1 /)).toBe(check.spfRecord)
      expect(has('CNAME', /_domainkey /)).toBe(check.dkimRecords)
      expect(has('TXT', /^_dmarc v=DMARC1/)).toBe(check.dmarcRecords)
    }
  })

  it('names nothing that is not reserved for examples', () => {
    const hosts = places
      .flatMap((place) => [
        ...dns.records(place).map(({ value }) => value),
        ...dns.nameServers(place).nameServers,
      ])
      .flatMap((text) => text.match(/[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/gi) ?? [])
      .filter((host) => !/^[\d.]+$/.test(host))
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([])
  })
})

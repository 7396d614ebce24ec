import { describe, expect, it } from 'vitest'
import { goldenOperation } from '../../../support/litemail/golden'
import { misshapenAt, read } from './asking'

const found = (operation: Parameters<typeof read>[0], body: unknown) => read(operation, body)
const golden = (id: string) => goldenOperation(id).answer.body

describe('a check of DNS records', () => {
  it('is read from a list, by its own name or none', () => {
    expect(found('domains.checkDns', golden('domains.checkDns'))).toMatchObject({
      value: [{ name: 'acme-mail.test', mx: true, spf: true, dkim: true, dmarc: false }],
    })
    const row = { domainId: 'd-1', mx: 'true', spf: 0, dkim: [], dmarc: ['v=DMARC1'] }
    for (const data of [[row], { domains: [row] }, { checks: [row] }, { results: [row] }, row]) {
      expect(found('domains.checkDns', { success: true, data })).toEqual({
        ok: true,
        value: [{ id: 'd-1', name: null, mx: true, spf: false, dkim: false, dmarc: true }],
      })
    }
  })
  it('says only what it says: a kind of records that is not told is not known', () => {
    expect(found('domains.checkDns', { data: [{ domain: 'A.example', mxRecords: false }] })).toEqual({
      ok: true,
      value: [{ id: null, name: 'a.example', mx: false, spf: null, dkim: null, dmarc: null }],
    })
  })
  it('takes no list of what there should be for what is there', () => {
    const told = (mxRecords: unknown) => found('domains.checkDns', { data: [{ mxRecords, spf: true }] })
    for (const list of [['10 mx.a.example'], [{ host: '@', value: 'mx.a.example', priority: 10 }]]) {
      expect(told(list)).toMatchObject({ value: [{ mx: true }] })
    }
    const item = { value: 'mx.a.example' }
    for (const list of [
      [{ ...item, status: 'missing' }],
      [{ ...item, found: false }],
      [item, { ...item, Error: 'none' }],
      [null],
      [''],
    ]) {
      expect(told(list)).toMatchObject({ value: [{ mx: null, spf: true }] })
    }
  })
  it('that tells of no records is none, and neither is what cannot be read', () => {
    expect(found('domains.checkDns', { data: [{ id: 'd-1', domain: 'a.example' }] })).toEqual(
      misshapenAt('domains.checkDns', 'data.0.mxRecords'),
    )
    expect(found('domains.checkDns', { data: 'fine' })).toEqual(misshapenAt('domains.checkDns', 'data'))
  })
})

describe('DNS records', () => {
  it('are read with what they have', () => {
    expect(found('dns.list', golden('dns.list'))).toMatchObject({
      value: [
        { type: 'MX', host: '@', value: 'mx1.litemail.test', priority: 10, ttl: 3600 },
        { type: 'TXT', host: '@', value: 'v=spf1 include:litemail.test ~all', priority: null },
      ],
    })
    const row = { type: 'txt', name: '', content: 'v=spf1 -all' }
    for (const data of [[row], { records: [row] }, { dnsRecords: [row] }]) {
      expect(found('dns.list', { data })).toEqual({
        ok: true,
        value: [{ id: null, type: 'TXT', host: '@', value: 'v=spf1 -all', priority: null, ttl: null }],
      })
    }
  })
  it('have their value to the letter: what is edited later is what the service has', () => {
    const value = '"k=rsa; "  "p=MIG\tf" \u200b '
    expect(found('dns.list', { data: [{ type: 'TXT', host: '@', value }] })).toMatchObject({
      value: [{ value }],
    })
    for (const broken of ['', 'a\0b', 'a\ud800', 'x'.repeat(65_536)]) {
      expect(found('dns.list', { data: [{ type: 'TXT', host: '@', value: broken }] })).toEqual(
        misshapenAt('dns.list', 'data.0.value'),
      )
    }
  })
  it('that are none are none; one that cannot be read makes all of them unreadable', () => {
    expect(found('dns.list', { data: [] })).toEqual({ ok: true, value: [] })
    expect(found('dns.list', { data: [{ recordType: 'MX', host: '@', value: 'a' }, { host: '@' }] })).toEqual(
      misshapenAt('dns.list', 'data.1.recordType'),
    )
    expect(found('dns.list', { data: null })).toEqual(misshapenAt('dns.list', 'data'))
  })
})

describe('a 404', () => {
  const say = (message: string) => read('domains.checkDns', { status: 404, message }, 404)
  it('is about the domain only where it speaks of one; else the path is wrong', () => {
    expect(say('Domain not found')).toEqual({ ok: false, error: { kind: 'not-found', what: 'domain' } })
    for (const message of ['Not found', 'Cannot GET /v1/domains/dns/check']) {
      expect(say(message)).toMatchObject({ ok: false, error: { kind: 'no-such-path' } })
    }
  })
})

describe('name servers', () => {
  const names = ['ns1.a.example', 'ns2.a.example']
  it('are read from a list, or from where they are called so', () => {
    const bodies = [
      { data: names },
      { data: { nameServers: names } },
      { data: { domain: { nameservers: names } } },
      { data: names.map((host) => ({ host })) },
    ]
    for (const body of bodies) {
      expect(found('domains.nameServers', body)).toEqual({ ok: true, value: { nameServers: names } })
    }
  })
  it('are never none because they cannot be read', () => {
    expect(found('domains.nameServers', { data: [] }).ok).toBe(false)
    expect(found('domains.nameServers', { data: [{ ttl: 1 }] }).ok).toBe(false)
    expect(found('domains.nameServers', { data: {} }).ok).toBe(false)
  })
})

describe('propagation', () => {
  it('is what the service says', () => {
    expect(found('domains.verifyNameServers', golden('domains.verifyNameServers'))).toMatchObject({
      value: { isWhole: true },
    })
    expect(found('domains.verifyNameServers', { data: { isPropagated: false } })).toMatchObject({
      value: { isWhole: false },
    })
  })
  it('follows from what the name servers are and should be, where it is not said', () => {
    const data = { nameServers: ['a.example'], expectedNameServers: ['b.example'] }
    expect(found('domains.verifyNameServers', { data })).toMatchObject({ value: { isWhole: false } })
  })
  it('is not known where nothing says so', () => {
    expect(found('domains.verifyNameServers', { data: { nameServers: ['a.example'] } }).ok).toBe(false)
  })
})

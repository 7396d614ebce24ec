import { describe, expect, it } from 'vitest'
import { judgeRecord, type RecordDraft, type RecordPlace, remarkOn } from '../../../src/shared/dns/record'
import { countLookups } from '../../../src/shared/dns/spf'
import { sentText, stringsOf } from '../../../src/shared/dns/text'

import { bad, good, mx, txt, typed } from './dnsRecords'

const domain = 'example.com'
const DEFAULTS: RecordDraft = { type: 'TXT', host: '@', value: 'x', ttl: null, priority: null }
const record = (given: Partial<RecordDraft>): RecordDraft => ({ ...DEFAULTS, ...given })

/** What stands against a record, as `host: host-name`. */
const against = (given: Partial<RecordDraft>, place: Partial<RecordPlace> = {}): string =>
  judgeRecord(record(given), { domain, others: [], ...place })
    .map(({ field, rule }) => `${field}: ${rule}`)
    .join(', ')

describe('a good record', () => {
  it.each(good)('%s', (_, given) => {
    expect(against(given)).toBe('')
  })
})

describe('a bad record names its field and the rule', () => {
  it.each(bad)('%s', (_, given, issue) => {
    expect(against(given)).toBe(issue)
  })
})

describe('beside what stands at the domain', () => {
  const a = record(typed('A', 'www', '192.0.2.1'))
  const alias = record(typed('CNAME', 'www', 'example.net'))
  const spf = record(txt('@', 'v=spf1 mx -all'))

  it('a CNAME is alone at its host', () => {
    expect(against(alias, { others: [a] })).toBe('host: cname-beside')
    expect(against(a, { others: [alias] })).toBe('host: beside-cname')
    expect(against(a, { others: [{ ...alias, host: 'www.example.com.' }] })).toBe('host: beside-cname')
    expect(against(typed('A', 'shop', '192.0.2.1'), { others: [alias] })).toBe('')
  })

  it('mail and names are not served by another name of something, RFC 2181 10.3', () => {
    expect(against(mx('@', 'www.example.com'), { others: [alias] })).toBe('value: target-alias')
    expect(against(typed('NS', 'sub', 'www.example.com.'), { others: [alias] })).toBe('value: target-alias')
  })

  it('there is one SPF record, and one DMARC record, RFC 7208 3.2 and RFC 7489 6.6.3', () => {
    expect(against(txt('@', 'v=spf1 -all'), { others: [spf] })).toBe('value: spf-second')
    expect(against(txt('@', 'v=spf1 -all'), { others: [record(txt('@', 'v=spf10'))] })).toBe('')
    expect(against(txt('sub', 'v=spf1 -all'), { others: [spf] })).toBe('')
    const dmarc = record(txt('_dmarc.example.com', '"v=DMARC1; p=none"'))
    expect(against(txt('_dmarc', 'v=DMARC1; p=reject'), { others: [dmarc] })).toBe('value: dmarc-second')
  })

  it('a selector has one key, RFC 6376 3.6.2.2', () => {
    const key = record(txt('s1._domainkey', 'v=DKIM1; p='))
    expect(against(txt('s1._domainkey', 'p='), { others: [key] })).toBe('host: dkim-second')
    expect(against(txt('s2._domainkey', 'p='), { others: [key] })).toBe('')
  })

  it('who takes no mail has no other MX, RFC 7505 3', () => {
    const none = record(mx('@', '.', 0))
    expect(against(mx('@', 'mx1.example.net'), { others: [none] })).toBe('value: null-mx-beside')
    expect(against(none, { others: [record(mx('@', 'mx1.example.net'))] })).toBe('value: null-mx-beside')
  })

  it('nothing stands there twice, however it is written', () => {
    expect(against(spf, { others: [record(txt('example.com', '"v=spf1 " "mx -all"'))] })).toBe(
      'value: record-twice',
    )
    expect(against(mx('@', 'MX1.example.net.'), { others: [record(mx('@', 'mx1.example.net'))] })).toBe(
      'value: record-twice',
    )
    expect(against(mx('@', 'mx1.example.net', 20), { others: [record(mx('@', 'mx1.example.net'))] })).toBe('')
  })

  it('what it replaces does not stand against it, nor does how the service names its host', () => {
    const replaced = record({ ...spf, host: 'example.com' })
    expect(against({ ...replaced, value: 'v=spf1 -all' }, { replaced })).toBe('')
  })
})

describe('a text over 255 octets', () => {
  it('leaves in quoted parts, none of them longer, which say the same together', () => {
    const key = `v=DKIM1; k=rsa; p=${'A'.repeat(392)}`
    const sent = sentText(key)
    expect(sent).toMatch(/^"[^"]{255}" "[^"]+"$/)
    expect(stringsOf(sent)?.join('')).toBe(key)
  })
  it('tears no character apart', () => {
    const text = `a${'é'.repeat(200)}`
    const parts = stringsOf(sentText(text)) ?? []
    expect(parts.join('')).toBe(text)
    expect(parts.map((part) => Buffer.byteLength(part))).toEqual([255, 146])
  })
  it('of 255 octets or fewer, or in quotes already, leaves as it was typed', () => {
    expect(sentText(` ${'a'.repeat(255)} `)).toBe('a'.repeat(255))
    expect(sentText('"a" "b"')).toBe('"a" "b"')
  })
})

describe('SPF that is allowed, and may not be meant', () => {
  it('has no end, or lets everybody send', () => {
    expect(remarkOn(record(txt('@', 'v=spf1 mx')))).toBe('spf-open')
    expect(remarkOn(record(txt('@', 'v=spf1 mx all')))).toBe('spf-passes-all')
    expect(remarkOn(record(txt('@', 'v=spf1 redirect=example.net')))).toBeNull()
    expect(remarkOn(record(txt('@', 'v=spf1 mx ?all')))).toBeNull()
  })
  it('has its lookups counted', () => {
    expect(countLookups('v=spf1 a mx ip4:192.0.2.1 include:example.net -all')).toBe(3)
  })
})

import { describe, expect, it } from 'vitest'
import { readDomainNames } from '../../../src/renderer/fields/domainNames'
import { readRecord, standingBeside, typedRecord } from '../../../src/renderer/fields/recordFields'
import { endingsOf, yearsOf } from '../../../src/renderer/views/domains/find/sought'
import { valueComplaint } from '../../../src/renderer/views/domains/write/domainWrites'

describe('domains as they are pasted', () => {
  it('are read with anything between, each once', () => {
    expect(readDomainNames('One.example, two.example;one.example\n three.example ')).toEqual({
      names: ['one.example', 'two.example', 'three.example'],
      bad: [],
      twice: 1,
    })
  })
  it('name what is none', () => {
    expect(readDomainNames('https://one.example/ acme two.example').bad).toEqual([
      'https://one.example/',
      'acme',
    ])
  })
})

describe('what is searched for', () => {
  it('has endings with or without their dot, and none that are none', () => {
    expect(endingsOf('.com, net co.uk;com')).toEqual(['com', 'net', 'co.uk'])
    expect(endingsOf(' , ')).toBeNull()
    expect(endingsOf('com, c_m')).toBeNull()
  })
  it('is for one year to ten', () => {
    expect(['1', ' 10 ', '0', '11', '1.5', 'x', ''].map(yearsOf)).toEqual([
      1,
      10,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('what is set for domains', () => {
  it('is an address, or a page', () => {
    expect(valueComplaint('email', 'all@example.com')).toBeNull()
    expect(valueComplaint('email', 'all@example')).not.toBeNull()
    expect(valueComplaint('forwardTo', 'https://example.com/shop')).toBeNull()
    expect(valueComplaint('forwardTo', 'example.com')).not.toBeNull()
    expect(valueComplaint('forwardTo', 'javascript:alert(1)')).not.toBeNull()
  })
})

describe('a DNS record that is edited', () => {
  const spf = {
    ...{ serviceId: 'r-1', type: 'TXT', host: '@', value: 'v=spf1 -all', priority: null, ttl: 300 },
    ...{ firstSeenAt: 1, lastSeenAt: 1, isGone: false },
  }
  const other = { ...spf, serviceId: 'r-2', value: 'site-verification=1' }
  const judged = (value: string, others: readonly (typeof spf)[]) =>
    readRecord(
      { ...typedRecord(spf), value },
      {
        domain: 'example.com',
        others: standingBeside(others, spf),
        replaced: spf,
      },
    ).complaints

  it('does not stand beside itself, also once the records were read anew', () => {
    const anew = [{ ...spf, lastSeenAt: 2 }, { ...other }]
    expect(standingBeside(anew, spf).map(({ serviceId }) => serviceId)).toEqual(['r-2'])
    expect(judged('v=spf1 mx -all', anew)).toEqual({})
    expect(judged('v=spf1 -all', anew)).toEqual({})
  })
  it('does stand beside the others that are still there', () => {
    expect(judged('v=spf1 mx -all', [{ ...spf }, { ...spf, serviceId: 'r-3' }])).toHaveProperty('value')
    expect(standingBeside([{ ...other, isGone: true }], null)).toEqual([])
    expect(standingBeside(null, spf)).toEqual([])
  })
})

describe('a DNS record as it is typed', () => {
  const place = { domain: 'example.com', others: [] }
  const typed = { type: 'MX', host: ' @ ', value: ' mx1.example.net ', ttl: '', priority: '10' }

  it('is sent without what was left empty', () => {
    expect(readRecord(typed, place)).toMatchObject({
      complaints: {},
      inputs: { recordType: 'MX', host: '@', value: 'mx1.example.net', priority: 10 },
    })
    expect(readRecord({ ...typed, ttl: '300' }, place).inputs.ttl).toBe(300)
  })
  it('has a priority only where its type has one', () => {
    const { inputs, complaints } = readRecord({ ...typed, type: 'A', value: '192.0.2.1' }, place)
    expect([inputs.priority, complaints]).toEqual([undefined, {}])
  })
  it('says of each field what stands against it', () => {
    const { complaints } = readRecord(
      { ...typed, host: '', value: '192.0.2.1', ttl: 'x', priority: '' },
      place,
    )
    expect(Object.keys(complaints).sort()).toEqual(['host', 'priority', 'ttl', 'value'])
  })
  it('leaves in quoted parts where it is longer than a string can be', () => {
    const value = 'a'.repeat(300)
    expect(readRecord({ ...typed, type: 'TXT', value }, place)).toMatchObject({
      complaints: {},
      inputs: { value: `"${'a'.repeat(255)}" "${'a'.repeat(45)}"` },
    })
  })
})

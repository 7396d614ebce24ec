import { describe, expect, it } from 'vitest'
import {
  isMade,
  isShownMade,
  keyOf,
  type Made,
  madeBy,
  type ShownMade,
} from '../../../src/main/rules/creation'
import type { JobTarget } from '../../../src/shared/job'
import type { WritingId } from '../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../src/shared/operationAnswer'

const acme = { noun: 'domain', serviceId: 'd1', name: 'Acme.example' } as const

describe('what a write makes', () => {
  it.each<[WritingId, FilledInputs, JobTarget | null, Made, ShownMade, ShownMade]>([
    [
      'mailboxes.assign',
      { domainId: 'd1', 'mailboxes.username': 'Ada' },
      acme,
      { list: 'mailboxes', domain: 'acme.example', email: 'ada@acme.example' },
      { email: 'ADA@acme.example' },
      { email: 'ada@other.example' },
    ],
    [
      'domains.connect',
      { domainNames: ['New.example'] },
      null,
      { list: 'domains', name: 'new.example' },
      { name: 'new.example' },
      { name: 'new.example.org' },
    ],
    [
      'tags.create',
      { name: 'Warm', color: '#FF0000' },
      null,
      { list: 'tags', name: 'Warm', color: '#ff0000' },
      { name: 'Warm', color: '#ff0000' },
      { name: 'Warm', color: '#00ff00' },
    ],
    [
      'dns.create',
      { domainId: 'd1', recordType: 'txt', host: '@', value: 'v=spf1 -all' },
      acme,
      { list: 'records', domain: 'acme.example', type: 'TXT', host: '@', value: 'v=spf1 -all' },
      { type: 'TXT', host: '@', value: 'v=spf1 -all' },
      { type: 'TXT', host: 'mail', value: 'v=spf1 -all' },
    ],
  ])('by %s is known by what a list shows of it', (operation, inputs, target, made, same, other) => {
    const found = madeBy(operation, { inputs, target })
    expect(found).toEqual(made)
    if (found === null) throw new Error('nothing is made')
    expect([isMade(found, same), isMade(found, other)]).toEqual([true, false])
    expect(keyOf('a', found)).not.toBe(keyOf('b', found))
  })

  it('is nothing new for other writes, and not known where the domain is known by its id alone', () => {
    expect(madeBy('mailboxes.update', { inputs: { username: 'a' }, target: acme })).toBeNull()
    const byId = { noun: 'domain', serviceId: 'd1', name: 'd1' } as const
    expect(madeBy('mailboxes.create', { inputs: { domainId: 'd1', username: 'a' }, target: byId })).toBeNull()
  })
})

describe('what a list shows was made', () => {
  it.each([
    ['there is one more than before', { before: 0, now: 1, others: 0 }, true],
    ['there is as many as before', { before: 1, now: 1, others: 0 }, false],
    ['it is not there', { before: 0, now: 0, others: 0 }, false],
    ['it is not known how many there were', { before: null, now: 1, others: 0 }, false],
    ['another row may have made the only one', { before: 0, now: 1, others: 1 }, false],
    ['there is one for each that may have made it', { before: 0, now: 2, others: 1 }, true],
  ] as const)('where %s: %#', (_, counts, isShown) => {
    expect(isShownMade(counts)).toBe(isShown)
  })
})

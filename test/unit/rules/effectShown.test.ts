import { describe, expect, it } from 'vitest'
import { judgeEffect, type ShownRow } from '../../../src/main/rules/effectShown'
import type { ValuesBefore } from '../../../src/shared/job'
import type { WritingId } from '../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../src/shared/operationAnswer'

const judge = (operation: WritingId, inputs: FilledInputs, before: ValuesBefore | null, now: ValuesBefore) =>
  judgeEffect(operation, { inputs, before }, { noun: 'kept', facts: now })

const dkim = 'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ'
const record = { recordType: 'txt', host: '', value: dkim, ttl: 300 }
const domainIds = ['d1']

describe('a read shows that a write was done', () => {
  it.each<[string, WritingId, FilledInputs, ValuesBefore, ValuesBefore]>([
    [
      'another name',
      ...(['mailboxes.update', { firstName: 'Ada' }, { firstName: 'Anna' }, { firstName: 'Ada' }] as const),
    ],
    [
      'only the capitals of a name',
      ...(['mailboxes.update', { firstName: 'ANNA' }, { firstName: 'Anna' }, { firstName: 'ANNA' }] as const),
    ],
    [
      'one name, beside one that stays',
      'mailboxes.update',
      { firstName: 'Ada', lastName: 'Vik' },
      { firstName: 'Anna', lastName: 'Vik' },
      { firstName: 'Ada', lastName: 'Vik' },
    ],
    [
      'an address of e-mail, in whatever capitals',
      'domains.enableCatchAll',
      { domainIds, email: 'Post@x.example' },
      { catchAllEmail: '' },
      { catchAllEmail: 'post@x.example' },
    ],
    [
      'what is there no more',
      'domains.removeForwarding',
      { domainIds },
      { forwardTo: 'https://a.example' },
      { forwardTo: '' },
    ],
    [
      'a record',
      'dns.update',
      record,
      { type: 'TXT', host: '@', value: dkim.toLowerCase(), ttl: '300', priority: null },
      { type: 'TXT', host: '@', value: dkim, ttl: '300', priority: null },
    ],
    ...['SCHEDULED_FOR_REMOVAL', 'CANCELLED', 'pendingDeletion', 'removing at renewal', 'TERMINATED'].map(
      (status): [string, WritingId, FilledInputs, ValuesBefore, ValuesBefore] => [
        `the status ${status}`,
        ...(['subscriptions.cancel', { id: 's1' }, { status: 'ACTIVE' }, { status }] as const),
      ],
    ),
  ])('by %s', (_, operation, inputs, before, now) => {
    expect(judge(operation, inputs, before, now)).toBe('done')
    // What stood there before shows nothing, nor does a read of what was never listed.
    expect(judge(operation, inputs, before, before)).toBe('unclear')
    expect(judge(operation, inputs, now, now)).toBe('unclear')
    expect(judge(operation, inputs, null, now)).toBe('unclear')
    const untold = Object.fromEntries(Object.keys(before).map((fact) => [fact, null]))
    expect(judge(operation, inputs, untold, now)).toBe('unclear')
    expect(judge(operation, inputs, before, untold)).toBe('unclear')
  })

  it.each([
    ['ACTIVE', 'NOT_CANCELLED'],
    ['ACTIVE', 'cancel_failed'],
    ['ACTIVE', 'UNDELETABLE'],
    ['ACTIVE', 'removal rejected'],
    ['ACTIVE', 'CANCELLABLE'],
    // By itself, at the end of what was paid for.
    ['ACTIVE', 'EXPIRED'],
    ['SCHEDULED_FOR_REMOVAL', 'CANCELLED'],
  ])('not by a status that was %s and is %s', (before, now) => {
    expect(judge('mailboxes.remove', { id: 'm1' }, { status: before }, { status: now })).toBe('unclear')
  })

  it('not where only the capitals of another value are as they were to be', () => {
    const before = { type: 'TXT', host: '@', value: 'old', ttl: '300', priority: null }
    const now = { ...before, value: dkim.toLowerCase() }
    expect(judge('dns.update', record, before, now)).toBe('unclear')
  })

  it('of tags by which they are, in whatever order', () => {
    const inputs = { tagIds: ['t2', 't1'] }
    expect(judge('mailboxes.update', inputs, { tags: '["t1"]' }, { tags: '["t1","t2"]' })).toBe('done')
    expect(judge('mailboxes.update', inputs, { tags: '["t2","t1"]' }, { tags: '["t1","t2"]' })).toBe(
      'unclear',
    )
  })

  it('by the very row being gone only of what takes it away', () => {
    const gone: ShownRow = { noun: 'gone' }
    const row = { inputs: { id: 'm1', firstName: 'Ada' }, before: null }
    expect(judgeEffect('mailboxes.remove', row, gone)).toBe('done')
    expect(judgeEffect('mailboxes.update', row, gone)).toBe('unclear')
  })
})

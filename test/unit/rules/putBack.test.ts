import { describe, expect, it } from 'vitest'
import { putBackOf } from '../../../src/main/rules/putBack'
import type { WritingId } from '../../../src/shared/litemail/writing'

const target = { noun: 'record', serviceId: 'r1', name: 'TXT @' } as const
const done = { state: 'done', target, before: null } as const

describe('what puts back what a write changed', () => {
  it('is the same write with what stood there, for all that was changed and nothing else', () => {
    const inputs = { id: 'm1', firstName: 'Ada' }
    const row = {
      ...done,
      inputs,
      before: { firstName: 'Anna', lastName: 'Byron', username: 'a', tags: null },
    }
    expect(putBackOf('mailboxes.update', row, null)).toEqual({
      operation: 'mailboxes.update',
      inputs: { id: 'm1', firstName: 'Anna' },
    })
  })

  it('is the DNS record as it was: changed back, written anew, or deleted', () => {
    const sent = { domainId: 'd1', recordType: 'TXT', host: '@', value: 'v=spf1 -all', ttl: 300 }
    const before = { type: 'TXT', host: '@', value: 'v=spf1 ~all', ttl: '3600', priority: null }
    expect(putBackOf('dns.update', { ...done, inputs: { id: 'r1', ...sent }, before }, null)).toEqual({
      operation: 'dns.update',
      inputs: { ...sent, id: 'r1', value: 'v=spf1 ~all', ttl: 3600 },
    })
    expect(putBackOf('dns.delete', { ...done, inputs: { id: 'r1', domainId: 'd1' }, before }, null)).toEqual({
      operation: 'dns.create',
      inputs: { domainId: 'd1', recordType: 'TXT', host: '@', value: 'v=spf1 ~all', ttl: 3600 },
    })
    expect(putBackOf('dns.create', { ...done, inputs: sent }, 'r9')).toEqual({
      operation: 'dns.delete',
      inputs: { id: 'r9', domainId: 'd1' },
    })
  })

  it('sets again what was set, and takes away what was not there', () => {
    const inputs = { domainIds: ['d1'], email: 'new@x.example' }
    const enabled = (catchAllEmail: string | null) =>
      putBackOf('domains.enableCatchAll', { ...done, inputs, before: { catchAllEmail } }, null)
    expect(enabled('old@x.example')).toEqual({
      operation: 'domains.enableCatchAll',
      inputs: { domainIds: ['d1'], email: 'old@x.example' },
    })
    expect(enabled('')).toEqual({ operation: 'domains.removeCatchAll', inputs: { domainIds: ['d1'] } })
    expect(enabled(null)).toBeNull()
    const removed = { ...done, inputs: { domainIds: ['d1'] }, before: { forwardTo: 'https://x.example' } }
    expect(putBackOf('domains.removeForwarding', removed, null)).toEqual({
      operation: 'domains.addForwarding',
      inputs: { domainIds: ['d1'], forwardTo: 'https://x.example' },
    })
  })

  it.each<[string, WritingId, Parameters<typeof putBackOf>[1]]>([
    [
      'nothing takes it back',
      'mailboxes.remove',
      { ...done, inputs: { id: 'm1' }, before: { status: 'ACTIVE' } },
    ],
    ['what stood there is not known', 'mailboxes.update', { ...done, inputs: { id: 'm1', firstName: 'A' } }],
    [
      'what stood there is told by other words',
      'mailboxes.update',
      { ...done, inputs: { id: 'm1', tagIds: ['t1'] }, before: { tags: '["A"]' } },
    ],
    [
      'nobody knows whether it was done',
      'mailboxes.update',
      { target, state: 'unconfirmed', inputs: { id: 'm1', firstName: 'A' }, before: { firstName: 'B' } },
    ],
    ['the record that was made is not known', 'dns.create', { ...done, inputs: { domainId: 'd1' } }],
    [
      'the record that was deleted is not known',
      'dns.delete',
      { ...done, inputs: { id: 'r', domainId: 'd' } },
    ],
  ])('is not known where %s', (_, operation, row) => {
    expect(putBackOf(operation, row, null)).toBeNull()
  })
})

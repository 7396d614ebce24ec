import { describe, expect, it } from 'vitest'
import { isChanged, namingInput, rowValues } from '../../../src/renderer/views/plan/rowValues'

describe('the values of a planned row', () => {
  it('stand beside what is there now, under the name that is sent', () => {
    const row = {
      inputs: { id: 'm1', firstName: 'Anne', lastName: 'Berg' },
      before: { firstName: 'Anna', lastName: 'Berg', username: 'anna', tags: null },
    }
    const values = rowValues('mailboxes.update', row)
    expect(values).toEqual([
      { name: 'firstName', before: 'Anna', after: 'Anne' },
      { name: 'lastName', before: 'Berg', after: 'Berg' },
    ])
    expect(values.map(isChanged)).toEqual([true, false])
  })

  it('tell what a removal takes away', () => {
    const [status] = rowValues('mailboxes.remove', { inputs: { id: 'm1' }, before: { status: 'active' } })
    expect(status).toEqual({ name: 'status', before: 'active', after: undefined })
  })

  it('say nothing of what is not known', () => {
    const values = rowValues('domains.addDmarc', {
      inputs: { domainIds: ['d1'], email: 'a@acme.example' },
      before: null,
    })
    expect(values).toEqual([{ name: 'email', before: null, after: 'a@acme.example' }])
    expect(values.some(isChanged)).toBe(false)
  })

  it.each([
    ['app', 'INSTANTLY', 'Instantly'],
    ['apps', ['REPLY_IO', 'EMAILBISON'], 'Reply.io, EmailBison'],
    ['app', 'NEWCOMER', 'NEWCOMER'],
    ['name', 'INSTANTLY', 'INSTANTLY'],
  ])('name a platform as it calls itself, and nothing else: %s %s', (name, value, after) => {
    const values = rowValues('exports.connectInboxes', { inputs: { [name]: value }, before: null })
    expect(values).toEqual([{ name, before: undefined, after }])
  })

  it('name the row by what its user knows it by', () => {
    const mailbox = { domainId: 'd1', 'mailboxes.firstName': 'Ann', 'mailboxes.username': 'ann' }
    expect(namingInput('mailboxes.assign', mailbox)).toBe('ann')
    expect(namingInput('domains.addDmarc', { email: 'a@b.example', domainIds: ['d1'] })).toEqual(['d1'])
    expect(namingInput('dns.update', { host: '@', id: 'r1' })).toBe('r1')
    expect(namingInput('tags.create', { name: 'warm' })).toBe('warm')
    expect(namingInput('tags.create', {})).toBeUndefined()
  })

  const dmarc = (dmarcEmail: string | null) =>
    rowValues('domains.addDmarc', {
      inputs: { domainIds: ['d1'], email: 'a@acme.example' },
      before: { dmarcEmail },
    })

  it('change where nothing stands now, and are not said to where that is not known', () => {
    expect(dmarc('')).toEqual([{ name: 'email', before: '', after: 'a@acme.example' }])
    expect(dmarc('').map(isChanged)).toEqual([true])
    expect(dmarc(null)).toEqual([{ name: 'email', before: null, after: 'a@acme.example' }])
    expect(dmarc(null).map(isChanged)).toEqual([false])
  })

  it('take the place of nothing where something new is made', () => {
    expect(rowValues('tags.create', { inputs: { name: 'warm' }, before: {} })).toEqual([
      { name: 'name', before: undefined, after: 'warm' },
    ])
  })

  it('that a removal takes away are not said to change where they are not known', () => {
    const values = rowValues('mailboxes.remove', { inputs: { id: 'm1' }, before: { status: null } })
    expect(values).toEqual([{ name: 'status', before: null, after: undefined }])
    expect(values.map(isChanged)).toEqual([false])
  })
})

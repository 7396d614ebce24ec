import { describe, expect, it } from 'vitest'
import type { Written } from '../../../src/shared/activity'
import { aboutWrite, outcomeOf, outcomeWords, whatOf } from '../../../src/shared/text/window/activityRow'

const written: Written = {
  ...{ id: 'r', jobId: 'j', number: 0, workspaceId: '', target: null, inputs: {}, before: null },
  ...{ state: 'done', sentAt: 1, settledAt: 2, evidence: 'answer', problem: null, confirmedAt: null },
  ...{ kind: 'write', operation: 'tags.create', accountId: 'a', accountName: 'Acme', at: 0 },
  ...{ isAttention: false, isRestored: false },
}
const domain = { noun: 'domain', serviceId: 'd1', name: 'acme.example' } as const

describe('a write in words', () => {
  it.each<[string, Partial<Written>, string]>([
    ['what it is about', { target: domain }, 'acme.example'],
    ['the name of what is new', { inputs: { color: '#fff', name: 'Warm' } }, 'Warm'],
    ['the domain that is connected', { inputs: { domainNames: ['new.example'] } }, 'new.example'],
    [
      'the address of a new mailbox',
      { target: domain, inputs: { 'mailboxes.username': 'ada' } },
      'ada@acme.example',
    ],
    ['what was done, where nothing else tells', { inputs: { amount: 5 } }, 'Create tags'],
  ])('is named by %s', (_, given, name) => {
    expect(aboutWrite({ ...written, ...given })).toBe(name)
  })

  it('is accepted until a read or its user says that it is so', () => {
    const words = (given: Partial<Written>) => {
      const row = { ...written, ...given }
      return outcomeWords(row, outcomeOf(row))
    }
    expect(words({})).toBe('Accepted')
    expect(words({ confirmedAt: 3 })).toBe('Done')
    expect(words({ evidence: 'user' })).toBe('Done')
    expect(words({ state: 'unconfirmed', evidence: null })).toBe('Not confirmed')
    const refused = { state: 'refused', evidence: null } as const
    expect(words({ ...refused, problem: { kind: 'said-undone' } })).toBe('Not done')
    expect(words({ ...refused, problem: { kind: 'given-up' } })).toBe('Refused')
  })

  it('of an operation that this Mailroom does not know has its id', () => {
    expect(whatOf({ ...written, operation: 'planets.move' })).toBe('planets.move')
  })
})

import { describe, expect, it } from 'vitest'
import { planIssue } from '../../../src/shared/text/window/plan'

describe('what stands against a write', () => {
  it.each([
    ['rows.3.inputs.email: missing', { row: 3, words: '“email” is missing' }],
    ['rows.0.inputs.recordType: choice', { row: 0, words: '“recordType” is none of what can be chosen' }],
    ['rows.12.inputs.domainIds: one', { row: 12, words: '“domainIds” takes one value a row' }],
    ['rows.1: twice', { row: 1, words: 'is in the list twice' }],
    [
      'rows.1.workspaceId: other',
      { row: 1, words: 'was read from another workspace than the one that is given' },
    ],
    [
      'rows.0.inputs.value: spf-second',
      {
        row: 0,
        words: '“value”: This host has an SPF record, and may have only one. Edit that one.',
      },
    ],
    ['rows.4: gone', { row: 4, words: 'is not at Litemail any more' }],
    [
      'rows.0.inputs: nothing',
      { row: 0, words: 'says nothing that would change: fill in what it is to become' },
    ],
    ['rows: too many', { row: null, words: 'At most 5,000 rows go at once. Choose fewer.' }],
    ['accountId: several', { row: null, words: 'The rows are of several accounts. Choose those of one.' }],
  ])('is said in words, with its row: %s', (issue, told) => {
    expect(planIssue(issue)).toEqual(told)
  })

  it('is told as it is where there are no words for it', () => {
    expect(planIssue('rows.2.inputs.color: odd')).toEqual({ row: 2, words: 'inputs.color: odd' })
    expect(planIssue('something: else')).toEqual({ row: null, words: 'something: else' })
  })
})

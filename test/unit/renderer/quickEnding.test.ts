import { describe, expect, it } from 'vitest'
import { endingOf } from '../../../src/renderer/quick/creation'
import type { Batch } from '../../../src/shared/batch'

const batch = (given: Partial<Batch>): Batch => ({
  id: '00000000-0000-4000-8000-000000000001',
  at: 1,
  accountId: 'a1',
  items: ['one@ig.do', 'two@ig.do'].map((email) => ({
    id: email,
    email,
    note: '',
    state: 'created',
    problem: null,
  })),
  isEnded: true,
  isCopied: false,
  ...given,
})

describe('Several addresses that were created and not copied', () => {
  it.each(['late', 'focus', 'failed'] as const)('say why, where that is: %s', (notCopied) => {
    expect(endingOf(batch({ notCopied }))).toMatchObject({ kind: 'not-copied', why: notCopied })
  })
})

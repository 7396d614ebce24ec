import { describe, expect, it } from 'vitest'
import { noAnswerWords } from '../../../src/renderer/views/operations/read/noAnswerWords'
import { likedoOperationOf } from '../../../src/shared/likedo/operations'
import { operationOf } from '../../../src/shared/litemail/operations'

const litemail = { service: 'litemail' } as const
const likedo = { service: 'likedo' } as const
const tags = operationOf('tags.list')
const never = { last: null, workedAt: null }
const asked = { last: { at: 1, problem: null }, workedAt: null }
/** Before when was written down, too. */
const worked = { last: null, workedAt: 1 }

describe('Where no answer of an operation is there', () => {
  it('it was not asked yet only where nothing came of it', () => {
    expect(noAnswerWords(litemail, tags, never)).toBe('Not asked yet.')
    expect(noAnswerWords(likedo, likedoOperationOf('messages.list'), never)).toBe('Not asked yet.')
  })

  it('it was asked with other inputs, or so long ago that the answer is gone', () => {
    expect(noAnswerWords(litemail, tags, asked)).toBe('No answer to these inputs is kept.')
    expect(noAnswerWords(litemail, tags, worked)).toBe('No answer to these inputs is kept.')
  })

  it('is not kept of LikeDo, nor where it is a page to pay at', () => {
    const kept = 'Its answers are not kept.'
    expect(noAnswerWords(likedo, likedoOperationOf('messages.list'), worked)).toBe(kept)
    expect(noAnswerWords(litemail, operationOf('domains.purchaseLink'), asked)).toBe(kept)
  })

  it('nothing is said before it is known how it stands', () => {
    expect(noAnswerWords(litemail, tags, undefined)).toBeNull()
  })
})

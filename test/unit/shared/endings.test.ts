import { describe, expect, it } from 'vitest'
import type { Created } from '../../../src/shared/address'
import { ok } from '../../../src/shared/result'
import { endingWords } from '../../../src/shared/text/endings'

const created: Created = {
  id: 'a',
  email: 'brisk-otter-482@ig.do',
  accountId: 'b',
  state: 'created',
  isCopied: false,
}
const wordsOf = (part: Partial<Created>) => endingWords(ok({ ...created, ...part }))

describe('the words of an address that is created', () => {
  it('say that it was copied only where it was', () => {
    expect(wordsOf({ isCopied: true })).toMatchObject({
      kind: 'copied',
      words: 'Copied: brisk-otter-482@ig.do',
    })
    expect(wordsOf({ notCopied: 'failed' })).toMatchObject({
      kind: 'created',
      words: 'Created: brisk-otter-482@ig.do. It is not on the clipboard.',
      advice: '',
      next: 'copy-again',
    })
  })

  it('ask for Enter where the desktop lets only a focused window copy', () => {
    expect(wordsOf({ notCopied: 'focus' })).toMatchObject({
      kind: 'created',
      words:
        'brisk-otter-482@ig.do is created. Your desktop lets Mailroom copy only from a focused window: press Enter to copy.',
      next: 'copy-again',
    })
  })

  it('say that a late one left the clipboard to what was copied meanwhile', () => {
    expect(wordsOf({ notCopied: 'late' })).toMatchObject({
      kind: 'created',
      words: 'Created: brisk-otter-482@ig.do. It is not on the clipboard.',
      advice: 'It came late, so what you copied meanwhile was left alone.',
    })
  })
})

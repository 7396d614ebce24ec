import { beforeEach, describe, expect, it } from 'vitest'
import {
  dismissNotice,
  showDone,
  showDoubt,
  showEnding,
  showError,
  useNotices,
} from '../../../src/renderer/state/notices'
import { err, ok } from '../../../src/shared/result'
import { endingWords } from '../../../src/shared/text/endings'

const words = () => useNotices.getState().notices.map((notice) => notice.words)
const created = { id: 'row 1', email: 'calm-otter-482@ig.do', accountId: 'a', isCopied: true } as const

describe('Notices', () => {
  beforeEach(() => useNotices.setState({ notices: [] }))

  it('say an ending word for word, with its next step', () => {
    showEnding(endingWords(err({ kind: 'no-account' })), {})
    expect(useNotices.getState().notices[0]).toMatchObject({
      tone: 'bad',
      words: 'Not created: No LikeDo account is connected. Your clipboard was not changed.',
      next: 'connect',
    })
  })

  it('name the address that is in doubt', () => {
    const problem = { kind: 'owner-unknown', email: created.email } as const
    showDoubt(created.email, problem, { addressId: created.id })
    expect(words()).toEqual([
      'Not confirmed: calm-otter-482@ig.do. LikeDo says this address exists, not whose it is.',
    ])
  })

  it('replace what was said before about the same address', () => {
    showEnding(endingWords(ok({ ...created, state: 'unconfirmed' })), { addressId: 'row 1' })
    showDone('Copied: other@ig.do', 'row 2')
    showDone('Confirmed.', 'row 1')
    expect(words()).toEqual(['Copied: other@ig.do', 'Confirmed.'])
  })

  it('keep the newest where there are too many to be read', () => {
    for (const n of [1, 2, 3, 4, 5, 6]) showDone(`Done ${n}`)
    expect(words()).toEqual(['Done 3', 'Done 4', 'Done 5', 'Done 6'])
  })

  it('put what needs something before what only went well', () => {
    showError({ kind: 'clipboard' })
    for (const n of [1, 2, 3, 4]) showDone(`Done ${n}`)
    expect(words()).toEqual(['The address could not be put on the clipboard.', 'Done 2', 'Done 3', 'Done 4'])
  })

  it('go when they are sent away', () => {
    showDone('Done')
    dismissNotice(useNotices.getState().notices[0]?.id ?? 0)
    expect(words()).toEqual([])
  })
})

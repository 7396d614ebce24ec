import { describe, expect, it } from 'vitest'
import { endingWords } from '../../../src/shared/text/endings'
import { batchNotification, endingNotification } from '../../../src/shared/text/notifications'

const created = (
  state: 'created' | 'unconfirmed',
  rest: { isCopied: boolean; notCopied?: 'focus' | 'late' },
) => ({ ok: true, value: { id: '1', email: 'brisk-otter-4@ig.do', accountId: 'a', state, ...rest } }) as const
const failed = (error: Parameters<typeof endingWords>[0] & { ok: false }) => error

const endings = [
  created('created', { isCopied: true }),
  created('created', { isCopied: false }),
  created('created', { isCopied: false, notCopied: 'focus' }),
  created('created', { isCopied: false, notCopied: 'late' }),
  created('unconfirmed', { isCopied: false }),
  failed({ ok: false, error: { kind: 'conflict', email: 'jane.roe@ig.do' } }),
  failed({ ok: false, error: { kind: 'quota', message: 'jane.roe@ig.do was the last one.' } }),
]

describe('the notification of an ending', () => {
  it.each(endings)('says it in the words of every place: %j', (ending) => {
    const { body } = endingNotification(ending, { count: 1, isAddressNotified: true })
    expect(body.startsWith(endingWords(ending).words)).toBe(true)
  })

  it.each(endings)('names no address where it may not: %j', (ending) => {
    const { title, body } = endingNotification(ending, { count: 1, isAddressNotified: false })
    expect(`${title} ${body}`).not.toMatch(/@|otter|jane/)
    expect(body).not.toBe('')
  })

  it('says the usual ending in one word then', () => {
    const [copied = endings[0]] = endings
    expect(copied && endingNotification(copied, { count: 1, isAddressNotified: false }).body).toBe('Copied.')
  })

  it('stands for several of its kind', () => {
    const [copied] = endings
    expect(copied && endingNotification(copied, { count: 10, isAddressNotified: true })).toEqual({
      title: '10 addresses created',
      body: 'Copied: brisk-otter-4@ig.do',
    })
  })
})

describe('the notification of several that were asked for together', () => {
  const item = (
    state: 'created' | 'unconfirmed' | 'not-created',
    problem: null | { kind: 'timeout'; afterMs: number },
  ) => ({
    id: state,
    email: 'otter@ig.do',
    note: '',
    state,
    problem,
  })
  const batch = (items: ReturnType<typeof item>[], isCopied: boolean) =>
    batchNotification({ id: '1', at: 0, accountId: 'a', items, isEnded: true, isCopied })

  it('counts each ending, and gives a reason', () => {
    const late = { kind: 'timeout', afterMs: 10_000 } as const
    const items = [
      item('created', null),
      item('created', null),
      item('unconfirmed', late),
      item('not-created', null),
    ]
    expect(batch(items, true)).toEqual({
      title: '2 addresses created',
      body: '2 copied, 1 not confirmed, 1 not created. LikeDo did not answer within 10 seconds.',
    })
  })

  it('says that nothing is on the clipboard where nothing is', () => {
    expect(batch([item('created', null)], false)).toEqual({
      title: 'One address created',
      body: '1 created, not copied.',
    })
  })
})

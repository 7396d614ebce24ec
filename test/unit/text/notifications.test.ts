import { describe, expect, it } from 'vitest'
import type { Batch } from '../../../src/shared/batch'
import { endingWords } from '../../../src/shared/text/endings'
import {
  batchNotification,
  endingNotification,
  mailNotification,
} from '../../../src/shared/text/notifications'

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
  type Item = Batch['items'][number]
  const item = (state: Item['state'], problem: Item['problem'] = null): Item => ({
    id: state,
    email: 'otter@ig.do',
    note: '',
    state,
    problem,
  })
  const times = (count: number, one: Item) => Array.from({ length: count }, () => one)
  const told = (items: Item[], copying: Pick<Batch, 'isCopied' | 'notCopied'>, isAddressNotified = true) =>
    batchNotification(
      { id: '1', at: 0, accountId: 'a', items, isEnded: true, ...copying },
      { isAddressNotified },
    )
  const copied = { isCopied: true }
  const taken = { kind: 'conflict', email: 'jane.roe@ig.do' } as const

  it('says of all that they are copied, of one as of many', () => {
    expect(told(times(3, item('created')), copied)).toEqual({
      title: '3 addresses created',
      body: 'Copied 3 addresses.',
    })
    expect(told([item('created')], copied)).toEqual({
      title: 'One address created',
      body: 'Copied 1 address.',
    })
  })

  it('counts each ending, and gives a reason', () => {
    const late = { kind: 'timeout', afterMs: 10_000 } as const
    const items = [...times(17, item('created')), item('unconfirmed', late), ...times(2, item('not-created'))]
    expect(told(items, { isCopied: false, notCopied: 'not-asked' })).toEqual({
      title: '17 addresses created',
      body: '17 created, 1 not confirmed, 2 not created. LikeDo did not answer within 10 seconds.',
    })
  })

  it('says whether what came of it is on the clipboard', () => {
    const some = [item('created'), item('not-created')]
    expect(told(some, copied).body).toBe('1 created and copied, 1 not created.')
    expect(told(some, { isCopied: false, notCopied: 'late' }).body).toBe(
      '1 created but not copied, 1 not created.',
    )
    expect(told([item('created')], { isCopied: false, notCopied: 'failed' }).body).toBe(
      '1 created but not copied.',
    )
  })

  it('says that none was created', () => {
    const none = { isCopied: false }
    expect(told(times(3, item('not-created')), none)).toEqual({
      title: 'No address created',
      body: '3 not created. Your clipboard was not changed.',
    })
    expect(told([item('unconfirmed')], none)).toEqual({
      title: 'Address not confirmed',
      body: '1 not confirmed. Your clipboard was not changed.',
    })
  })

  it('names an address only where it is the one, and where it may', () => {
    const one = [item('created'), item('not-created', taken)]
    const two = [...one, item('not-created', taken)]
    expect(told(one, copied).body).toContain('LikeDo already has jane.roe@ig.do.')
    expect(told(one, copied, false).body).toContain('LikeDo already has one of them.')
    expect(told(two, copied).body).toContain('LikeDo already has one of them.')
    expect(told([item('not-created', taken)], copied, false).body).toContain(
      'LikeDo already has this address.',
    )
  })
})

describe('mail that came', () => {
  const message = { from: 'hello@shop.example', fromName: 'The Shop', subject: 'Your code' }

  it('is told with its sender and subject', () => {
    expect(mailNotification({ email: 'otter@ig.do', messages: [message] }, true)).toEqual({
      title: 'Mail came for otter@ig.do',
      body: 'The Shop: Your code',
    })
    const unnamed = { from: 'a@b.example', fromName: null, subject: null }
    expect(mailNotification({ email: 'otter@ig.do', messages: [unnamed, message] }, true)).toEqual({
      title: '2 messages came for otter@ig.do',
      body: 'a@b.example: No subject',
    })
  })

  it('names nobody where addresses may not be named', () => {
    expect(mailNotification({ email: 'otter@ig.do', messages: [message] }, false)).toEqual({
      title: 'Mail came',
      body: 'For an address that is open in Mailroom.',
    })
  })
})

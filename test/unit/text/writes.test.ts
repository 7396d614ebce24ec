import { describe, expect, it } from 'vitest'
import { writingIds } from '../../../src/shared/litemail/writing'
import { writeWords, writeWordsOf } from '../../../src/shared/text/writes'

describe('the words of a write', () => {
  it('name what is done, how much of it, and whose it is', () => {
    const sight = { count: 12, account: 'Acme', inputs: {} }
    expect(writeWords['mailboxes.remove'].deed(sight)).toBe('Remove 12 mailboxes')
    expect(writeWords['mailboxes.remove'].whole(sight)).toBe('Remove 12 mailboxes from Acme')
    expect(writeWords['domains.remove'].whole({ ...sight, count: 1 })).toBe('Remove 1 domain from Acme')
  })

  it('name the amount of money', () => {
    const sight = { count: 1, account: 'Acme', inputs: { amount: 50 } }
    expect(writeWords['wallet.addBalance'].whole(sight)).toBe('Add $50 to Acme’s wallet')
  })

  it('name a platform as it calls itself', () => {
    const connecting = (app: string) =>
      writeWords['exports.connectInboxes'].deed({ count: 3, account: 'Acme', inputs: { app } })
    expect(connecting('INSTANTLY')).toBe('Connect 3 mailboxes to Instantly')
    expect(connecting('REPLY_IO')).toBe('Connect 3 mailboxes to Reply.io')
    expect(connecting('NEWCOMER')).toBe('Connect 3 mailboxes to NEWCOMER')
  })

  it('tell turning on from turning off', () => {
    const about = (enable: boolean) => ({ count: 1, account: 'Acme', inputs: { enable } })
    expect(writeWords['wallet.autoRecharge'].deed(about(true))).toBe('Turn on auto-recharge')
    expect(writeWords['wallet.autoRecharge'].deed(about(false))).toBe('Turn off auto-recharge')
  })

  it.each(writingIds)('name the account of %s, cut where it is long and without what breaks a line', (id) => {
    const sight = { count: 3, account: `Ac\nme${'e'.repeat(100)}`, inputs: {} }
    const whole = writeWords[id].whole(sight)
    expect(whole).toContain('Ac me')
    expect(whole.length).toBeLessThan(110)
    expect(whole.startsWith(writeWords[id].deed(sight).split(' ')[0] ?? '?')).toBe(true)
  })

  it('are none for what this Mailroom does not know', () => {
    expect(writeWordsOf('mailboxes.melt')).toBeNull()
    expect(writeWordsOf('toString')).toBeNull()
  })
})

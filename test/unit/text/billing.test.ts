import { describe, expect, it } from 'vitest'
import { lowWalletNotification } from '../../../src/shared/text/billing'
import { billingText } from '../../../src/shared/text/window/billing'

const wallets = [
  { accountId: 'a', accountName: 'Agency' },
  { accountId: 'b', accountName: 'Studio' },
]

describe('a notification of low wallets', () => {
  it('names accounts only where that is wished', () => {
    expect(lowWalletNotification(wallets.slice(0, 1), false)).toEqual({
      title: 'The Litemail wallet is low',
      body: 'It does not hold what renews in the next 7 days.',
    })
    expect(lowWalletNotification(wallets, true)).toEqual({
      title: '2 Litemail wallets are low',
      body: 'Agency, Studio. They do not hold what renews in the next 7 days.',
    })
  })

  it('tells no amount', () => {
    const { title, body } = lowWalletNotification(wallets, true)
    expect(`${title} ${body}`).not.toContain('$')
  })
})

describe('what no forecast counts', () => {
  it('is said by its number', () => {
    expect(billingText.undated(1)).toBe(
      '1 subscription that may renew has no coming date, and is in no forecast.',
    )
    expect(billingText.undated(3)).toBe(
      '3 subscriptions that may renew have no coming date, and are in no forecast.',
    )
    expect(billingText.unclear(1)).toBe(
      '1 subscription has a status that does not say whether it renews, and is in no forecast.',
    )
    expect(billingText.unclear(3)).toBe(
      '3 subscriptions have a status that does not say whether they renew, and are in no forecast.',
    )
  })
})

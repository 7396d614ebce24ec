import { describe, expect, it } from 'vitest'
import { coverOf } from '../../../src/renderer/views/overview/cover'
import { toneOf } from '../../../src/renderer/views/overview/statusTones'
import { dollars, overviewText } from '../../../src/shared/text/window/overview'

const renewals = { count: 4, atLeast: 84, unpriced: 0, mailboxes: 40 }
const wallet = (balance: number | null, isAutoRecharging: boolean | null = null) => ({
  accountId: 'a',
  accountName: 'Agency',
  balance,
  isAutoRecharging,
  at: balance === null ? null : 1,
})

describe('What renews soon', () => {
  it('costs at least what those with a price do', () => {
    expect(overviewText.atLeast(84, 3)).toBe('At least $84; 3 subscriptions have no price')
    expect(overviewText.atLeast(84, 1)).toBe('At least $84; 1 subscription has no price')
    expect(overviewText.atLeast(1_084.5, 0)).toBe('$1,084.50')
    expect(overviewText.unpricedOnly(3)).toBe('3 subscriptions, without a price')
  })

  it.each([
    ['is covered', [wallet(100)], 'covered', 'The wallet covers it and keeps $16'],
    ['is covered to the dollar', [wallet(84)], 'covered', 'The wallet covers it and keeps $0'],
    ['is not covered', [wallet(80)], 'short', 'The wallet is $4 short'],
    [
      'is not covered by a wallet that fills itself',
      [wallet(80, true)],
      'short',
      'The wallet is $4 short; it recharges by itself',
    ],
    [
      'is covered by several',
      [wallet(50), wallet(40)],
      'covered',
      'The wallets together cover it and keep $6',
    ],
    [
      'is not known where a wallet was not read',
      [wallet(500), wallet(null)],
      'unknown',
      'The wallet is not loaded',
    ],
    ['is not known without a wallet', [], 'unknown', 'The wallet is not loaded'],
  ] as const)('%s', (_, wallets, kind, words) => {
    expect(coverOf(renewals, [...wallets])).toEqual({ kind, words })
  })

  it('is covered only as far as it has a price', () => {
    expect(coverOf({ ...renewals, unpriced: 3 }, [wallet(100)])).toEqual({
      kind: 'covered',
      words: 'The wallet covers what has a price',
    })
  })
})

describe('An amount', () => {
  it.each([
    [0, '$0'],
    [84, '$84'],
    [84.5, '$84.50'],
    [12_345.678, '$12,345.68'],
    [-3, '-$3'],
  ])('of %d is %s', (amount, said) => {
    expect(dollars(amount)).toBe(said)
  })
})

describe('The colour of a status', () => {
  it.each([
    ['ACTIVE', 'good'],
    ['INACTIVE', 'ending'],
    ['IN_PROGRESS', 'busy'],
    ['PENDING_NAMESERVERS', 'busy'],
    ['SCHEDULED_FOR_REMOVAL', 'ending'],
    ['SUSPENDED', 'bad'],
    ['A word that nobody knows', 'plain'],
    [null, 'plain'],
  ])('%s is %s', (status, tone) => {
    expect(toneOf(status)).toBe(tone)
  })
})

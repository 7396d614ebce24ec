import { describe, expect, it } from 'vitest'
import { areRead } from '../../../src/renderer/views/overview/areRead'
import { coverOf } from '../../../src/renderer/views/overview/cover'
import { toneOf } from '../../../src/renderer/views/overview/statusTones'
import { dollars } from '../../../src/shared/text/money'
import { overviewText } from '../../../src/shared/text/window/overview'

const renewals = { count: 4, atLeast: 84, unpriced: 0 }
const wallet = (balance: number | null, isAutoRecharging: boolean | null = null) => ({
  accountId: 'a',
  accountName: 'Agency',
  balance,
  isAutoRecharging,
  at: balance === null ? null : 1,
})

describe('What renews soon', () => {
  it('costs at least what those with a price do', () => {
    const renews = (given: Partial<typeof renewals>, isAll = true) =>
      overviewText.renews({ ...renewals, ...given }, isAll)
    expect(renews({ unpriced: 3 })).toBe('At least $84; 3 subscriptions have no price')
    expect(renews({ unpriced: 1 })).toBe('At least $84; 1 subscription has no price')
    expect(renews({ atLeast: 1_084.5 })).toBe('$1,084.50')
    expect(renews({ atLeast: 0, unpriced: 4 })).toBe('4 subscriptions, without a price')
    expect(renews({ count: 0, atLeast: 0 })).toBe('No subscription renews')
  })

  it('is never told as all where more may renew', () => {
    const renews = (given: Partial<typeof renewals>) => overviewText.renews({ ...renewals, ...given }, false)
    expect(renews({ unpriced: 3 })).toBe('At least $84; 3 subscriptions have no price')
    expect(renews({})).toBe('At least $84')
    expect(renews({ count: 1, atLeast: 0, unpriced: 1 })).toBe('At least 1 subscription, without a price')
    expect(renews({ count: 0, atLeast: 0 })).toBe('No subscription is known to renew')
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
    [
      'is not known where the balance is not told',
      [{ ...wallet(null), at: 1 }],
      'unknown',
      'The balance is not told in dollars',
    ],
    ['is not known without a wallet', [], 'unknown', 'The wallet is not loaded'],
  ] as const)('%s', (_, wallets, kind, words) => {
    expect(coverOf(renewals, [...wallets], true)).toEqual({ kind, words })
  })

  it('is covered only as far as it has a price', () => {
    expect(coverOf({ ...renewals, unpriced: 3 }, [wallet(100)], true)).toEqual({
      kind: 'covered',
      words: 'The wallet covers what has a price',
    })
  })

  it('is covered only as far as it is known, and short of that at least', () => {
    expect(coverOf(renewals, [wallet(50), wallet(40)], false)).toEqual({
      kind: 'covered',
      words: 'The wallets together cover what is known',
    })
    for (const words of ['The wallet is at least $4 short']) {
      expect(coverOf(renewals, [wallet(80)], false)).toEqual({ kind: 'short', words })
      expect(coverOf({ ...renewals, unpriced: 3 }, [wallet(80)], true)).toEqual({ kind: 'short', words })
    }
  })

  it('is covered to the cent, which sums in binary are not', () => {
    expect(coverOf({ ...renewals, atLeast: 0.8 }, [wallet(0.7), wallet(0.1)], true)).toEqual({
      kind: 'covered',
      words: 'The wallets together cover it and keep $0',
    })
  })
})

describe('The subscriptions of accounts', () => {
  const list = (accountId: string, given: { wholeAt?: number | null; isIncomplete?: boolean } = {}) => ({
    ...{ accountId, noun: 'subscriptions' as const, wholeAt: 1, isIncomplete: false },
    ...given,
  })
  const wallets = [{ accountId: 'a' }, { accountId: 'b' }]

  it('are all read once every list of each was read to its end', () => {
    expect(areRead([list('a'), list('a'), list('b')], wallets)).toBe(true)
    expect(areRead([list('a'), list('b', { wholeAt: null }), list('b')], wallets)).toBe(false)
    expect(areRead([list('a', { isIncomplete: true }), list('b')], wallets)).toBe(false)
  })

  it('of other accounts, and other lists, say nothing of it', () => {
    const mailboxes = { ...list('a', { wholeAt: null }), noun: 'mailboxes' as const }
    expect(areRead([list('a'), mailboxes, list('b'), list('c', { wholeAt: null })], wallets)).toBe(true)
  })

  it('are not known to be read while nothing is known of the lists, or nothing of those of one account', () => {
    expect(areRead(undefined, wallets)).toBe(null)
    expect(areRead([list('a')], wallets)).toBe(null)
  })
})

describe('An amount', () => {
  it.each([
    [0, '$0'],
    [84, '$84'],
    [84.5, '$84.50'],
    [12_345.678, '$12,345.68'],
    [-3, '-$3'],
    [0.1 + 0.2, '$0.30'],
    [84.001, '$84'],
    [-0.001, '$0'],
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

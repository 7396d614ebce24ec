import { describe, expect, it } from 'vitest'
import type { SubscriptionFacts } from '../../../src/shared/litemail/facts'
import { aLitemailAccount, aPart, domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON } from './testStore'

const DAY = 86_400_000

const subscription = (id: string, given: Partial<SubscriptionFacts>): SubscriptionFacts => ({
  id,
  status: 'ACTIVE',
  plan: 'Pro',
  price: 10,
  mailboxCount: 5,
  periodStart: null,
  periodEnd: NOON + DAY,
  other: {},
  ...given,
})

const aFleet = () => {
  const fleet = storeWithFleet()
  return { ...fleet, overview: (now = NOON) => fleet.store.read('fleet.overview', now) }
}

describe('the overview', () => {
  it('says of everything that it is not loaded, and names the account', () => {
    const { overview, account } = aFleet()
    expect(overview()).toEqual({
      mailboxes: null,
      domains: null,
      renewals: null,
      wallets: [
        { accountId: account.id, accountName: 'Fleet', balance: null, isAutoRecharging: null, at: null },
      ],
    })
  })

  it('tells an empty list from one that was not read', () => {
    const { overview, passOfMailboxes, passOfDomains, pass } = aFleet()
    passOfMailboxes([])
    passOfDomains([])
    pass({ noun: 'subscriptions', rows: [] }, 'w')
    const nothing = { count: 0, atLeast: 0, unpriced: 0, unclear: 0, mailboxes: 0 }
    expect(overview()).toMatchObject({
      mailboxes: { total: 0, byStatus: [], unseen: 0 },
      domains: { total: 0, byStatus: [], isOnlySeen: false },
      renewals: { within7: nothing, within30: nothing },
    })
  })

  it('counts a list that was tried and never answered as not loaded', () => {
    const { store, account, overview } = aFleet()
    const problem = { kind: 'timeout', afterMs: 10_000 } as const
    store.write(
      'fleet.savePart',
      aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: 'w' }, { problem }),
    )
    expect(overview().mailboxes).toBeNull()
  })

  it('counts mailboxes and domains by status, the largest first, and what was not seen', () => {
    const { overview, passOfMailboxes, passOfDomains } = aFleet()
    passOfMailboxes([
      mailboxFacts('a'),
      mailboxFacts('b'),
      mailboxFacts('c', { status: null }),
      mailboxFacts('d'),
    ])
    passOfMailboxes([mailboxFacts('a'), mailboxFacts('b'), mailboxFacts('c', { status: null })])
    passOfDomains([domainFacts('acme', { status: 'pending' })])
    expect(overview()).toMatchObject({
      mailboxes: {
        total: 4,
        byStatus: [
          { status: 'ACTIVE', count: 3 },
          { status: null, count: 1 },
        ],
        unseen: 1,
      },
      domains: { total: 1, byStatus: [{ status: 'pending', count: 1 }], isOnlySeen: false },
    })
  })

  it('says that domains were only seen in mailboxes where their list did not answer', () => {
    const { overview, passOfMailboxes } = aFleet()
    passOfMailboxes([mailboxFacts('a')])
    expect(overview().domains).toEqual({
      total: 1,
      byStatus: [{ status: null, count: 1 }],
      isOnlySeen: true,
      health: { missing: [], unchecked: 1, problem: null },
    })
  })

  it('adds up what subscriptions that are active, or may be, come to, and counts those without and those in doubt', () => {
    const { overview, pass, passOfMailboxes } = aFleet()
    passOfMailboxes([
      mailboxFacts('soon', { renewsAt: NOON + DAY }),
      mailboxFacts('later', { renewsAt: NOON + 20 * DAY }),
    ])
    const rows = [
      subscription('cents', { price: 0.1 }),
      subscription('more-cents', { price: 0.2, status: 'active' }),
      subscription('unpriced', { price: null }),
      subscription('later', { price: 30, periodEnd: NOON + 29 * DAY }),
      subscription('too-late', { periodEnd: NOON + 40 * DAY }),
      subscription('over', { periodEnd: NOON - 2 * DAY }),
      subscription('cancelled', { status: 'CANCELLED' }),
      subscription('unsaid', { status: null }),
      subscription('endless', { periodEnd: null }),
      subscription('paused', { status: 'PAUSED' }),
    ]
    pass({ noun: 'subscriptions', rows }, 'w')
    expect(overview().renewals).toEqual({
      within7: { count: 4, atLeast: 10.3, unpriced: 1, unclear: 3, mailboxes: 1 },
      within30: { count: 5, atLeast: 40.3, unpriced: 1, unclear: 3, mailboxes: 2 },
    })
  })

  it('shows each account’s wallet with when it was read, and none of a removed account', () => {
    const { store, account, overview, take, passOfMailboxes } = aFleet()
    const other = store.write(
      'litemail.insertAccount',
      aLitemailAccount({ name: 'Other', userId: 'user-2', createdAt: NOON + 1 }),
    )
    const wallet = { balance: 12.5, isAutoRecharging: true, rechargeBelow: 5, rechargeBy: 20, other: {} }
    take({ noun: 'wallet', rows: [wallet] }, '', 1)
    passOfMailboxes([mailboxFacts('a')])
    expect(overview().wallets).toEqual([
      { accountId: account.id, accountName: 'Fleet', balance: 12.5, isAutoRecharging: true, at: NOON },
      { accountId: other.id, accountName: 'Other', balance: null, isAutoRecharging: null, at: null },
    ])
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(overview()).toMatchObject({ mailboxes: null, domains: null, wallets: [{ accountId: other.id }] })
  })
})

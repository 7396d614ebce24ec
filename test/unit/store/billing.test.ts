import { describe, expect, it } from 'vitest'
import type { SubscriptionFacts, WalletFacts } from '../../../src/shared/litemail/facts'
import { aLitemailAccount, aPart, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON } from './testStore'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const subscription = (id: string, given: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  ...{ id, status: 'ACTIVE', plan: id, price: 10, mailboxCount: 5, periodStart: null },
  ...{ periodEnd: NOON + DAY, other: {} },
  ...given,
})

const wallet = (given: Partial<WalletFacts> = {}): WalletFacts => ({
  ...{ balance: 5, isAutoRecharging: false, rechargeBelow: null, rechargeBy: null, other: {} },
  ...given,
})

const aFleet = () => {
  const fleet = storeWithFleet()
  const { store, account, pass, take } = fleet
  const get = (now = NOON) => {
    const [first] = store.read('billing.get', now)
    if (first === undefined) throw new Error('no account')
    return first
  }
  return {
    ...fleet,
    get,
    passOfSubscriptions: (...rows: SubscriptionFacts[]) => pass({ noun: 'subscriptions', rows }, 'w'),
    hold: (given: Partial<WalletFacts>) => take({ noun: 'wallet', rows: [wallet(given)] }, '', 0),
    takeLow: (now = NOON) => store.write('wallets.takeLow', now).map(({ accountName }) => accountName),
    account,
  }
}

describe('what an account pays', () => {
  it('is not loaded before anything was read, and then is nothing', () => {
    const { get, account, passOfSubscriptions } = aFleet()
    expect(get()).toEqual({
      ...{ accountId: account.id, accountName: 'Fleet' },
      ...{ wallet: null, forecast: null, subscriptions: null },
    })
    passOfSubscriptions()
    const nothing = { count: 0, atLeast: 0, unpriced: 0, unclear: 0, mailboxes: 0 }
    expect(get()).toMatchObject({
      forecast: { within7: nothing, within30: nothing },
      subscriptions: { rows: [], total: 0, undated: 0, unclear: 0 },
    })
  })

  it('is not loaded where its list was tried and never answered', () => {
    const { get, store, account } = aFleet()
    const problem = { kind: 'timeout', afterMs: 10_000 } as const
    const key = { accountId: account.id, noun: 'subscriptions', workspaceId: 'w' } as const
    store.write('fleet.savePart', aPart(key, { problem }))
    expect(get()).toMatchObject({ forecast: null, subscriptions: null })
  })

  it('shows what renews next first, then what has no coming date, and last what is over', () => {
    const { get, passOfSubscriptions } = aFleet()
    passOfSubscriptions(
      subscription('cancelled', { status: 'CANCELLED' }),
      subscription('endless', { periodEnd: null }),
      subscription('past', { periodEnd: NOON - 3 * DAY }),
      subscription('later', { periodEnd: NOON + 20 * DAY, price: null }),
      subscription('today', { periodEnd: NOON - HOUR, status: null }),
    )
    const { subscriptions } = get()
    expect(subscriptions?.rows.map(({ plan, renewal }) => [plan, renewal])).toEqual([
      ['today', 'may'],
      ['later', 'may'],
      ['endless', 'may'],
      ['past', 'may'],
      ['cancelled', 'over'],
    ])
    expect(subscriptions).toMatchObject({ total: 5, undated: 2, unclear: 0 })
    expect(get().forecast).toMatchObject({
      within7: { count: 1, atLeast: 10, unpriced: 0, unclear: 2 },
      within30: { count: 2, atLeast: 10, unpriced: 1, unclear: 2 },
    })
  })

  it.each([
    ['ACTIVE', 'may'],
    [' active', 'may'],
    [null, 'may'],
    ['CANCELLED', 'over'],
    ['canceled', 'over'],
    ['EXPIRED', 'over'],
    ['TRIALING', 'unclear'],
    ['INACTIVE', 'unclear'],
    ['Cancelled soon', 'unclear'],
  ] as const)('of a subscription that is %j knows: %s', (status, renewal) => {
    const { get, passOfSubscriptions } = aFleet()
    passOfSubscriptions(subscription('one', { status }))
    expect(get().subscriptions?.rows[0]).toMatchObject({ status, renewal })
  })

  it('forecasts nothing of a status that nobody knows, and says how many have one', () => {
    const { get, passOfSubscriptions } = aFleet()
    passOfSubscriptions(
      subscription('active'),
      subscription('soon', { status: 'PAUSED' }),
      subscription('later', { status: 'PAUSED', periodEnd: NOON + 20 * DAY }),
      subscription('much-later', { status: 'PAUSED', periodEnd: NOON + 90 * DAY }),
      subscription('endless', { status: 'PAUSED', periodEnd: null }),
      subscription('over', { status: 'CANCELLED', periodEnd: null }),
    )
    expect(get()).toMatchObject({
      subscriptions: { total: 6, undated: 0, unclear: 4 },
      forecast: {
        within7: { count: 1, atLeast: 10, unclear: 2 },
        within30: { count: 1, atLeast: 10, unclear: 3 },
      },
    })
  })

  it('is told of each account apart, with its own wallet', () => {
    const { store, passOfMailboxes, passOfSubscriptions, hold, account } = aFleet()
    const other = store.write(
      'litemail.insertAccount',
      aLitemailAccount({ name: 'Other', userId: 'user-2', createdAt: NOON + 1 }),
    )
    hold({ balance: 12.5, isAutoRecharging: true, rechargeBelow: 5, rechargeBy: 20 })
    passOfMailboxes([mailboxFacts('a', { renewsAt: NOON + DAY })])
    passOfSubscriptions(subscription('mine'))
    const part = aPart({ accountId: other.id, noun: 'subscriptions', workspaceId: 'w' }, { at: NOON })
    const theirs = [subscription('theirs-1'), subscription('theirs-2')]
    store.write('fleet.take', { part, taken: { noun: 'subscriptions', rows: theirs }, pass: 9, at: NOON })
    expect(store.read('billing.get', NOON)).toMatchObject([
      {
        accountId: account.id,
        wallet: { balance: 12.5, isAutoRecharging: true, rechargeBelow: 5, rechargeBy: 20, at: NOON },
        forecast: { within7: { count: 1, atLeast: 10, mailboxes: 1 } },
      },
      {
        accountId: other.id,
        wallet: null,
        forecast: { within7: { count: 2, atLeast: 20, mailboxes: 0 } },
      },
    ])
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(store.read('billing.get', NOON).map(({ accountId }) => accountId)).toEqual([other.id])
  })

  it('of many subscriptions shows 500 and says how many there are', () => {
    const { get, passOfSubscriptions } = aFleet()
    passOfSubscriptions(...Array.from({ length: 501 }, (_, n) => subscription(`s-${n}`)))
    expect(get().subscriptions?.rows).toHaveLength(500)
    expect(get().subscriptions?.total).toBe(501)
  })
})

describe('a wallet that does not hold the week', () => {
  it('is told of once a day, and again the day after', () => {
    const { hold, passOfSubscriptions, takeLow } = aFleet()
    passOfSubscriptions(subscription('mine', { periodEnd: NOON + 4 * DAY }))
    hold({ balance: 5 })
    expect(takeLow()).toEqual(['Fleet'])
    expect(takeLow(NOON + 23 * HOUR)).toEqual([])
    hold({ balance: 4 })
    expect(takeLow(NOON + DAY)).toEqual(['Fleet'])
  })

  it('is not told of before subscriptions are loaded, nor once it holds enough', () => {
    const { hold, passOfSubscriptions, takeLow } = aFleet()
    hold({ balance: 5 })
    expect(takeLow()).toEqual([])
    passOfSubscriptions(subscription('mine'))
    hold({ balance: 10 })
    expect(takeLow()).toEqual([])
  })

  it('is told of at once where the clock was set back by more than a day', () => {
    const { hold, passOfSubscriptions, takeLow } = aFleet()
    passOfSubscriptions(subscription('mine'))
    hold({ balance: 5 })
    expect(takeLow(NOON + HOUR)).toEqual(['Fleet'])
    expect(takeLow(NOON - 2 * DAY)).toEqual(['Fleet'])
  })

  it('of a removed account is forgotten with it', () => {
    const { store, account, hold, passOfSubscriptions, takeLow, query } = aFleet()
    passOfSubscriptions(subscription('mine'))
    hold({ balance: 5 })
    takeLow()
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    while (store.write('fleet.forget', account.id) > 0);
    expect(query("SELECT name FROM kept WHERE kind = 'low-wallet'")).toEqual([])
    expect(takeLow(NOON + 2 * DAY)).toEqual([])
  })
})

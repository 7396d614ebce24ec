import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import { domainsByName } from '../../../src/shared/domain'
import type { SubscriptionFacts, WalletFacts } from '../../../src/shared/litemail/facts'
import { aLitemailAccount, aPart, domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { databaseIn, NOON } from './testStore'

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
    low: (now = NOON) => store.read('wallets.low', now).map(({ accountName }) => accountName),
    tellLow: (at = NOON) => store.write('wallets.markTold', { accountIds: [account.id], at }),
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

describe('what cannot be read of the reading of a list', () => {
  it('is taken for never read, and keeps no screen from being shown', () => {
    const { store, get, hold, passOfSubscriptions, passOfDomains } = aFleet()
    passOfSubscriptions(subscription('mine'))
    passOfDomains([domainFacts('d', { name: 'acme.example' })])
    hold({ balance: 5 })
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.prepare(`UPDATE fleet_parts SET value = '{"at":'`).run()
    sql.close()
    expect(get()).toMatchObject({ wallet: { balance: 5 }, forecast: null, subscriptions: null })
    expect(store.read('fleet.overview', NOON).renewals).toBe(null)
    const page = { offset: 0, limit: 5, now: NOON }
    const listed = store.read('domains.list', {
      ...page,
      view: { ...domainsByName, sort: { by: 'mailboxes', isDescending: true } },
    })
    expect(listed.rows).toMatchObject([{ name: 'acme.example', mailboxes: null }])
  })
})

describe('a wallet that does not hold the week', () => {
  it('is low until it was told of, and again the day after', () => {
    const { hold, passOfSubscriptions, low, tellLow } = aFleet()
    passOfSubscriptions(subscription('mine', { periodEnd: NOON + 4 * DAY }))
    hold({ balance: 5 })
    expect(low()).toEqual(['Fleet'])
    expect(low()).toEqual(['Fleet'])
    tellLow()
    expect(low(NOON + 23 * HOUR)).toEqual([])
    hold({ balance: 4 })
    expect(low(NOON + DAY)).toEqual(['Fleet'])
  })

  it('is not low before subscriptions are loaded, nor once it holds enough', () => {
    const { hold, passOfSubscriptions, low } = aFleet()
    hold({ balance: 5 })
    expect(low()).toEqual([])
    passOfSubscriptions(subscription('mine'))
    hold({ balance: 10 })
    expect(low()).toEqual([])
  })

  it('is told of at once where the clock was set back by more than a day', () => {
    const { hold, passOfSubscriptions, low, tellLow } = aFleet()
    passOfSubscriptions(subscription('mine'))
    hold({ balance: 5 })
    tellLow(NOON + HOUR)
    expect(low(NOON + HOUR)).toEqual([])
    expect(low(NOON - 2 * DAY)).toEqual(['Fleet'])
  })

  it('of a removed account is forgotten with it', () => {
    const { store, account, hold, passOfSubscriptions, low, tellLow, query } = aFleet()
    passOfSubscriptions(subscription('mine'))
    hold({ balance: 5 })
    tellLow()
    expect(query("SELECT name FROM kept WHERE kind = 'low-wallet'")).toHaveLength(1)
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    while (store.write('fleet.forget', account.id) > 0);
    // What was being told meanwhile leaves nothing behind.
    tellLow()
    expect(query("SELECT name FROM kept WHERE kind = 'low-wallet'")).toEqual([])
    expect(low(NOON + 2 * DAY)).toEqual([])
  })
})

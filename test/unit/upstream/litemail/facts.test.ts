import { describe, expect, it, vi } from 'vitest'
import { readMoment } from '../../../../src/main/upstream/litemail/moments'
import { misshapenAt, read } from './asking'

const at = Date.UTC(2025, 9, 4, 16)

describe('moments', () => {
  it.each([
    ['2025-10-04T16:00:00Z', at],
    ['2025-10-04T16:00:00.000Z', at],
    ['2025-10-04T18:00:00+02:00', at],
    ['2025-10-04T18:00:00+0200', at],
    ['2025-10-04T16:00', at],
    ['2025-10-04 16:00:00', at],
    [' 2025-10-04 16:00:00 Z ', at],
    ['2025-10-04', new Date(2025, 9, 4).getTime()],
    [at, at],
    [at / 1000, at],
    [String(at), at],
    [String(at / 1000), at],
  ])('%j is read', (text, expected) => {
    expect(readMoment(text)).toBe(expected)
  })

  it.each(['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Kiritimati', 'UTC'])(
    'a day without a time is that day in %s',
    (zone) => {
      vi.stubEnv('TZ', zone)
      const day = new Date(readMoment('2026-11-23') ?? Number.NaN)
      expect([day.getFullYear(), day.getMonth(), day.getDate()]).toEqual([2026, 10, 23])
      expect([day.getHours(), day.getMinutes()]).toEqual([0, 0])
      expect(readMoment('1970-01-01')).toBeNull()
    },
  )

  it.each([
    ...[
      '',
      'soon',
      '1',
      '2025',
      '04.10.2025',
      '2025-13-01',
      '2025-10-04T25:00',
      '0001-01-01T00:00:00Z',
      '1970-01-01',
    ],
    ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, null, undefined, true, {}, []],
  ])('%j is none', (text) => {
    expect(readMoment(text)).toBeNull()
  })
})

describe('a user', () => {
  const user = {
    id: 'u1',
    email: 'olivia@acme.test',
    firstName: 'Olivia',
    lastName: 'Marsh',
    activePlan: 'PRO',
  }
  const facts = {
    id: 'u1',
    email: 'olivia@acme.test',
    name: 'Olivia Marsh',
    plan: 'PRO',
    other: { walletBalance: 3 },
  }

  it.each([
    ['under data', { status: 200, data: { ...user, walletBalance: 3 } }],
    ['under data.user', { success: true, data: { user: { ...user, walletBalance: 3 } } }],
    ['without an envelope', { ...user, walletBalance: 3 }],
  ])('stands %s', (_, body) => {
    expect(read('users.get', body)).toEqual({ ok: true, value: facts })
  })

  it('is nobody without an id: a key that is anybody’s is nobody’s', () => {
    expect(read('users.get', { data: { email: 'olivia@acme.test' } })).toEqual(
      misshapenAt('users.get', 'data.id'),
    )
    expect(read('users.get', { data: [user] })).toEqual(misshapenAt('users.get', 'data'))
    expect(read('users.get', { status: 200, message: 'ok', data: null })).toEqual(
      misshapenAt('users.get', 'data'),
    )
  })
})

describe('workspaces', () => {
  const acme = { id: 'w1', name: 'Acme', domainCount: '3', mailboxCount: 60 }
  const globex = { id: 'w2', name: 'Globex' }

  it('come as an array; which is the primary one it does not say', () => {
    expect(read('workspaces.list', { data: [acme, globex] })).toMatchObject({
      value: {
        rows: [
          { id: 'w1', name: 'Acme', isPrimary: null, domainCount: 3, mailboxCount: 60 },
          { id: 'w2', isPrimary: null, domainCount: null, mailboxCount: null },
        ],
      },
    })
  })

  it.each([{ ...globex, extra: 1 }, 'w2'])(
    'come beside the current one, %j, which is the primary one',
    (current) => {
      expect(
        read('workspaces.list', { data: { currentWorkspace: current, workspaces: [acme, globex] } }),
      ).toMatchObject({
        value: {
          rows: [
            { id: 'w1', isPrimary: false },
            { id: 'w2', isPrimary: true },
          ],
        },
      })
    },
  )

  it('have the current one among them also where the list leaves it out', () => {
    expect(read('workspaces.list', { data: { currentWorkspace: globex, workspaces: [acme] } })).toMatchObject(
      {
        value: {
          rows: [
            { id: 'w2', isPrimary: true },
            { id: 'w1', isPrimary: false },
          ],
        },
      },
    )
  })

  it('cannot be read where the current one cannot be', () => {
    expect(
      read('workspaces.list', { data: { currentWorkspace: { name: 'x' }, workspaces: [acme] } }),
    ).toEqual(misshapenAt('workspaces.list', 'data.currentWorkspace.id'))
  })
})

describe('a mailbox', () => {
  const row = { id: 'm1', username: 'anna@acme.test', assignedOn: '2025-10-04T16:00:00Z', expireOn: at + 1 }

  it.each([
    ['under data', { data: row }],
    ['under data.mailbox', { data: { mailbox: row } }],
    ['under mailbox', { mailbox: row }],
  ])('stands %s', (_, body) => {
    expect(read('mailboxes.get', body)).toMatchObject({
      value: {
        id: 'm1',
        email: 'anna@acme.test',
        domain: 'acme.test',
        assignedAt: at,
        renewsAt: at + 1,
        tags: null,
      },
    })
  })

  it('brings no credential', () => {
    const answer = read('mailboxes.get', { data: { ...row, password: 'p', appPassword: 'a', secret: 's' } })
    expect(answer).toMatchObject({ ok: true, value: { other: {} } })
    expect(JSON.stringify(answer)).not.toMatch(/password|secret/i)
  })
})

describe('a domain', () => {
  const row = {
    id: 'd1',
    domainName: 'Acme.TEST',
    assignedMailboxesCount: '20',
    autoRenew: true,
    expireOn: at,
  }

  it('is named in small letters, by whichever name', () => {
    for (const body of [
      { data: row },
      { data: { domain: row } },
      { data: { id: 'd1', domain: 'acme.test' } },
    ]) {
      expect(read('domains.get', body)).toMatchObject({ value: { id: 'd1', name: 'acme.test' } })
    }
    expect(read('domains.list', { data: { domains: [row], total: '1' } })).toMatchObject({
      value: { rows: [{ mailboxCount: 20, isAutoRenewing: true, expiresAt: at }], total: 1 },
    })
  })

  it('tells "none" from "not said"', () => {
    const said = {
      ...row,
      forwardTo: null,
      catchAllEmail: '',
      dmarcEmail: 'd@acme.test',
      forwardingEmail: { a: 1 },
    }
    expect(read('domains.get', { data: said })).toMatchObject({
      value: {
        forwardTo: '',
        catchAllEmail: '',
        dmarcEmail: 'd@acme.test',
        forwardingEmail: null,
        other: { forwardingEmail: { a: 1 } },
      },
    })
    expect(read('domains.get', { data: row })).toMatchObject({
      value: { forwardTo: null, catchAllEmail: null },
    })
  })

  it('has no name servers rather than half of them', () => {
    const servers = { nameServers: ['ns1.test', 7], expectedNameServers: ['ns1.test'] }
    expect(read('domains.get', { data: { ...row, ...servers } })).toMatchObject({
      value: { nameServers: [], expectedNameServers: ['ns1.test'], other: { nameServers: ['ns1.test', 7] } },
    })
  })

  it('is none without a name', () => {
    expect(read('domains.list', { data: [row, { id: 'd2' }] })).toEqual(
      misshapenAt('domains.list', 'data.1.domain'),
    )
  })
})

describe('money', () => {
  it('is read from a wallet', () => {
    const details = { threshold: '20', minimumRechargeAmount: 50 }
    const data = { walletBalance: '142.50', autoRechargeEnabled: true, autoRechargeDetails: details }
    for (const body of [{ data }, { data: { wallet: data } }]) {
      expect(read('wallet.balance', body)).toEqual({
        ok: true,
        value: { balance: 142.5, isAutoRecharging: true, rechargeBelow: 20, rechargeBy: 50, other: {} },
      })
    }
  })

  it.each([{}, { walletBalance: null }, { walletBalance: 'a lot' }, { autoRechargeEnabled: true }])(
    'is never 0 because the answer is %j',
    (data) => {
      expect(read('wallet.balance', { data })).toEqual(misshapenAt('wallet.balance', 'data.walletBalance'))
    },
  )

  it('is not dollars where its row names another currency', () => {
    expect(read('wallet.balance', { data: { walletBalance: 142.5, currency: 'EUR' } })).toMatchObject({
      value: { balance: null, other: { currency: 'EUR', balance: 142.5 } },
    })
    const subscriptionIn = (currency: string | null) =>
      read('subscriptions.list', { data: [{ id: 's1', price: 36, currency }] })
    const unpriced = { price: null, other: { currency: 'eur', price: 36 } }
    expect(subscriptionIn('eur')).toMatchObject({ value: { rows: [unpriced] } })
    for (const currency of ['usd', 'USD ', '$', null])
      expect(subscriptionIn(currency)).toMatchObject({ value: { rows: [{ price: 36 }] } })
  })

  it('is read from subscriptions, where they tell it', () => {
    const row = {
      id: 's1',
      subscriptionStatus: 'ACTIVE',
      plan: 'Pro',
      price: '36.00',
      totalMailboxQuantity: '12',
    }
    const rows = [
      { ...row, periodEnd: '2025-10-04T16:00:00Z' },
      { subscriptionId: 'sub_2', price: 'free' },
      // A sum of such amounts is no number any more.
      { id: 's3', price: 1e15 },
    ]
    expect(read('subscriptions.list', { data: rows })).toMatchObject({
      value: {
        rows: [
          { id: 's1', status: 'ACTIVE', plan: 'Pro', price: 36, mailboxCount: 12, periodEnd: at },
          { id: 'sub_2', status: null, price: null, mailboxCount: null, other: { price: 'free' } },
          { id: 's3', price: null, other: { price: 1e15 } },
        ],
      },
    })
  })
})

describe('tags', () => {
  it('have an id and a name, and a colour where one is told', () => {
    expect(
      read('tags.list', {
        data: {
          tags: [
            { id: 1, name: 'warm' },
            { id: 't', name: 'cold', color: '#fff' },
          ],
        },
      }),
    ).toMatchObject({
      value: {
        rows: [
          { id: '1', name: 'warm', color: null },
          { id: 't', name: 'cold', color: '#fff' },
        ],
      },
    })
    expect(read('tags.list', { data: [{ id: 't' }] })).toEqual(misshapenAt('tags.list', 'data.0.name'))
  })
})

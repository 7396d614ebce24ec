import { describe, expect, it } from 'vitest'
import type { MailboxFacts } from '../../../src/shared/litemail/facts'
import { type MailboxView, mailboxesByAddress } from '../../../src/shared/mailbox'
import { aLitemailAccount, aPart, mailboxFacts, workspaceFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON } from './testStore'

type Given = Readonly<Record<string, Partial<MailboxFacts>>>

/** A fleet of mailboxes that are named by their ids at the service. */
const fleetOf = (given: Given, workspaceId = 'w') => {
  const fleet = storeWithFleet()
  const { store } = fleet
  const rows = Object.entries(given).map(([id, facts]) => mailboxFacts(id, facts))
  fleet.passOfMailboxes(rows, workspaceId)
  const list = (view: Partial<MailboxView> = {}, now = NOON) =>
    store.read('mailboxes.list', { view: { ...mailboxesByAddress, ...view }, offset: 0, limit: 500, now })
  const names = (view?: Partial<MailboxView>, now?: number): string[] =>
    list(view, now).rows.map(({ serviceId }) => serviceId)
  const idOf = (name: string): string => list().rows.find(({ serviceId }) => serviceId === name)?.id ?? 'none'
  const facets = (view: Partial<MailboxView> = {}) =>
    store.read('mailboxes.facets', { view: { ...mailboxesByAddress, ...view }, now: NOON })
  return { ...fleet, list, names, idOf, facets }
}

describe('a search among mailboxes', () => {
  const given: Given = {
    one: { email: 'Crème.Brulee@Acme.example', firstName: 'Émile', lastName: 'Zola', tags: ['Warm up'] },
    two: {
      email: 'two@other.example',
      domain: 'other.example',
      firstName: null,
      lastName: 'Straße',
      tags: null,
    },
  }
  it.each([
    ['a part of the address', 'lee@ac', ['one']],
    ['the address without its accents', 'creme', ['one']],
    ['a name', 'emile zola', ['one']],
    ['a name as it is written in capitals', 'STRASSE', ['two']],
    ['a domain', 'other.ex', ['two']],
    ['a tag', 'warm', ['one']],
    ['one letter', 'z', ['one']],
    ['words in any order and any place', 'acme warm zola', ['one']],
    ['what a query language would read', '"two" OR *', []],
    ['what is nowhere', 'nowhere', []],
  ])('finds %s', (_, search, found) => {
    expect(fleetOf(given).names({ search })).toEqual(found)
  })

  it('finds a note, and finds it no more when it is another', () => {
    const { store, names, idOf } = fleetOf(given)
    store.write('mailboxes.setNote', { id: idOf('two'), note: 'für Ärzte' })
    expect(names({ search: 'arzte' })).toEqual(['two'])
    store.write('mailboxes.setNote', { id: idOf('two'), note: '' })
    expect(names({ search: 'arzte' })).toEqual([])
  })

  it('finds what a later reading tells, and what it told before no more', () => {
    const { names, passOfMailboxes } = fleetOf(given)
    passOfMailboxes([mailboxFacts('one', { ...given.one, lastName: 'Hugo' }), mailboxFacts('two', given.two)])
    expect(names({ search: 'hugo' })).toEqual(['one'])
    expect(names({ search: 'zola' })).toEqual([])
  })
})

describe('filters of mailboxes', () => {
  it('take what the service did not say for a choice of its own', () => {
    const { names, facets } = fleetOf({
      said: { status: 'ACTIVE' },
      unsaid: { status: null, domain: null },
      empty: { status: '' },
    })
    expect(names({ statuses: [null] })).toEqual(['unsaid'])
    expect(names({ statuses: [null, 'ACTIVE'] })).toEqual(['said', 'unsaid'])
    expect(names({ domains: [null] })).toEqual(['unsaid'])
    expect(facets().statuses).toEqual([
      { name: '', count: 1 },
      { name: 'ACTIVE', count: 1 },
      { name: null, count: 1 },
    ])
  })

  it('count renewals by days, today among them', () => {
    const midnight = new Date(2026, 2, 9).getTime()
    const { names } = fleetOf({
      'a-yesterday': { renewsAt: midnight - 1 },
      'b-this-morning': { renewsAt: midnight },
      'c-last-of-seven': { renewsAt: new Date(2026, 2, 17).getTime() - 1 },
      'd-eighth': { renewsAt: new Date(2026, 2, 17).getTime() },
      'e-last-of-thirty': { renewsAt: new Date(2026, 3, 9).getTime() - 1 },
      'f-unknown': { renewsAt: null },
    })
    const now = midnight + 15 * 3_600_000
    expect(names({ renewsWithin: 7 }, now)).toEqual(['b-this-morning', 'c-last-of-seven'])
    expect(names({ renewsWithin: 30 }, now)).toEqual([
      'b-this-morning',
      'c-last-of-seven',
      'd-eighth',
      'e-last-of-thirty',
    ])
  })

  it('show what a whole pass did not meet, with when it was seen', () => {
    const { names, list, passOfMailboxes } = fleetOf({ one: {}, two: {} })
    const [, before] = list().rows
    passOfMailboxes([mailboxFacts('one')])
    expect(names({ isUnseen: true })).toEqual(['two'])
    expect(list({ isUnseen: true }).rows[0]).toMatchObject({ isUnseen: true, readAt: before?.readAt })
  })

  it('tell workspaces of two accounts apart', () => {
    const { store, names, account, facets } = fleetOf({ mine: {} })
    const other = store.write(
      'litemail.insertAccount',
      aLitemailAccount({ name: 'Other', userId: 'user-2', createdAt: NOON + 1 }),
    )
    const key = { accountId: other.id, noun: 'mailboxes', workspaceId: 'w' } as const
    const rows = [mailboxFacts('theirs')]
    store.write('fleet.take', { part: aPart(key), taken: { noun: 'mailboxes', rows }, pass: 1, at: NOON })
    expect(names()).toEqual(['mine', 'theirs'])
    expect(names({ workspaces: [{ accountId: account.id, workspaceId: 'w' }] })).toEqual(['mine'])
    expect(facets().workspaces.map(({ accountName, count }) => [accountName, count])).toEqual([
      ['Fleet', 1],
      ['Other', 1],
    ])
  })
})

describe('a mailbox', () => {
  it('is shown with its workspace’s name, its tags in order, and what was not said as not said', () => {
    const { passOfWorkspaces, passOfMailboxes, list } = fleetOf({})
    passOfWorkspaces('w')
    passOfMailboxes([
      mailboxFacts('one', {
        firstName: ' ',
        lastName: null,
        tags: ['b', 'Ä', 'c'],
        status: null,
        renewsAt: null,
      }),
    ])
    expect(list().rows[0]).toMatchObject({
      workspaceName: 'Workspace w',
      name: null,
      tags: ['Ä', 'b', 'c'],
      status: null,
      renewsAt: null,
      isUnseen: false,
    })
  })

  it('tells what else the service told, by its names, what lies within, and not what is null', () => {
    const { store, idOf } = fleetOf({
      one: { other: { warmup: { limit: 20, on: true }, hosts: ['a', 'b'], nothing: null, '<img>': 'x' } },
    })
    expect(store.read('mailboxes.get', idOf('one'))?.other).toEqual([
      { name: '<img>', value: 'x' },
      { name: 'hosts', value: 'a, b' },
      { name: 'warmup.limit', value: '20' },
      { name: 'warmup.on', value: 'true' },
    ])
  })

  it.each(['', '0', '-1', '1.5', '1e3', 'x', '9'.repeat(20), '0x1'])('has no id %j', (id) => {
    const { store } = fleetOf({ one: {} })
    expect(store.read('mailboxes.get', id)).toBeNull()
    expect(store.read('mailboxes.emails', [id])).toEqual([])
    expect(store.read('mailboxes.place', { view: mailboxesByAddress, id, now: NOON })).toBeNull()
  })

  it('that is gone is in no list, count or choice', () => {
    const { store, account, idOf, names, facets } = fleetOf({ one: {}, two: {} })
    const id = idOf('two')
    store.write('fleet.markGone', { accountId: account.id, noun: 'mailboxes', serviceId: 'two', at: NOON })
    expect(names()).toEqual(['one'])
    expect(names({ search: 'two' })).toEqual([])
    expect(facets().statuses).toEqual([{ name: 'ACTIVE', count: 1 }])
    expect(store.read('mailboxes.get', id)).toBeNull()
    expect(store.read('mailboxes.several', [id])).toEqual([])
    expect(store.read('mailboxes.place', { view: mailboxesByAddress, id, now: NOON })).toBeNull()
  })

  it('of a removed account is in no list at once, however much there is to forget', () => {
    const { store, account, idOf, list, facets } = fleetOf({ one: {}, two: {} })
    const id = idOf('one')
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(list()).toEqual({ rows: [], total: 0 })
    expect(list({ search: 'one' }).total).toBe(0)
    expect(facets()).toEqual({
      workspaces: [],
      domains: [],
      statuses: [],
      tags: [],
      renewing: { within7: 0, within30: 0 },
      unseen: 0,
    })
    expect(store.read('mailboxes.place', { view: mailboxesByAddress, id, now: NOON })).toBeNull()
    expect(store.read('mailboxes.emails', [id])).toEqual([])
  })
})

describe('facets of mailboxes', () => {
  it('name what is chosen also where it shows nothing, be it known or not', () => {
    const { facets, account } = fleetOf({ one: { tags: ['a'], status: 'ACTIVE' } })
    const chosen = facets({
      search: 'nowhere',
      domains: ['Acme.example'],
      statuses: ['ACTIVE', 'GONE'],
      tags: ['a', 'never'],
      workspaces: [{ accountId: account.id, workspaceId: 'gone' }],
    })
    expect(chosen).toMatchObject({
      domains: [{ name: 'acme.example', count: 0 }],
      statuses: [
        { name: 'ACTIVE', count: 0 },
        { name: 'GONE', count: 0 },
      ],
      tags: [
        { name: 'a', count: 0 },
        { name: 'never', count: 0 },
      ],
      workspaces: [{ workspaceId: 'gone', name: null, accountName: 'Fleet', count: 0 }],
    })
  })

  it('name a thousand domains at most, the largest first, and what is chosen beside', () => {
    const many = Array.from({ length: 1_100 }, (_, index) =>
      mailboxFacts(`m${index}`, { domain: `d${index}.example` }),
    )
    const { facets, passOfMailboxes } = fleetOf({})
    passOfMailboxes([...many, mailboxFacts('again', { domain: 'd7.example' })])
    const { domains } = facets({ domains: ['d999.example'] })
    expect(domains).toHaveLength(1_001)
    expect(domains[0]).toEqual({ name: 'd7.example', count: 2 })
    expect(domains).toContainEqual({ name: 'd999.example', count: 1 })
  })
})

describe('an order of mailboxes', () => {
  it('follows what workspaces are called, also when they are called something else', () => {
    const { passOfMailboxes, pass, names } = fleetOf({})
    passOfMailboxes([mailboxFacts('in-one')], 'one')
    passOfMailboxes([mailboxFacts('in-two')], 'two')
    const call = (one: string, two: string): void => {
      const rows = [workspaceFacts('one', { name: one }), workspaceFacts('two', { name: two })]
      pass({ noun: 'workspaces', rows }, '')
    }
    const sort = { by: 'workspace', isDescending: false } as const
    call('alpha', 'beta')
    expect(names({ sort })).toEqual(['in-one', 'in-two'])
    call('zeta', 'beta')
    expect(names({ sort })).toEqual(['in-two', 'in-one'])
  })

  it('by when they were read follows a reading that found nothing new', () => {
    const { store, account, passOfMailboxes, names, now } = fleetOf({})
    passOfMailboxes([mailboxFacts('a'), mailboxFacts('b')])
    const sort = { by: 'read', isDescending: true } as const
    expect(names({ sort })).toEqual(['a', 'b'])
    // A pass that has not come to its end meets only the second again.
    const at = now() + 60_000
    const part = aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: 'w' }, { at })
    const taken = { noun: 'mailboxes', rows: [mailboxFacts('b')] } as const
    expect(store.write('fleet.take', { part, taken, pass: 9, at })).toEqual({ fresh: 1, changed: 0 })
    expect(names({ sort })).toEqual(['b', 'a'])
  })

  it.each(['name', 'domain', 'status', 'tags', 'note', 'assigned', 'renews', 'workspace'] as const)(
    'by %s has what is not known at its end in both directions',
    (by) => {
      const nothing = { firstName: null, lastName: null, domain: null, status: null, tags: null }
      const { passOfMailboxes, passOfWorkspaces, store, idOf, names } = fleetOf({})
      passOfWorkspaces('w')
      passOfMailboxes([mailboxFacts('a', { ...nothing, assignedAt: null, renewsAt: null })], 'unheard-of')
      passOfMailboxes([mailboxFacts('b'), mailboxFacts('c')])
      for (const id of ['b', 'c']) store.write('mailboxes.setNote', { id: idOf(id), note: id })
      expect(names({ sort: { by, isDescending: false } }).at(-1)).toBe('a')
      expect(names({ sort: { by, isDescending: true } }).at(-1)).toBe('a')
    },
  )
})

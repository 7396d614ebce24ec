import { describe, expect, it } from 'vitest'
import { type DomainView, domainsByName } from '../../../src/shared/domain'
import { aPart, domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON } from './testStore'

const aFleet = () => {
  const fleet = storeWithFleet()
  const { store } = fleet
  const list = (view: Partial<DomainView> = {}, now = NOON) =>
    store.read('domains.list', { view: { ...domainsByName, ...view }, offset: 0, limit: 500, now })
  const names = (view?: Partial<DomainView>, now?: number): string[] =>
    list(view, now).rows.map(({ name }) => name)
  const row = (name: string) => list().rows.find((domain) => domain.name === name)
  return { ...fleet, list, names, row }
}

describe('the mailboxes of a domain', () => {
  it('are not known before any mailboxes were read, and counted afterwards', () => {
    const { passOfDomains, passOfMailboxes, row } = aFleet()
    passOfDomains([domainFacts('acme', { mailboxCount: 7 }), domainFacts('empty', { mailboxCount: null })])
    expect(row('acme.example')).toMatchObject({ mailboxes: null, saidMailboxes: 7 })
    passOfMailboxes([
      mailboxFacts('one'),
      mailboxFacts('two'),
      mailboxFacts('three', { domain: 'Acme.Example' }),
    ])
    expect(row('acme.example')).toMatchObject({ mailboxes: 3, saidMailboxes: 7 })
    expect(row('empty.example')).toMatchObject({ mailboxes: 0, saidMailboxes: null })
  })

  it('of a workspace whose mailboxes were not read are not known yet', () => {
    const { passOfDomains, passOfMailboxes, row } = aFleet()
    passOfDomains([domainFacts('here')], 'w')
    passOfDomains([domainFacts('there')], 'v')
    passOfMailboxes([mailboxFacts('one', { domain: 'here.example' })], 'w')
    expect([row('here.example')?.mailboxes, row('there.example')?.mailboxes]).toEqual([1, null])
  })

  it('are counted without those that are gone', () => {
    const { store, account, passOfDomains, passOfMailboxes, row } = aFleet()
    passOfDomains([domainFacts('acme')])
    passOfMailboxes([mailboxFacts('one'), mailboxFacts('two')])
    store.write('fleet.markGone', { accountId: account.id, noun: 'mailboxes', serviceId: 'two', at: NOON })
    expect(row('acme.example')?.mailboxes).toBe(1)
  })

  it('order domains anew when there are others', () => {
    const { passOfDomains, passOfMailboxes, names } = aFleet()
    const sort = { by: 'mailboxes', isDescending: true } as const
    passOfDomains([domainFacts('a'), domainFacts('b')])
    passOfMailboxes([mailboxFacts('one', { domain: 'b.example' })])
    expect(names({ sort })).toEqual(['b.example', 'a.example'])
    const at = ['two', 'three'].map((id) => mailboxFacts(id, { domain: 'a.example' }))
    passOfMailboxes([mailboxFacts('one', { domain: 'b.example' }), ...at])
    expect(names({ sort })).toEqual(['a.example', 'b.example'])
  })
})

describe('domains that no list of domains showed', () => {
  it('are listed as seen in mailboxes, each once', () => {
    const { passOfMailboxes, list } = aFleet()
    passOfMailboxes([mailboxFacts('one'), mailboxFacts('two'), mailboxFacts('none', { domain: null })])
    expect(list().rows).toMatchObject([
      {
        name: 'acme.example',
        serviceId: null,
        status: null,
        mailboxes: 2,
        saidMailboxes: null,
        forwardTo: null,
      },
    ])
  })

  it('become those of the list, with their notes, and stay the same row', () => {
    const { store, passOfMailboxes, passOfDomains, list, row } = aFleet()
    passOfMailboxes([mailboxFacts('one')])
    const id = row('acme.example')?.id ?? ''
    store.write('domains.setNote', { id, note: 'Renew in May' })
    passOfDomains([domainFacts('acme')])
    expect(list().rows).toMatchObject([{ id, serviceId: 'acme', note: 'Renew in May', status: 'ACTIVE' }])
  })
})

describe('lists of domains', () => {
  it('find names, tags and notes', () => {
    const { store, passOfDomains, names, row } = aFleet()
    passOfDomains([domainFacts('a', { tags: ['Ärzte'] }), domainFacts('b'), domainFacts('c')])
    store.write('domains.setNote', { id: row('b.example')?.id ?? '', note: 'für Émile' })
    expect(names({ search: 'arzte' })).toEqual(['a.example'])
    expect(names({ search: 'emile' })).toEqual(['b.example'])
    expect(names({ search: 'c.ex' })).toEqual(['c.example'])
  })

  it('are narrowed by what the service says, also where it says nothing', () => {
    const { store, account, passOfDomains, names } = aFleet()
    passOfDomains([
      domainFacts('a', { status: null, tags: ['x'], expiresAt: NOON }),
      domainFacts('b', { status: 'ACTIVE', expiresAt: NOON + 20 * 86_400_000 }),
      domainFacts('c', { status: 'ACTIVE', expiresAt: null }),
    ])
    expect(names({ statuses: [null] })).toEqual(['a.example'])
    expect(names({ tags: ['x'] })).toEqual(['a.example'])
    expect(names({ expiresWithin: 7 })).toEqual(['a.example'])
    expect(names({ expiresWithin: 30 })).toEqual(['a.example', 'b.example'])
    expect(
      names({ workspaces: [{ accountId: account.id, workspaceId: 'w' }], statuses: ['ACTIVE'] }),
    ).toEqual(['b.example', 'c.example'])
    expect(store.read('domains.facets', { view: domainsByName, now: NOON })).toMatchObject({
      statuses: [
        { name: 'ACTIVE', count: 2 },
        { name: null, count: 1 },
      ],
      tags: [{ name: 'x', count: 1 }],
      expiring: { within7: 1, within30: 2 },
      unseen: 0,
    })
  })

  it.each([
    'status',
    'registered',
    'expires',
    'forwarding',
    'catch-all',
    'dmarc',
    'note',
    'mailboxes',
    'workspace',
  ] as const)('by %s have what is not known at their end in both directions', (by) => {
    const { store, account, passOfWorkspaces, passOfDomains, passOfMailboxes, row, names } = aFleet()
    passOfWorkspaces('w')
    passOfDomains(
      [domainFacts('a', { status: null, registeredAt: null, expiresAt: null, forwardTo: null })],
      'unheard-of',
    )
    const told = { forwardTo: 'x.example', catchAllEmail: 'x@x.example', dmarcEmail: 'x@x.example' }
    passOfDomains([domainFacts('b', told), domainFacts('c', told)])
    passOfMailboxes([])
    for (const name of ['b.example', 'c.example'])
      store.write('domains.setNote', { id: row(name)?.id ?? '', note: name })
    expect(account.removedAt).toBeNull()
    expect(names({ sort: { by, isDescending: false } }).at(-1)).toBe('a.example')
    expect(names({ sort: { by, isDescending: true } }).at(-1)).toBe('a.example')
  })

  it('by forwarding have what goes nowhere behind what goes somewhere, and what is not known behind that', () => {
    const { passOfDomains, names } = aFleet()
    passOfDomains([
      domainFacts('a', { forwardTo: null }),
      domainFacts('b', { forwardTo: '' }),
      domainFacts('c', { forwardTo: 'y.example' }),
      domainFacts('d', { forwardTo: 'Z.example' }),
    ])
    expect(
      names({ sort: { by: 'forwarding', isDescending: false } })
        .map((name) => name[0])
        .join(''),
    ).toBe('cdba')
    expect(
      names({ sort: { by: 'forwarding', isDescending: true } })
        .map((name) => name[0])
        .join(''),
    ).toBe('dcba')
  })

  it('tell where a row stands, all ids, names and rows of a choice, and what else the service told', () => {
    const { store, passOfDomains, row, list } = aFleet()
    passOfDomains([domainFacts('b', { other: { registrar: 'X' } }), domainFacts('a')])
    const [a, b] = list().rows.map(({ id }) => id)
    const view = { ...domainsByName, search: 'example' }
    expect(store.read('domains.ids', { view, now: NOON })).toEqual([a, b])
    expect(store.read('domains.place', { view, id: b ?? '', now: NOON })).toBe(1)
    expect(store.read('domains.place', { view: domainsByName, id: b ?? '', now: NOON })).toBe(1)
    expect(store.read('domains.names', [b ?? '', 'x', a ?? ''])).toEqual(['b.example', 'a.example'])
    expect(store.read('domains.several', [b ?? '', '99', a ?? ''])).toEqual([
      row('b.example'),
      row('a.example'),
    ])
    expect(store.read('domains.get', b ?? '')?.other).toEqual([{ name: 'registrar', value: 'X' }])
    expect(store.read('domains.get', '99')).toBeNull()
  })

  it('leave out at once what is of a removed account', () => {
    const { store, account, passOfDomains, list } = aFleet()
    passOfDomains([domainFacts('a')])
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(list()).toEqual({ rows: [], total: 0 })
  })

  it('keep a domain whose list no longer answers', () => {
    const { store, account, passOfDomains, list } = aFleet()
    passOfDomains([domainFacts('a')])
    const problem = { kind: 'no-connection', reason: 'offline', host: 'api.litemail.app' } as const
    store.write(
      'fleet.savePart',
      aPart({ accountId: account.id, noun: 'domains', workspaceId: 'w' }, { problem }),
    )
    expect(list().total).toBe(1)
  })
})

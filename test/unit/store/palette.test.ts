import { describe, expect, it } from 'vitest'
import type { PaletteUse } from '../../../src/shared/palette'
import { domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { done, NOON, storeWithAccount } from './testStore'

/** Mailboxes of these addresses, and the domains that are named. */
const fleetOf = (emails: readonly string[], names: readonly string[] = []) => {
  const fleet = storeWithFleet()
  fleet.passOfMailboxes(emails.map((email, at) => mailboxFacts(`m${at}`, { email, domain: null })))
  fleet.passOfDomains(names.map((name, at) => domainFacts(`d${at}`, { name })))
  const find = (text: string) => fleet.store.read('palette.find', { text, now: NOON })
  return { ...fleet, find }
}

const namesIn = ({ rows }: { readonly rows: readonly { readonly name: string }[] }) =>
  rows.map(({ name }) => name)

describe('What the palette finds among rows', () => {
  it('is nothing while nothing is typed', () => {
    const none = { rows: [], total: 0 }
    expect(fleetOf(['a@acme.example']).find('  ')).toEqual({
      addresses: none,
      mailboxes: none,
      domains: none,
    })
  })

  it('is a part of a name, whatever its case and accents', () => {
    const { find } = fleetOf(['creme@acme.example', 'other@acme.example'], ['acme.example', 'other.example'])
    expect(namesIn(find('REME@ac').mailboxes)).toEqual(['creme@acme.example'])
    expect(namesIn(find('acmé').domains)).toEqual(['acme.example'])
  })

  it('puts what begins with it before what has it inside, though there are more of these than are looked at', () => {
    const many = Array.from({ length: 60 }, (_, at) => `a${String(at).padStart(2, '0')}zoe@x.example`)
    const { find } = fleetOf([...many, 'zoe@x.example'])
    const { mailboxes } = find('zoe')
    expect(mailboxes.total).toBe(61)
    expect(namesIn(mailboxes)).toEqual(['zoe@x.example', ...many.slice(0, 5)])
  })

  it('is no row twice', () => {
    const { find } = fleetOf(['zoe@x.example'])
    expect(namesIn(find('zoe').mailboxes)).toEqual(['zoe@x.example'])
  })

  it('is nothing of an account that is being forgotten, not even by its beginning', () => {
    const { find, store, account } = fleetOf(['zoe@x.example'])
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(find('zoe').mailboxes).toEqual({ rows: [], total: 0 })
  })

  it('begins with an address that does, however many newer ones have it in their notes', () => {
    const { store, create } = addressesOf()
    create('shop.of.old@ig.do', '')
    for (let at = 0; at < 41; at++) create(`maple-${at}@ig.do`, 'of the shop')
    const { addresses } = store.read('palette.find', { text: 'shop', now: NOON })
    expect(addresses.total).toBe(42)
    expect(namesIn(addresses)).toHaveLength(6)
    expect(namesIn(addresses)[0]).toBe('shop.of.old@ig.do')
    create('shop.of.today@ig.do', '')
    expect(namesIn(store.read('palette.find', { text: 'shop', now: NOON }).addresses).slice(0, 2)).toEqual([
      'shop.of.today@ig.do',
      'shop.of.old@ig.do',
    ])
  })

  it('are addresses too, hidden ones with them, with their notes', () => {
    const { store, create } = addressesOf()
    const id = create('shop.maple@ig.do', 'shoes')
    store.write('addresses.hide', { ids: [id], isHidden: true, at: NOON })
    const found = store.read('palette.find', { text: 'shoes', now: NOON })
    expect(found.addresses).toEqual({
      rows: [{ id, name: 'shop.maple@ig.do', about: 'shoes' }],
      total: 1,
    })
  })
})

describe('What the palette was used for', () => {
  const action: PaletteUse = { kind: 'action', id: 'new-address' }

  it('comes back with the last first, each once', () => {
    const { store, create } = addressesOf()
    const id = create('shop.maple@ig.do', 'shoes')
    store.write('palette.use', action)
    store.write('palette.use', { kind: 'address', id })
    store.write('palette.use', action)
    expect(store.read('palette.recent')).toEqual([
      { ...action, row: null },
      { kind: 'address', id, row: { id, name: 'shop.maple@ig.do', about: 'shoes' } },
    ])
  })

  it('is bounded', () => {
    const { store } = addressesOf()
    for (let at = 0; at < 40; at++) store.write('palette.use', { kind: 'setting', id: `setting ${at}` })
    const recent = store.read('palette.recent')
    expect(recent).toHaveLength(24)
    expect(recent[0]?.id).toBe('setting 39')
  })

  it('leaves out a row that no list shows any more', () => {
    const { store, account, passOfMailboxes } = storeWithFleet()
    passOfMailboxes([mailboxFacts('m')])
    const found = store.read('palette.find', { text: 'example', now: NOON })
    const id = found.mailboxes.rows[0]?.id ?? 'none'
    store.write('palette.use', { kind: 'mailbox', id })
    expect(store.read('palette.recent')).toHaveLength(1)
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(store.read('palette.recent')).toEqual([])
  })

  it('is kept without what a row is called', () => {
    const { store, passOfMailboxes, query } = storeWithFleet()
    passOfMailboxes([mailboxFacts('m', { email: 'nobody.knows@acme.example' })])
    const id = store.read('palette.find', { text: 'nobody', now: NOON }).mailboxes.rows[0]?.id ?? 'none'
    store.write('palette.use', { kind: 'mailbox', id })
    expect(query("SELECT value FROM kept WHERE kind = 'palette'")).toEqual([
      { value: JSON.stringify([{ kind: 'mailbox', id }]) },
    ])
  })
})

function addressesOf() {
  const { store, plan, send, settle } = storeWithAccount()
  let plannedAt = NOON
  /** Each is newer than those before. */
  const create = (email: string, note: string): string => {
    plannedAt += 1
    const row = send(plan({ email, note, plannedAt }))
    settle(row, done())
    return row.id
  }
  return { store, create }
}

import { describe, expect, it } from 'vitest'
import type { AddressView } from '../../../src/shared/addressView'
import { storeWith } from './givenAddresses'
import { aWrite, done, firstRows, NOON, storeWithAccount } from './testStore'

const DAY = 86_400_000

describe('a long list', () => {
  const COUNT = 3_000
  const filled = () => {
    const { store, account } = storeWithAccount()
    // Many share one moment, so that pages end in the middle of them.
    const rows = Array.from({ length: COUNT }, (_, n) => ({
      serviceId: null,
      email: `row-${(n * 7919) % COUNT}@ig.do`,
      tag: n % 3 === 0 ? 'third' : null,
      createdAt: NOON + Math.floor(n / 37),
    }))
    store.write('addresses.mergeListed', { accountId: account.id, at: NOON + DAY, rows })
    return { store, account }
  }

  it.each<[string, Partial<AddressView>, number]>([
    ['newest first', {}, COUNT],
    ['oldest first', { sort: { by: 'created', isDescending: false } }, COUNT],
    ['by address', { sort: { by: 'address', isDescending: false } }, COUNT],
    ['searched', { search: 'third' }, COUNT / 3],
  ])('%s is whole and in order page by page, in its ids and in its places', (_, given, total) => {
    const { store } = filled()
    const { view } = firstRows(given)
    const seen: string[] = []
    for (let offset = 0; offset < total; offset += 97) {
      const page = store.read('addresses.list', { view, offset, limit: 97 })
      expect(page.total).toBe(total)
      seen.push(...page.rows.map(({ id }) => id))
    }
    expect(new Set(seen).size).toBe(total)
    expect(store.read('addresses.ids', view)).toEqual(seen)
    for (const index of [0, 1, 96, 97, total - 1]) {
      expect(store.read('addresses.place', { view, id: seen[index] ?? '' })).toBe(index)
    }
    expect(store.read('addresses.list', { view, offset: total, limit: 97 }).rows).toEqual([])
  })

  it('is never that of before a write', () => {
    const { store, account } = filled()
    const view = firstRows({ search: 'row', sort: { by: 'address', isDescending: true } })
    expect(store.read('addresses.list', view).total).toBe(COUNT)
    store.write('journal.plan', aWrite(account.id, { email: 'row-z@ig.do' }))
    const { rows, total } = store.read('addresses.list', view)
    expect([rows[0]?.email, total]).toEqual(['row-z@ig.do', COUNT + 1])
  })
})

describe('the place of an address', () => {
  it('is none where the view does not show it', () => {
    const { store, idOf } = storeWith({ 'one.one': {}, 'two.two': { isHidden: true } })
    const place = (view: Partial<AddressView>, id: string) =>
      store.read('addresses.place', { view: firstRows(view).view, id })
    expect(place({}, idOf('two.two'))).toBeNull()
    expect(place({ hidden: 'only' }, idOf('two.two'))).toBe(0)
    expect(place({ search: 'one' }, idOf('one.one'))).toBe(0)
    expect(place({ search: 'two' }, idOf('one.one'))).toBeNull()
    expect(place({}, 'never')).toBeNull()
  })

  it('is found by the id of an older row whose address was made again', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const older = settle(send(plan({ email: 'again.again@ig.do' })), done())
    settle(send(plan({ email: 'again.again@ig.do', plannedAt: NOON + 9 })), done())
    expect(store.read('addresses.place', { view: firstRows().view, id: older.id })).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { anAccount, aWrite, done, ended, NOON, storeWithAccount, TIMEOUT } from './testStore'

describe('what is known', () => {
  it('is what exists or is on its way: at the account and among what is nobody’s, or anywhere', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const other = store.write('accounts.insert', anAccount())
    settle(send(plan({ email: 'made.one@ig.do' })), done())
    plan({ email: 'coming.one@ig.do' })
    settle(send(plan({ email: 'refused.one@ig.do' })), ended('refused', TIMEOUT))
    store.write('journal.plan', aWrite(other.id, { email: 'others.one@ig.do' }))
    const emails = [
      'Made.One@ig.do',
      'coming.one@ig.do',
      'refused.one@ig.do',
      'others.one@ig.do',
      'new@ig.do',
    ]
    expect(store.read('addresses.known', emails, account.id)).toEqual(['Made.One@ig.do', 'coming.one@ig.do'])
    expect(store.read('addresses.known', emails, null)).toEqual([
      'Made.One@ig.do',
      'coming.one@ig.do',
      'others.one@ig.do',
    ])
  })

  it('names what may be copied, in the order in which it was asked', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const one = settle(send(plan({ email: 'one.one@ig.do' })), done())
    const two = settle(send(plan({ email: 'two.two@ig.do' })), done())
    const doubtful = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    expect(store.read('addresses.emails', [two.id, doubtful.id, 'never', one.id])).toEqual([
      'two.two@ig.do',
      'one.one@ig.do',
    ])
  })

  it('of one address is every press for it at its account, newest first', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const refused = settle(send(plan({ email: 'x.x.x@ig.do' })), ended('refused', TIMEOUT))
    const made = settle(send(plan({ email: 'x.x.x@ig.do', plannedAt: NOON + 5 })), done())
    const other = store.write('accounts.insert', anAccount())
    store.write('journal.plan', aWrite(other.id, { email: 'x.x.x@ig.do' }))
    expect(store.read('addresses.details', made.id)).toMatchObject({
      address: { id: made.id },
      activity: [{ id: made.id }, { id: refused.id }],
      listedAt: null,
    })
    const rows = [{ serviceId: 's', email: 'x.x.x@ig.do', tag: null, createdAt: null }]
    store.write('addresses.mergeListed', { accountId: account.id, at: NOON + 99, rows })
    expect(store.read('addresses.details', made.id)?.listedAt).toBe(NOON + 99)
    expect(store.read('addresses.details', 'never')).toBeNull()
  })

  it('names the newest that an account certainly holds', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    for (let n = 0; n < 4; n++) {
      settle(send(plan({ email: `made.${n}@ig.do`, plannedAt: NOON + n })), done())
    }
    plan({ plannedAt: NOON + 50 })
    expect(store.read('addresses.newest', { accountId: account.id, olderThanKey: 2, limit: 2 })).toEqual([
      'made.3@ig.do',
      'made.2@ig.do',
    ])
  })

  it('names the newest that can be copied, however many newer ones are on their way, imported or hidden', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const made = settle(send(plan({ email: 'made@ig.do', note: 'shoes', plannedAt: NOON })), done())
    const hidden = settle(send(plan({ email: 'hidden@ig.do', plannedAt: NOON + 1 })), done())
    store.write('addresses.hide', { ids: [hidden.id], isHidden: true, at: NOON + 2 })
    for (let n = 0; n < 60; n++) plan({ email: `waits.${n}@ig.do`, plannedAt: NOON + 10 + n })
    const file = { accountId: null, note: '', labels: [], tag: null, at: NOON + 100, hiddenAt: null }
    store.write('import.merge', [{ ...file, email: 'from.file@ig.do' }])
    expect(store.read('addresses.recent', 5)).toEqual([{ id: made.id, email: 'made@ig.do', note: 'shoes' }])
  })
})

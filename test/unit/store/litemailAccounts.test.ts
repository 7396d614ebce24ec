import { describe, expect, it } from 'vitest'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { aLitemailAccount, anAnswer, aPart, mailboxFacts } from './fleetRows'
import { anAccount, NOON, openDirectly, storeWithAccount, TIMEOUT } from './testStore'

describe('an account of Litemail', () => {
  it('is kept as it is given, and what changes of it', () => {
    const store = openDirectly()
    const given = aLitemailAccount({ basePath: '/api/v1', authentication: 'jwt', keyEndsAt: NOON })
    expect(store.write('litemail.insertAccount', given)).toEqual(given)
    expect(store.read('litemail.accounts')).toEqual([given])
    const patch = {
      name: 'Other',
      keyEndsAt: null,
      keyGeneration: 2,
      keyStanding: 'refused',
      userId: undefined,
    } as const
    const changed = { ...given, name: 'Other', keyEndsAt: null, keyGeneration: 2, keyStanding: 'refused' }
    expect(store.write('litemail.updateAccount', { id: given.id, patch })).toEqual(changed)
    expect(store.read('litemail.account', given.id)).toEqual(changed)
  })

  it('is none of LikeDo, and never the default', () => {
    const store = openDirectly()
    const litemail = store.write('litemail.insertAccount', aLitemailAccount())
    expect(store.read('accounts.list')).toEqual([])
    expect(store.read('accounts.get', litemail.id)).toBeNull()
    expect(store.write('accounts.update', { id: litemail.id, patch: { name: 'x' } })).toBeNull()
    expect(store.write('accounts.setDefault', litemail.id)).toBe(false)
    const likedo = store.write('accounts.insert', anAccount({ createdAt: NOON + 1 }))
    expect(likedo.isDefault).toBe(true)
    expect(store.read('litemail.account', likedo.id)).toBeNull()
    expect(store.write('litemail.updateAccount', { id: likedo.id, patch: { name: 'x' } })).toBeNull()
    // The default goes to no account of another service, though that is older.
    store.write('accounts.markRemoved', { id: likedo.id, at: NOON })
    const next = store.write('accounts.insert', anAccount())
    expect(next.isDefault).toBe(true)
  })

  it('that is removed is listed no more, and nothing of what it held is', () => {
    const { store } = storeWithAccount()
    const account = store.write('litemail.insertAccount', aLitemailAccount())
    const part = aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: '' })
    const taken = { noun: 'mailboxes', rows: [mailboxFacts('m-1')] } as const
    store.write('fleet.take', { part, taken, pass: 1, at: NOON })
    expect(store.write('accounts.markRemoved', { id: account.id, at: NOON })).toBe(true)
    expect(store.read('litemail.accounts')).toEqual([])
    expect(store.read('litemail.account', account.id)?.removedAt).toBe(NOON)
    expect(store.write('litemail.updateAccount', { id: account.id, patch: { name: 'x' } })).toBeNull()
    expect(store.read('fleet.parts', null)).toEqual([])
    expect(store.read('fleet.counts')).toEqual([])
    const page = { view: mailboxesByAddress, offset: 0, limit: 10, now: NOON }
    expect(store.read('mailboxes.list', page)).toEqual({ rows: [], total: 0 })
    expect(store.read('mailboxes.get', '1')).toBeNull()
    expect(store.write('mailboxes.setNote', { id: '1', note: 'x' })).toBeNull()
    expect(store.read('accounts.list')).toHaveLength(1)
  })
})

describe('what an account was found to answer', () => {
  it('is what was tried last, and when each operation last worked', () => {
    const store = openDirectly()
    const { id } = store.write('litemail.insertAccount', aLitemailAccount())
    expect(store.read('litemail.tried', id)).toBeNull()
    const tried = {
      at: NOON,
      reads: [
        { operation: 'users.get', problem: null },
        { operation: 'tags.list', problem: { kind: 'no-such-path', operation: 'tags.list', status: 404 } },
      ],
    } as const
    store.write('litemail.saveTried', { accountId: id, tried: { at: 1, reads: [] } })
    store.write('litemail.saveTried', { accountId: id, tried: { ...tried, reads: [...tried.reads] } })
    store.write('operations.noteAnswer', anAnswer(id, { operation: 'users.get', at: 1 }))
    store.write('operations.noteAnswer', anAnswer(id, { operation: 'users.get', at: 2, problem: TIMEOUT }))
    store.write('operations.noteAnswer', anAnswer(id, { at: 3 }))
    expect(store.read('litemail.tried', id)).toEqual(tried)
    expect(store.read('operations.answers', id)).toEqual([
      { operation: 'mailboxes.list', workedAt: 3, at: 3, problem: null },
      { operation: 'users.get', workedAt: 1, at: 2, problem: TIMEOUT },
    ])
  })
})

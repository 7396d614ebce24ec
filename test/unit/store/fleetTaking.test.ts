import { describe, expect, it } from 'vitest'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { anAnswer, anOpenPass, aPart, domainFacts, mailboxFacts, workspaceFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON, storeWithAccount } from './testStore'

const list = { view: mailboxesByAddress, offset: 0, limit: 500, now: NOON }

describe('rows of a page', () => {
  it('are kept with all that the service told of them', () => {
    const { store, take } = storeWithFleet()
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'w', 1)
    expect(store.read('mailboxes.get', '1')).toMatchObject({
      mailbox: {
        serviceId: 'm-1',
        workspaceId: 'w',
        email: 'm-1@acme.example',
        name: 'Ada Long',
        domain: 'acme.example',
        status: 'ACTIVE',
        tags: ['client'],
        assignedAt: NOON,
        renewsAt: NOON + 1,
        createdAt: null,
        readAt: NOON,
        isUnseen: false,
      },
      other: [{ name: 'plan', value: 'GOOGLE' }],
    })
  })

  it('count as fresh once a pass, in whichever page they come again', () => {
    const { take } = storeWithFleet()
    const [one, two] = [mailboxFacts('m-1'), mailboxFacts('m-2')]
    expect(take({ noun: 'mailboxes', rows: [one, one] }, 'w', 1)).toEqual({ fresh: 1, changed: 1 })
    expect(take({ noun: 'mailboxes', rows: [one, two] }, 'w', 1)).toEqual({ fresh: 1, changed: 1 })
    expect(take({ noun: 'mailboxes', rows: [one, two] }, 'w', 2)).toEqual({ fresh: 2, changed: 0 })
  })

  it('never count as fresh for a pass that began before the one which met them', () => {
    const { take } = storeWithFleet()
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'other', 8)
    expect(take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'w', 7).fresh).toBe(0)
  })

  it('that say the same, in whichever order, are only stamped: no list has to be made anew', () => {
    const { store, take, query } = storeWithFleet()
    const facts = mailboxFacts('m-1', { other: { a: 1, b: { c: 2, d: 3 } } })
    take({ noun: 'mailboxes', rows: [facts] }, 'w', 1)
    const revision = () => query("SELECT value FROM kept WHERE kind = 'index' AND name = 'mailboxes'")
    const before = revision()
    const turned = { ...facts, other: { b: { d: 3, c: 2 }, a: 1 } }

    expect(take({ noun: 'mailboxes', rows: [turned] }, 'w', 2)).toEqual({ fresh: 1, changed: 0 })

    expect(revision()).toEqual(before)
    expect(query('SELECT seen_pass FROM mailboxes')).toEqual([{ seen_pass: 2 }])
    take({ noun: 'mailboxes', rows: [{ ...facts, status: 'SUSPENDED' }] }, 'w', 3)
    expect(revision()).not.toEqual(before)
    expect(store.read('mailboxes.list', list).rows).toMatchObject([{ status: 'SUSPENDED' }])
  })

  it('move with their place, their note and nothing twice into another workspace', () => {
    const { store, take } = storeWithFleet()
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'a', 1)
    store.write('mailboxes.setNote', { id: '1', note: 'mine' })
    expect(take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'b', 2)).toEqual({ fresh: 1, changed: 1 })
    expect(store.read('mailboxes.list', list).rows).toMatchObject([
      { id: '1', workspaceId: 'b', note: 'mine' },
    ])
  })

  it('of any text that a service may send are kept as they came', () => {
    const { store, take } = storeWithFleet()
    const ids = [
      '../x',
      'a/b?c',
      '\u202eabc',
      '<img src=x onerror=alert(1)>',
      'x'.repeat(4_000),
      "'; --",
      ' ',
    ]
    const rows = ids.map((id) => mailboxFacts(id, { email: `${id}@a.example`, domain: null, firstName: id }))
    expect(take({ noun: 'mailboxes', rows }, '../w', 1).fresh).toBe(ids.length)
    const found = store.read('mailboxes.list', list).rows
    expect(new Set(found.map(({ serviceId }) => serviceId))).toEqual(new Set(ids))
    expect(take({ noun: 'mailboxes', rows }, '../w', 2)).toEqual({ fresh: ids.length, changed: 0 })
  })

  it('with figures that no column holds are kept without these', () => {
    const { store, take } = storeWithFleet()
    const odd = mailboxFacts('m-1', {
      assignedAt: Number.NaN,
      renewsAt: 1.5,
      createdAt: Number.POSITIVE_INFINITY,
    })
    take({ noun: 'mailboxes', rows: [odd] }, 'w', 1)
    expect(store.read('mailboxes.get', '1')?.mailbox).toMatchObject({
      assignedAt: null,
      renewsAt: 2,
      createdAt: null,
    })
  })
})

describe('how far a pass has come', () => {
  it('is kept with the rows that it brought, in one transaction', () => {
    const { store, account } = storeWithFleet()
    const key = { accountId: account.id, noun: 'mailboxes', workspaceId: 'w' } as const
    const part = aPart(key, { at: NOON, announced: 3, open: anOpenPass(4, { done: 1, ahead: [3], met: 5 }) })
    const taken = { noun: 'mailboxes', rows: [mailboxFacts('m-1'), mailboxFacts('m-2')] } as const

    store.write('fleet.take', { part, taken, pass: 4, at: NOON })

    expect(store.read('fleet.parts', account.id)).toEqual([
      { ...part, open: anOpenPass(4, { done: 1, ahead: [3], met: 7 }) },
    ])
    // A row that the database refuses takes the part back with it.
    const bad = { noun: 'mailboxes', rows: [mailboxFacts('m-3'), { ...mailboxFacts('m-4'), email: null }] }
    const later = aPart(key, { open: anOpenPass(4, { done: 2 }) })
    expect(store.tryWrite('fleet.take', { part: later, taken: bad as never, pass: 4, at: NOON }).ok).toBe(
      false,
    )
    expect(store.read('fleet.parts', account.id)[0]?.open?.done).toBe(1)
    expect(store.read('fleet.counts')).toMatchObject([{ noun: 'mailboxes', kept: 2 }])
  })

  it('is known over restarts, and a pass is numbered after every one before', () => {
    const { store, account, take } = storeWithFleet()
    const first = store.write('fleet.nextPass')
    take({ noun: 'tags', rows: [{ id: 't', name: 'Tag', color: null }] }, 'w', first)
    store.close()
    const again = storeWithAccount(store.folder).store
    expect(again.write('fleet.nextPass')).toBe(first + 1)
    expect(again.read('fleet.parts', null)).toMatchObject([{ accountId: account.id, noun: 'tags' }])
  })

  it('is nothing for an account that was removed meanwhile', () => {
    const { store, account, take, end } = storeWithFleet()
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'w', 1)).toEqual({ fresh: 0, changed: 0 })
    store.write('fleet.savePart', aPart({ accountId: account.id, noun: 'tags', workspaceId: '' }))
    end('mailboxes', 'w', 2)
    store.write('operations.noteAnswer', anAnswer(account.id))
    expect(store.read('fleet.counts')).toEqual([])
    expect(store.read('fleet.parts', account.id)).toEqual([])
    expect(store.read('operations.answers', account.id)).toEqual([])
  })

  it('counts what is kept of each list, wallet and user too', () => {
    const { store, account, take } = storeWithFleet()
    take({ noun: 'workspaces', rows: [workspaceFacts('a'), workspaceFacts('b')] }, '', 1)
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'a', 2)
    take({ noun: 'domains', rows: [domainFacts('d-1'), domainFacts('d-2')] }, 'b', 3)
    const wallet = { balance: 12.5, isAutoRecharging: null, rechargeBelow: null, rechargeBy: null, other: {} }
    take({ noun: 'wallet', rows: [wallet] }, '', 4)
    take({ noun: 'wallet', rows: [{ ...wallet, balance: 3 }] }, '', 5)
    take({ noun: 'user', rows: [{ id: 'u', email: null, name: null, plan: null, other: {} }] }, '', 6)
    const counts = store.read('fleet.counts').map(({ noun, workspaceId, kept }) => [noun, workspaceId, kept])
    expect(counts.sort()).toEqual([
      ['domains', 'b', 2],
      ['mailboxes', 'a', 1],
      ['user', '', 1],
      ['wallet', '', 1],
      ['workspaces', '', 2],
    ])
    expect(store.read('fleet.workspaces', account.id).map(({ serviceId }) => serviceId)).toEqual(['a', 'b'])
  })
})

describe('domains that mailboxes show', () => {
  it('are there before any list of domains, once each, whatever the case', () => {
    const { take, here } = storeWithFleet()
    const rows = [
      mailboxFacts('m-1', { domain: 'Acme.example' }),
      mailboxFacts('m-2', { domain: 'acme.EXAMPLE' }),
    ]
    take({ noun: 'mailboxes', rows }, 'w', 1)
    expect(here('domains')).toEqual(['acme.example'])
  })

  it('become those of the list with their place and note, and count as met by its pass', () => {
    const { store, take, here } = storeWithFleet()
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'w', 9)
    store.write('domains.setNote', { id: '1', note: 'mine' })
    const listed = domainFacts('d-1', { name: 'acme.example' })
    expect(take({ noun: 'domains', rows: [listed] }, 'w', 8)).toEqual({ fresh: 1, changed: 1 })
    expect(here('domains')).toEqual(['d-1'])
    expect(store.read('domains.get', '1')?.domain).toMatchObject({ serviceId: 'd-1', note: 'mine' })
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-2')] }, 'w', 10)
    expect(here('domains')).toEqual(['d-1'])
  })

  it('are there again where the list shows them no more, and theirs alone once it does', () => {
    const { store, account, take, here, now } = storeWithFleet()
    take({ noun: 'domains', rows: [domainFacts('d-1', { name: 'acme.example' })] }, 'w', 1)
    store.write('fleet.markGone', { accountId: account.id, noun: 'domains', serviceId: 'd-1', at: now() })
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'w', 2)
    expect(here('domains')).toEqual(['acme.example'])
    take({ noun: 'domains', rows: [domainFacts('d-1', { name: 'acme.example' })] }, 'w', 3)
    expect(here('domains')).toEqual(['d-1'])
  })

  it('go with the last mailbox, and to the workspace where that is', () => {
    const { passOfMailboxes, query, here } = storeWithFleet()
    const others = Array.from({ length: 10 }, (_, n) => mailboxFacts(`o-${n}`, { domain: 'other.example' }))
    const workspaceOf = () => query("SELECT workspace_id FROM domains WHERE name = 'acme.example'")
    passOfMailboxes([mailboxFacts('m-1')], 'a')
    passOfMailboxes([mailboxFacts('m-1'), ...others], 'b')
    expect(workspaceOf()).toEqual([{ workspace_id: 'b' }])
    passOfMailboxes(others, 'b')
    expect(here('domains')).toEqual(['acme.example', 'other.example'])
    passOfMailboxes(others, 'b')
    expect(here('domains')).toEqual(['other.example'])
  })
})

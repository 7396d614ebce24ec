import { describe, expect, it } from 'vitest'
import type { ListedRow } from '../../../src/main/store/mergeListed'
import { anAccount, aWrite, done, ended, firstRows, NOON, storeWithAccount, TIMEOUT } from './testStore'

const listed = (email: string, given: Partial<ListedRow> = {}): ListedRow => ({
  serviceId: `service-${email}`,
  email,
  tag: null,
  createdAt: NOON - 1_000,
  ...given,
})

const storeAndMerge = () => {
  const given = storeWithAccount()
  const { store, account } = given
  const merge = (...rows: ListedRow[]) =>
    store.write('addresses.mergeListed', { accountId: account.id, at: NOON + 5_000, rows })
  const rows = () => store.read('addresses.list', firstRows({ hidden: 'shown' })).rows
  const importOne = (email: string, accountId: string | null, note = 'from a file') =>
    store.write('import.merge', [
      { accountId, email, note, labels: ['Imported'], tag: null, at: NOON - 9_000, hiddenAt: null },
    ])
  return { ...given, merge, rows, importOne }
}

describe('an address that a service lists', () => {
  it('is added where it is not known, once', () => {
    const { account, merge, rows } = storeAndMerge()
    expect(merge(listed('new.one@ig.do', { tag: 'shop' }))).toEqual({ added: 1, settled: 0, fresh: 1 })
    expect(rows()).toMatchObject([
      {
        email: 'new.one@ig.do',
        accountId: account.id,
        state: 'created',
        via: 'service',
        tag: 'shop',
        at: NOON - 1_000,
        note: '',
      },
    ])
    expect(merge(listed('New.One@ig.do'), listed('new.one@ig.do'))).toEqual({
      added: 0,
      settled: 0,
      fresh: 0,
    })
    expect(rows()).toHaveLength(1)
  })

  it.each([null, Number.NaN, -1, Date.UTC(9999, 0)])(
    'is of the moment of the list where it tells none: %s',
    (at) => {
      const { merge, rows } = storeAndMerge()
      merge(listed('new.one@ig.do', { createdAt: at }))
      expect(rows()[0]?.at).toBe(NOON + 5_000)
    },
  )

  it('keeps what is ours where it is known, and takes what the service knows', () => {
    const { store, merge, plan, send, settle } = storeAndMerge()
    const { id } = settle(send(plan({ email: 'made.one@ig.do', note: 'shoes' })), done({ createdAt: NOON }))
    store.write('addresses.label', { ids: [id], add: ['Shop'], remove: [] })
    store.write('addresses.hide', { ids: [id], isHidden: true, at: NOON + 1 })

    expect(merge(listed('made.one@ig.do', { tag: 'theirs' }))).toEqual({ added: 0, settled: 0, fresh: 0 })

    expect(store.read('addresses.details', id)).toMatchObject({
      address: { id, note: 'shoes', labels: ['Shop'], hiddenAt: NOON + 1, tag: 'theirs', at: NOON },
      listedAt: NOON + 5_000,
    })
    merge(listed('made.one@ig.do'))
    expect(store.read('addresses.get', id)?.tag).toBe('theirs')
  })

  it('settles a row in doubt, together with its address', () => {
    const { store, merge, plan, send, settle, rows } = storeAndMerge()
    const row = settle(send(plan({ email: 'lost.one@ig.do', note: 'n' })), ended('unconfirmed', TIMEOUT))
    expect(merge(listed('lost.one@ig.do', { tag: 't' }))).toEqual({ added: 0, settled: 1, fresh: 1 })
    expect(store.read('journal.get', row.id)).toMatchObject({
      state: 'done',
      evidence: 'list',
      problem: null,
      settledAt: NOON + 5_000,
    })
    expect(rows()).toMatchObject([{ id: row.id, state: 'created', note: 'n', tag: 't', at: NOON - 1_000 }])
  })

  it('settles no row of another account, and none of a name that only looks alike', () => {
    const { store, merge, plan, send, settle } = storeAndMerge()
    const other = store.write('accounts.insert', anAccount())
    const others = send(store.write('journal.plan', aWrite(other.id, { email: 'lost.one@ig.do' })).row)
    settle(others, ended('unconfirmed', TIMEOUT))
    const alike = settle(send(plan({ email: 'lost.one@ig.do.example' })), ended('unconfirmed', TIMEOUT))
    expect(merge(listed('lost.one@ig.do'))).toEqual({ added: 1, settled: 0, fresh: 1 })
    for (const { id } of [others, alike]) expect(store.read('journal.get', id)?.state).toBe('unconfirmed')
  })

  it('is left to the press that is under way for it', () => {
    const { store, merge, plan, send, settle, rows } = storeAndMerge()
    const row = send(plan({ email: 'coming.one@ig.do' }))
    expect(merge(listed('coming.one@ig.do'))).toEqual({ added: 0, settled: 0, fresh: 0 })
    expect(rows()).toMatchObject([{ id: row.id, state: 'sending' }])
    settle(row, done())
    expect(rows()).toMatchObject([{ id: row.id, state: 'created' }])
    expect(store.read('addresses.list', firstRows()).total).toBe(1)
  })

  it('makes an imported address the account’s own, with its note and labels', () => {
    const { account, merge, rows, importOne } = storeAndMerge()
    importOne('file.one@ig.do', null)
    importOne('file.two@ig.do', account.id)
    expect(rows().map(({ state }) => state)).toEqual(['imported', 'imported'])
    expect(merge(listed('file.one@ig.do'), listed('file.two@ig.do'))).toEqual({
      added: 0,
      settled: 2,
      fresh: 2,
    })
    for (const row of rows()) {
      expect(row).toMatchObject({
        accountId: account.id,
        state: 'created',
        via: 'import',
        note: 'from a file',
        labels: ['Imported'],
        at: NOON - 1_000,
      })
    }
  })
})

describe('an address that is created', () => {
  it('takes over what a file named for nobody', () => {
    const { store, account, plan, send, settle, rows, importOne } = storeAndMerge()
    importOne('file.one@ig.do', null)
    const row = settle(send(plan({ email: 'file.one@ig.do', note: 'mine' })), done())
    expect(rows()).toMatchObject([
      {
        id: row.id,
        accountId: account.id,
        state: 'created',
        note: 'mine\nfrom a file',
        labels: ['Imported'],
      },
    ])
    expect(store.read('addresses.countCreatedSince', { accountId: account.id, since: 0 })).toBe(1)
  })
})

describe('several presses of one batch', () => {
  it('are planned all or none, in their order, and once', () => {
    const { store, account } = storeWithAccount()
    const writes = [3, 1, 2].map((n) => aWrite(account.id, { email: `batch.${n}@ig.do`, plannedAt: NOON }))
    const rows = store.write('journal.planMany', { writes, batchId: 'one' })
    expect(rows.map(({ email, batchId, batchPlace }) => [email, batchId, batchPlace])).toEqual([
      ['batch.3@ig.do', 'one', 0],
      ['batch.1@ig.do', 'one', 1],
      ['batch.2@ig.do', 'one', 2],
    ])
    expect(store.write('journal.planMany', { writes, batchId: 'one' })).toEqual(rows)
    expect(store.read('journal.batch', 'one')).toEqual(rows)
    expect(store.read('journal.batch', 'none')).toEqual([])

    const twice = aWrite(account.id)
    const broken = [aWrite(account.id), { ...twice, id: rows[0]?.id ?? '' }]
    const answer = store.tryWrite('journal.planMany', { writes: broken, batchId: 'two' })
    expect(answer).toMatchObject({ ok: false, problem: 'failed' })
    expect(store.read('journal.batch', 'two')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import {
  anAccount,
  aWrite,
  databaseIn,
  done,
  ended,
  firstRows,
  NOON,
  storeWithAccount,
  TIMEOUT,
} from './testStore'

describe('an address and its row', () => {
  it('come together: a row that is done is a listed address of the same id', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const row = send(plan({ email: 'shop.maple@ig.do', tag: 'shop', note: 'shoes' }))

    settle(row, done({ serviceId: 'service-1', createdAt: NOON + 1_500 }))

    expect(store.read('addresses.get', row.id)).toEqual({
      id: row.id,
      accountId: account.id,
      accountName: 'Mine',
      email: 'shop.maple@ig.do',
      note: 'shoes',
      labels: [],
      tag: 'shop',
      state: 'created',
      problem: null,
      via: 'window',
      at: NOON + 1_500,
      hiddenAt: null,
      isRestored: false,
    })
  })

  it('fail together: where the address cannot be kept, the row is not done either', () => {
    const { store, plan, send } = storeWithAccount()
    const row = send(plan())
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec("CREATE TRIGGER no BEFORE INSERT ON addresses BEGIN SELECT RAISE(ABORT, 'no'); END")

    const answer = store.tryWrite('journal.settle', { id: row.id, settlement: done() })

    expect(answer).toMatchObject({ ok: false, problem: 'failed' })
    expect(store.read('journal.get', row.id)).toEqual(row)
    sql.exec('DROP TRIGGER no')
    sql.close()
    expect(store.write('journal.settle', { id: row.id, settlement: done() }).state).toBe('done')
  })

  it('are one address, also when the end is told twice', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done())
    settle(row, done({ evidence: 'list', createdAt: 1 }))
    const { rows, total } = store.read('addresses.list', firstRows())
    expect(total).toBe(1)
    expect(rows).toEqual([expect.objectContaining({ id: row.id, state: 'created', at: row.plannedAt })])
  })

  it('show when it was written down, where the service tells no time', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done({ createdAt: Number.NaN }))
    expect(store.read('addresses.get', row.id)?.at).toBe(row.plannedAt)
  })
})

describe('the same address a second time', () => {
  it('is listed once, as the newer row, with both notes', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const older = settle(send(plan({ email: 'again.again@ig.do', note: 'old' })), done({ createdAt: NOON }))
    const newer = settle(
      send(plan({ email: 'Again.Again@ig.do', note: 'new', plannedAt: NOON + 5_000 })),
      done(),
    )

    const { rows, total } = store.read('addresses.list', firstRows())

    expect(total).toBe(1)
    expect(rows).toEqual([expect.objectContaining({ id: newer.id, note: 'new\nold', at: NOON + 5_000 })])
    expect(rows).toMatchObject([store.read('addresses.get', older.id)])
    expect(store.read('journal.get', older.id)?.state).toBe('done')
  })

  it('at another account is an address of its own, and the first one stays', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const other = store.write('accounts.insert', anAccount({ name: 'Other' }))
    const first = settle(send(plan({ email: 'again.again@ig.do', note: 'old' })), done())
    const write = aWrite(other.id, { email: 'again.again@ig.do', note: 'new' })
    const second = settle(send(store.write('journal.plan', write).row), done())

    expect(store.read('addresses.list', firstRows()).total).toBe(2)
    expect(store.read('addresses.get', first.id)).toMatchObject({ id: first.id, note: 'old' })
    expect(store.read('addresses.get', second.id)).toMatchObject({ accountName: 'Other', note: 'new' })
  })

  it('keeps its place in time where the service tells a date that cannot be', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(
      send(plan({ email: 'far.away@ig.do', plannedAt: NOON })),
      done({ createdAt: Date.UTC(9999, 11, 31) }),
    )
    expect(store.read('addresses.get', row.id)?.at).toBe(NOON)
  })

  it.each([
    ['old', '', 'old'],
    ['', 'new', 'new'],
    ['same', 'same', 'same'],
    ['o'.repeat(3000), 'n'.repeat(3000), `${'n'.repeat(3000)}\n${'o'.repeat(3000)}`],
  ])('loses no note', (first, second, expected) => {
    const { store, plan, send, settle } = storeWithAccount()
    settle(send(plan({ email: 'x.x.x@ig.do', note: first })), done())
    const row = settle(send(plan({ email: 'x.x.x@ig.do', note: second })), done())
    expect(store.read('addresses.get', row.id)?.note).toBe(expected)
  })
})

describe('the list', () => {
  it('shows what is on its way with its state, and what ended without effect not at all', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const waiting = plan({ plannedAt: NOON + 1 })
    const sending = send(plan({ plannedAt: NOON + 2 }))
    const unconfirmed = settle(send(plan({ plannedAt: NOON + 3 })), ended('unconfirmed', TIMEOUT))
    const created = settle(send(plan({ plannedAt: NOON + 4 })), done())
    settle(send(plan()), ended('refused', TIMEOUT))
    settle(plan(), ended('dropped', TIMEOUT))

    const { rows, total } = store.read('addresses.list', firstRows())

    expect(total).toBe(4)
    expect(rows.map(({ id, state, problem }) => ({ id, state, problem }))).toEqual([
      { id: created.id, state: 'created', problem: null },
      { id: unconfirmed.id, state: 'unconfirmed', problem: TIMEOUT },
      { id: sending.id, state: 'sending', problem: null },
      { id: waiting.id, state: 'waiting', problem: null },
    ])
    for (const row of rows) expect(row).toMatchObject({ ...store.read('addresses.get', row.id) })
  })

  it('keeps the addresses of an account that was removed, with its name', () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done())
    store.write('accounts.markRemoved', { id: account.id, at: NOON })
    expect(store.read('addresses.list', firstRows()).rows[0]).toMatchObject({
      id: row.id,
      accountName: 'Mine',
    })
  })

  it('shows a restored row that may be at the service, and none that was never sent', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const unconfirmed = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    const planned = plan()
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec('UPDATE journal SET is_restored = 1')
    sql.close()
    // What somebody else wrote is listed after the next write.
    store.write('settings.update', {})
    expect(store.read('addresses.list', firstRows()).rows).toMatchObject([
      { id: unconfirmed.id, state: 'unconfirmed', isRestored: true },
    ])
    expect(store.read('addresses.get', planned.id)).toBeNull()
  })
})

describe('counting for the allowance', () => {
  it("counts an account's created addresses from a moment on", () => {
    const { store, account, plan, send, settle } = storeWithAccount()
    const other = store.write('accounts.insert', anAccount())
    settle(send(plan()), done({ createdAt: NOON - 1 }))
    settle(send(plan()), done({ createdAt: NOON }))
    settle(send(plan()), done({ createdAt: NOON + 1 }))
    settle(send(plan()), ended('unconfirmed', TIMEOUT))
    settle(send(store.write('journal.plan', aWrite(other.id)).row), done({ createdAt: NOON }))
    expect(store.read('addresses.countCreatedSince', { accountId: account.id, since: NOON })).toBe(2)
  })
})

describe('a note', () => {
  it('is kept for an address that is created', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done())
    expect(store.write('addresses.setNote', { id: row.id, note: 'for later' })?.note).toBe('for later')
    expect(store.read('addresses.get', row.id)?.note).toBe('for later')
  })

  it('written while the address is under way is there when it is created', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = send(plan())
    expect(store.write('addresses.setNote', { id: row.id, note: 'meanwhile' })).toMatchObject({
      note: 'meanwhile',
      state: 'sending',
    })
    settle(row, done())
    expect(store.read('addresses.get', row.id)).toMatchObject({ note: 'meanwhile', state: 'created' })
  })

  it('goes to the one address that is listed, also by the id of its older row', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const older = settle(send(plan({ email: 'x.x.x@ig.do' })), done())
    const newer = settle(send(plan({ email: 'x.x.x@ig.do' })), done())
    expect(store.write('addresses.setNote', { id: older.id, note: 'n' })).toMatchObject({
      id: newer.id,
      note: 'n',
    })
  })

  it('has no place where there is no address', () => {
    const { store, plan, settle } = storeWithAccount()
    const row = settle(plan(), ended('dropped', TIMEOUT))
    expect(store.write('addresses.setNote', { id: row.id, note: 'n' })).toBeNull()
    expect(store.write('addresses.setNote', { id: 'none', note: 'n' })).toBeNull()
  })

  it('comes back as it was, whatever is in it', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = settle(send(plan()), done())
    for (const note of ["'; DROP TABLE addresses; --", 'Zürich 日本 🙂', 'a\nb\tc', '%_?1', '\u202e\ufeff']) {
      store.write('addresses.setNote', { id: row.id, note })
      expect(store.read('addresses.get', row.id)?.note).toBe(note)
    }
    store.write('addresses.setNote', { id: row.id, note: 'a\0b\ud800c' })
    expect(store.read('addresses.get', row.id)?.note).toBe('a\ufffdb\ufffdc')
  })
})

import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import { anAccount, databaseIn, NOON, openDirectly } from './testStore'

describe('accounts', () => {
  it('come back as they were kept', () => {
    const store = openDirectly()
    const row = anAccount({
      requestsPerHour: 77,
      keyEndsOn: '2026-05-01',
      plan: 'lifetime',
      keyKept: 'until-quit',
      keyStanding: 'accepted',
      canList: false,
      isDefault: true,
    })
    expect(store.write('accounts.insert', row)).toEqual(row)
    expect(store.read('accounts.get', row.id)).toEqual(row)
    expect(store.read('accounts.get', 'none')).toBeNull()
  })

  it('have exactly one default: the first, until another is chosen', () => {
    const store = openDirectly()
    const first = store.write('accounts.insert', anAccount({ createdAt: 1 }))
    const second = store.write('accounts.insert', anAccount({ createdAt: 2 }))
    expect([first.isDefault, second.isDefault]).toEqual([true, false])

    expect(store.write('accounts.setDefault', second.id)).toBe(true)

    expect(store.read('accounts.list').map((row) => row.isDefault)).toEqual([false, true])
    expect(store.write('accounts.setDefault', 'none')).toBe(false)
    expect(store.read('accounts.list').map((row) => row.isDefault)).toEqual([false, true])
  })

  it('pass the default on to the oldest that remains', () => {
    const store = openDirectly()
    const [first, second, third] = [1, 2, 3].map((createdAt) =>
      store.write('accounts.insert', anAccount({ createdAt })),
    )
    if (!first || !second || !third) throw new Error('three were kept')
    store.write('accounts.setDefault', third.id)

    expect(store.write('accounts.markRemoved', { id: third.id, at: NOON })).toBe(true)
    expect(store.read('accounts.list')).toEqual([{ ...first, isDefault: true }, second])
    expect(store.read('accounts.get', third.id)).toMatchObject({ isDefault: false, removedAt: NOON })

    expect(store.write('accounts.markRemoved', { id: third.id, at: NOON + 1 })).toBe(false)
    expect(store.write('accounts.setDefault', third.id)).toBe(false)
    store.write('accounts.markRemoved', { id: first.id, at: NOON })
    store.write('accounts.markRemoved', { id: second.id, at: NOON })
    expect(store.read('accounts.list')).toEqual([])
    expect(store.write('accounts.insert', anAccount()).isDefault).toBe(true)
  })

  it('change only in what the patch names', () => {
    const store = openDirectly()
    const row = store.write('accounts.insert', anAccount({ keyEndsOn: '2026-05-01', canList: true }))

    const renamed = store.write('accounts.update', {
      id: row.id,
      patch: { name: 'Work', keyEndsOn: null, plan: undefined },
    })

    expect(renamed).toEqual({ ...row, name: 'Work', keyEndsOn: null })
    const patch = { canList: null, keyGeneration: 2, keyStanding: 'refused', requestsPerHour: 5 } as const
    expect(store.write('accounts.update', { id: row.id, patch })).toEqual({ ...renamed, ...patch })
  })

  it('do not change once they are removed', () => {
    const store = openDirectly()
    const row = store.write('accounts.insert', anAccount())
    store.write('accounts.markRemoved', { id: row.id, at: NOON })
    expect(store.write('accounts.update', { id: row.id, patch: { name: 'Other' } })).toBeNull()
    expect(store.write('accounts.update', { id: 'none', patch: { name: 'Other' } })).toBeNull()
    expect(store.read('accounts.get', row.id)?.name).toBe('Mine')
  })

  it('stay readable where a column holds what nobody wrote', () => {
    const store = openDirectly()
    const row = store.write('accounts.insert', anAccount())
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec(`UPDATE accounts SET plan = 'gold', key_ends_on = 'soon', key_kept = 'x', key_standing = 'x',
      requests_per_hour = -4, name = CAST(x'ff41' AS TEXT)`)
    sql.close()
    expect(store.read('accounts.list')).toEqual([{ ...row, name: '\ufffdA' }])
  })
})

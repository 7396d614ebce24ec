import { describe, expect, it } from 'vitest'
import { migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { connect, type SqlValue } from '../../../src/main/store/sql'
import { aLitemailAccount, aMap, anAnswer, anOpenPass, aPart } from './fleetRows'
import { anAccount, databaseIn, NOON, openDirectly, temporaryFolder } from './testStore'

const open = () => {
  const store = openDirectly()
  const { id: accountId } = store.write('litemail.insertAccount', aLitemailAccount())
  const about = { accountId, operation: 'mailboxes.list' }
  const change = (path: string | null) =>
    store.write('apiMaps.take', {
      ...{ accountId, source: 'curl', at: NOON },
      changes: [{ operation: 'mailboxes.list', map: path === null ? null : { ...aMap, path } }],
    })
  return { store, accountId, about, change }
}

describe('how an operation is asked', () => {
  it('is kept, and goes back change by change, at most 50', () => {
    const { store, about, change } = open()
    for (let at = 1; at <= 60; at += 1) change(`/p${at}`)
    for (let at = 59; at >= 10; at -= 1) {
      expect(store.write('apiMaps.undo', about)).toBe(true)
      expect(store.read('apiMaps.get', about).kept?.map.path).toBe(`/p${at}`)
    }
    expect(store.read('apiMaps.get', about).canUndo).toBe(false)
    expect(store.write('apiMaps.undo', about)).toBe(false)
  })

  it('forgets what it came to, and from which page its list was to be read', () => {
    const { store, accountId, change } = open()
    store.write('operations.noteAnswer', anAnswer(accountId))
    const part = aPart(
      { accountId, noun: 'mailboxes', workspaceId: 'w' },
      { open: anOpenPass(3), pageSize: 50 },
    )
    const other = aPart({ accountId, noun: 'domains', workspaceId: 'w' }, { open: anOpenPass(4) })
    store.write('fleet.savePart', part)
    store.write('fleet.savePart', other)
    change('/boxes')
    expect(store.read('operations.answers', accountId)).toEqual([])
    expect(store.read('fleet.parts', accountId)).toEqual(
      expect.arrayContaining([{ ...part, open: null, pageSize: null }, other]),
    )
  })

  it('says nothing of an answer to what was asked otherwise', () => {
    const { store, accountId, change } = open()
    change('/boxes')
    store.write('operations.noteAnswer', anAnswer(accountId))
    expect(store.read('operations.answers', accountId)).toEqual([])
    store.write('operations.noteAnswer', anAnswer(accountId, { changedAt: NOON }))
    expect(store.read('operations.answers', accountId)).toMatchObject([{ workedAt: NOON }])
  })

  it('is nothing of an account that is gone, and goes with it', () => {
    const { store, accountId, about, change } = open()
    change('/boxes')
    store.write('operations.noteAnswer', anAnswer(accountId, { changedAt: NOON }))
    store.write('accounts.markRemoved', { id: accountId, at: NOON })
    expect(store.read('apiMaps.list', accountId)).toEqual([])
    expect(store.read('operations.answers', accountId)).toEqual([])
    expect(change('/boxes')).toBe(false)
    expect(store.write('apiMaps.undo', about)).toBe(false)
  })

  it('has nothing to take back where nothing was changed', () => {
    const { store, about, change } = open()
    change(null)
    expect(store.read('apiMaps.get', about).canUndo).toBe(false)
    change('/boxes')
    change('/boxes')
    expect(store.write('apiMaps.undo', about)).toBe(true)
    expect(store.read('apiMaps.get', about)).toEqual({ kept: null, canUndo: false })
  })

  it('is the table’s where nobody can read it any more', () => {
    const { store, accountId, about, change } = open()
    change('/boxes')
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec(`UPDATE api_maps SET map = '{"method":"GET"}'`)
    sql.close()
    expect(store.read('apiMaps.list', accountId)).toEqual([])
    expect(store.read('apiMaps.get', about).kept).toBeNull()
  })
})

describe('a database of version 3', () => {
  it('has its second path for creating as a map, and what worked as answers', () => {
    const folder = temporaryFolder()
    const sql = openForWriting({ folder, busyTimeoutMs: 100, steps: migrations.slice(0, 3) })
    const add = (table: string, row: Readonly<Record<string, SqlValue>>): void => {
      const names = Object.keys(row)
      sql
        .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
        .run(...Object.values(row))
    }
    const likedo = (id: string, create_path: string): void => {
      const { name, origin, plan } = anAccount()
      add('accounts', {
        ...{ id, service: 'likedo', name, origin, plan, is_default: 0, create_path, created_at: NOON },
        ...{ key_generation: 1, key_kept: 'keychain', key_standing: 'accepted' },
      })
    }
    likedo('first', '/api/v1/emails/create')
    likedo('second', '/api/v1/emails')
    add('kept', { kind: 'worked', name: 'second', value: '{"users.get":5,"odd":"x"}' })
    add('kept', { kind: 'worked', name: 'nobody', value: '{"users.get":5}' })
    add('kept', { kind: 'worked', name: 'first', value: '{"users' })
    sql.close()

    const store = openDirectly(folder)
    expect(store.read('apiMaps.list', 'first')).toEqual([])
    expect(store.read('apiMaps.list', 'second')).toMatchObject([
      { operation: 'addresses.create', source: 'hand', map: { method: 'POST', path: '/api/v1/emails' } },
    ])
    expect(store.read('operations.answers', 'second')).toEqual([
      { operation: 'users.get', workedAt: 5, at: null, problem: null },
    ])
    expect(store.read('operations.answers', 'first')).toEqual([])
    expect(store.read('integrity.check')).toEqual({ isSound: true, remarks: [] })
  })
})

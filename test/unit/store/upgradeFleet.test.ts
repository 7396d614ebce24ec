import { describe, expect, it } from 'vitest'
import { prepareIndexes } from '../../../src/main/store/indexes'
import { copyPath, versionOf } from '../../../src/main/store/migrate'
import { migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { connect, type SqlRow, type SqlValue } from '../../../src/main/store/sql'
import { aLitemailAccount } from './fleetRows'
import { databaseIn, firstRows, NOON, openDirectly, TIMEOUT, temporaryFolder } from './testStore'

const ACCOUNT = 'account-1'

/** A database as version 2 of the schema made it, with rows in every table. */
const aFileOfVersion2 = (): string => {
  const folder = temporaryFolder()
  const place = { folder, busyTimeoutMs: 100, steps: migrations.slice(0, 2) }
  const sql = openForWriting(place)
  const add = (table: string, row: Readonly<Record<string, SqlValue>>): void => {
    const names = Object.keys(row)
    sql
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row))
  }
  add('accounts', {
    ...{
      id: ACCOUNT,
      service: 'likedo',
      name: 'Mine',
      origin: 'https://like.do',
      plan: 'pro',
      is_default: 1,
    },
    ...{ key_generation: 3, key_kept: 'keychain', key_standing: 'accepted', can_list: 1 },
    ...{ create_path: '/api/v1/emails/create', created_at: NOON },
  })
  add('journal', {
    ...{ id: 'row-1', request_id: 'press-1', kind: 'address.create', account_id: ACCOUNT, key_generation: 3 },
    ...{ email: 'unconfirmed.one@ig.do', drawn_bits: 31.5, note: 'in doubt', via: 'tray', planned_at: NOON },
    ...{ state: 'unconfirmed', may_be_held: 1, problem: JSON.stringify(TIMEOUT), settled_at: NOON, sends: 1 },
    ...{ batch_id: 'batch', batch_place: 2 },
  })
  for (const name of ['first', 'second']) {
    add('addresses', {
      ...{ id: name, account_id: ACCOUNT, email: `${name}.one@ig.do`, note: `Crème ${name}`, tag: 'tag' },
      ...{ via: 'window', known_by: 'list', service_id: `s-${name}`, at: NOON, listed_at: NOON },
      hidden_at: name === 'second' ? NOON : null,
    })
    add('address_labels', { address_id: name, label: 'Shop' })
  }
  add('undo_log', { at: NOON, what: 'hide', before: '[]' })
  add('kept', { kind: 'setting', name: 'theme', value: '"dark"' })
  sql.close()
  // Its index is as today's, but for messages that are kept: of these there were none.
  const file = connect(databaseIn(folder), { isReadOnly: false, busyTimeoutMs: 100 })
  file.exec('CREATE TEMP TABLE kept_messages (address_id, sender_name, sender, subject, text)')
  prepareIndexes(file, versionOf(file))
  file.close()
  return folder
}

const TABLES = [
  'accounts',
  'journal',
  'addresses',
  'address_labels',
  'undo_log',
  'address_index',
  'address_text',
]

const tablesOf = (file: string, columns: Readonly<Record<string, string>> = {}): Record<string, SqlRow[]> => {
  const sql = connect(file, { isReadOnly: true, busyTimeoutMs: 100 })
  try {
    return Object.fromEntries(
      TABLES.map((table) => [
        table,
        sql.prepare(`SELECT ${columns[table] ?? '*'} FROM ${table} ORDER BY 1, 2`).all(),
      ]),
    )
  } finally {
    sql.close()
  }
}

describe('a database of version 2', () => {
  it('loses no row and no column, and is copied before', () => {
    const folder = aFileOfVersion2()
    const file = databaseIn(folder)
    const before = tablesOf(file)
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true)

    const store = openDirectly(folder)

    const columns = Object.fromEntries(
      TABLES.map((table) => [table, Object.keys(before[table]?.[0] ?? {}).join(', ')]),
    )
    // Where LikeDo's addresses are created stands among the maps since version 4.
    const accounts = before.accounts?.map((row) => ({ ...row, create_path: '' }))
    expect(tablesOf(file, columns)).toEqual({ ...before, accounts })
    expect(store.read('settings.get').theme).toBe('dark')
    expect(store.read('integrity.check')).toEqual({ isSound: true, remarks: [] })
    const copy = connect(copyPath(file, 2), { isReadOnly: true, busyTimeoutMs: 100 })
    expect(versionOf(copy)).toBe(2)
    copy.close()
    expect(tablesOf(copyPath(file, 2))).toEqual(before)
  })

  it('lists and finds what it did, and takes accounts of Litemail', () => {
    const store = openDirectly(aFileOfVersion2())
    expect(store.read('addresses.list', firstRows({ hidden: 'shown' })).total).toBe(3)
    expect(store.read('addresses.list', firstRows({ search: 'creme' })).total).toBe(1)
    expect(store.read('accounts.list')).toMatchObject([{ id: ACCOUNT, plan: 'pro', isDefault: true }])
    expect(store.read('litemail.accounts')).toEqual([])
    const account = aLitemailAccount()
    expect(store.write('litemail.insertAccount', account)).toEqual(account)
    expect(store.read('accounts.list')).toHaveLength(1)
  })
})

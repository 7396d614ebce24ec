import { describe, expect, it } from 'vitest'
import { copyPath, versionOf } from '../../../src/main/store/migrate'
import { migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { connect, type SqlValue } from '../../../src/main/store/sql'
import { databaseIn, firstRows, NOON, openDirectly, TIMEOUT, temporaryFolder } from './testStore'

const ACCOUNT = 'account-1'

/** A database as version 1 of the schema made it, with a row of every kind. */
const aFileOfVersion1 = (): string => {
  const folder = temporaryFolder()
  const sql = openForWriting({ folder, busyTimeoutMs: 100, steps: migrations.slice(0, 1) })
  const add = (table: string, row: Readonly<Record<string, SqlValue>>): void => {
    const names = Object.keys(row)
    sql
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row))
  }
  add('accounts', {
    id: ACCOUNT,
    service: 'likedo',
    name: 'Mine',
    origin: 'https://like.do',
    plan: 'free',
    is_default: 1,
    key_generation: 1,
    key_kept: 'keychain',
    key_standing: 'accepted',
    create_path: '/api/v1/emails/create',
    created_at: NOON,
  })
  const press = (state: string, given: Readonly<Record<string, SqlValue>> = {}): void =>
    add('journal', {
      id: `row-${state}`,
      request_id: `press-${state}`,
      kind: 'address.create',
      account_id: ACCOUNT,
      key_generation: 1,
      email: `${state}.one@ig.do`,
      drawn_bits: 31.5,
      tag: 'tag',
      note: `note of ${state}`,
      via: 'command',
      planned_at: NOON,
      state,
      ...given,
    })
  press('planned')
  press('sending', { sent_at: NOON, sends: 1 })
  press('refused', { problem: JSON.stringify(TIMEOUT), settled_at: NOON })
  press('dropped', { account_id: null, email: null, problem: JSON.stringify({ kind: 'no-account' }) })
  press('unconfirmed', { may_be_held: 1, problem: JSON.stringify(TIMEOUT), settled_at: NOON, sends: 2 })
  for (const evidence of ['answer', 'list', 'second-sending', 'user']) {
    const row = { id: `row-${evidence}`, request_id: `press-${evidence}`, email: `${evidence}.one@ig.do` }
    press('done', { ...row, evidence, settled_at: NOON, sends: 1 })
    const { request_id: _, ...address } = row
    add('addresses', {
      ...address,
      account_id: ACCOUNT,
      note: 'Crème brûlée',
      tag: 'tag',
      via: 'command',
      service_id: `service-${evidence}`,
      at: NOON,
    })
  }
  // One whose row is not in the journal, as only a hand could have left it.
  add('addresses', {
    id: 'alone',
    account_id: ACCOUNT,
    email: 'a.lone@ig.do',
    note: '',
    via: 'window',
    at: NOON,
  })
  add('kept', { kind: 'setting', name: 'theme', value: '"dark"' })
  sql.close()
  return folder
}

const rowsOf = (file: string, table: string, columns = '*') => {
  const sql = connect(file, { isReadOnly: true, busyTimeoutMs: 100 })
  try {
    return sql.prepare(`SELECT ${columns} FROM ${table} ORDER BY id`).all()
  } finally {
    sql.close()
  }
}

describe('a database of version 1', () => {
  it('loses no row and no column, and is copied before', () => {
    const folder = aFileOfVersion1()
    const file = databaseIn(folder)
    const before = { journal: rowsOf(file, 'journal'), addresses: rowsOf(file, 'addresses') }
    const columns = (rows: readonly object[]) => Object.keys(rows[0] ?? {}).join(', ')

    const store = openDirectly(folder)

    expect(rowsOf(file, 'journal', columns(before.journal))).toEqual(before.journal)
    expect(rowsOf(file, 'addresses', columns(before.addresses))).toEqual(before.addresses)
    expect(store.read('settings.get').theme).toBe('dark')
    expect(store.read('accounts.list')).toHaveLength(1)
    expect(store.read('integrity.check')).toEqual({ isSound: true, remarks: [] })
    const copy = connect(copyPath(file, 1), { isReadOnly: true, busyTimeoutMs: 100 })
    expect(versionOf(copy)).toBe(1)
    copy.close()
    expect(rowsOf(copyPath(file, 1), 'journal')).toEqual(before.journal)
    expect(rowsOf(copyPath(file, 1), 'addresses')).toEqual(before.addresses)
  })

  it('lists and finds afterwards what it listed before', () => {
    const store = openDirectly(aFileOfVersion1())
    const page = store.read('addresses.list', firstRows({}, 100))
    expect(Object.fromEntries(page.rows.map(({ email, state }) => [email, state]))).toEqual({
      'planned.one@ig.do': 'waiting',
      'sending.one@ig.do': 'sending',
      'unconfirmed.one@ig.do': 'unconfirmed',
      'answer.one@ig.do': 'created',
      'list.one@ig.do': 'created',
      'second-sending.one@ig.do': 'created',
      'user.one@ig.do': 'created',
      'a.lone@ig.do': 'created',
    })
    expect(store.read('addresses.list', firstRows({ search: 'brulee' })).total).toBe(4)
    expect(store.read('addresses.list', firstRows({ search: 'note of planned' })).total).toBe(1)
    expect(store.read('activity.list', { offset: 0, limit: 50 }).total).toBe(9)
    expect(store.write('addresses.setNote', { id: 'alone', note: 'n' })?.note).toBe('n')
  })

  it('knows how each address came to be known', () => {
    const folder = aFileOfVersion1()
    openDirectly(folder)
    expect(rowsOf(databaseIn(folder), 'addresses', 'id, known_by')).toEqual([
      { id: 'alone', known_by: 'answer' },
      { id: 'row-answer', known_by: 'answer' },
      { id: 'row-list', known_by: 'list' },
      { id: 'row-second-sending', known_by: 'second-sending' },
      { id: 'row-user', known_by: 'user' },
    ])
  })
})

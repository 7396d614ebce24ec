import { describe, expect, it } from 'vitest'
import { readAnswer, readTable } from '../../../../src/main/upstream/litemail/answers'
import type { Places } from '../../../../src/main/upstream/litemail/envelope'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import { readShapeOf } from '../../../../src/main/upstream/shapeOf'
import { cpuTime } from '../../../support/process/cpuTime'
import { answerOf, asked, misshapenAt } from './asking'

const nowhere: Places = { rows: null, total: null, next: null }
const read = <O extends KnownRead>(operation: O, body: unknown, places: Partial<Places> = {}) =>
  readAnswer(operation, answerOf(body), { ...asked, places: { ...nowhere, ...places } })
const table = (body: unknown, places: Partial<Places> = {}) =>
  readTable('dashboard.overview', answerOf(body), { ...asked, places: { ...nowhere, ...places } })
const box = (id: string) => ({ id, email: `${id}@acme.test` })
const ids = (result: ReturnType<typeof read<'mailboxes.list'>>) =>
  result.ok ? result.value.rows.map(({ id }) => id) : result.error

describe('rows at a place that a user names', () => {
  it('are read there, with total and next page from theirs', () => {
    const body = {
      ok: 1,
      answer: { found: { boxes: [box('a'), box('b')] }, page: { all: '12', more: '/p2' } },
    }
    const places = { rows: 'answer.found.boxes', total: 'answer.page.all', next: 'answer.page.more' }
    expect(read('mailboxes.list', body, places)).toMatchObject({ value: { total: 12, hasNext: true } })
    expect(ids(read('mailboxes.list', body, places))).toEqual(['a', 'b'])
  })

  it('are all of the body where that is named, and may be none', () => {
    expect(ids(read('mailboxes.list', [box('a')], { rows: '' }))).toEqual(['a'])
    expect(ids(read('mailboxes.list', { data: { boxes: [] } }, { rows: 'data.boxes' }))).toEqual([])
  })

  it('are nowhere else: another list is not taken for them', () => {
    const body = { data: { mailboxes: [box('a')] } }
    expect(read('mailboxes.list', body, { rows: 'data.boxes' })).toEqual(
      misshapenAt('mailboxes.list', 'data.boxes'),
    )
    expect(read('mailboxes.list', body, { rows: 'data.__proto__' })).toEqual(
      misshapenAt('mailboxes.list', 'data.__proto__'),
    )
  })

  it('do not say more than they do: no total where none stands, no next page where there is none', () => {
    const body = { data: { mailboxes: [box('a')], total: 5, page: { next: null } } }
    const value = { total: null, hasNext: false }
    expect(read('mailboxes.list', body, { total: 'data.count', next: 'data.page.next' })).toMatchObject({
      value,
    })
  })

  it('show as a table, with what stands beside them', () => {
    const body = { result: { when: 5, tests: [{ a: 1 }, { a: 2 }] } }
    expect(table(body, { rows: 'result.tests' })).toMatchObject({
      value: { columns: ['a'], rows: [['1'], ['2']], beside: [{ name: 'when', value: '5' }] },
    })
  })

  it('and one thing at a place of its own', () => {
    const body = { result: [{ wallet: { amount: 3, balance: 7 } }] }
    expect(read('wallet.balance', body, { rows: 'result.0.wallet' })).toMatchObject({ value: { balance: 7 } })
  })
})

describe('rows at a place that nobody named', () => {
  it('are the one list in the answer that can be read as them', () => {
    const body = {
      result: { notices: [{ text: 'hi' }], payload: { inboxes: [box('a'), box('b')], count: 2 }, total: 9 },
    }
    expect(ids(read('mailboxes.list', body))).toEqual(['a', 'b'])
    expect(read('mailboxes.list', body)).toMatchObject({ value: { total: 9 } })
  })

  it('are not chosen among two', () => {
    const body = { result: { one: [box('a')], other: [box('b')] } }
    expect(read('mailboxes.list', body)).toEqual(misshapenAt('mailboxes.list', ''))
  })

  it('are never an empty list: it could be of anything', () => {
    for (const body of [{ result: { inboxes: [] } }, { inboxes: [], total: 0 }, { data: { inboxes: [] } }]) {
      expect(read('mailboxes.list', body).ok).toBe(false)
    }
  })

  it('are not looked for where the list stands at its place, and cannot be read', () => {
    const body = { data: { mailboxes: [{ id: 'x' }] }, other: { boxes: [box('a')] } }
    expect(read('mailboxes.list', body)).toEqual(misshapenAt('mailboxes.list', 'data.mailboxes.0.email'))
  })

  it('are not found in an answer that says no', () => {
    expect(read('mailboxes.list', { success: false, result: { boxes: [box('a')] } })).toEqual(
      misshapenAt('mailboxes.list', 'success'),
    )
  })

  it('and one thing likewise; but whose key it is, only something with an address says', () => {
    const user = { id: 'u1', email: 'olivia@acme.test' }
    expect(read('users.get', { result: { profile: user } })).toMatchObject({ value: { id: 'u1' } })
    expect(read('users.get', { result: { team: { id: 't1' } } }).ok).toBe(false)
    expect(read('users.get', { result: { one: user, other: { ...user, id: 'u2' } } }).ok).toBe(false)
  })

  it('show as a table however deep they are wrapped', () => {
    expect(table({ result: { payload: { items: [{ a: 1 }], count: 1 } } })).toMatchObject({
      value: { columns: ['a'], rows: [['1']], beside: [{ name: 'count', value: '1' }] },
    })
  })

  it('cost a hostile answer no more than a moment', () => {
    const deep = `${'{"a":'.repeat(2_000)}[{"id":"a"}]${'}'.repeat(2_000)}`
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`n${at}`, { x: [1] }]))
    const cost = cpuTime(() => {
      expect(read('mailboxes.list', { result: wide }).ok).toBe(false)
      expect(read('mailboxes.list', deep).ok).toBe(false)
    })
    expect(cost).toBeLessThan(3_000)
  })
})

describe('the shape of an answer', () => {
  it('says what stood where, and no value of it', () => {
    const body = {
      data: { items: [{ id: 'secret-id', appPassword: 'hunter2' }], total: 4 },
      ok: true,
      next: null,
    }
    const shape = readShapeOf(answerOf(body))
    expect(shape).toEqual([
      { place: '', is: 'object', items: null },
      { place: 'data', is: 'object', items: null },
      { place: 'data.items', is: 'list', items: 1 },
      { place: 'data.items.0', is: 'object', items: null },
      { place: 'data.items.0.id', is: 'text', items: null },
      { place: 'data.total', is: 'number', items: null },
      { place: 'ok', is: 'boolean', items: null },
      { place: 'next', is: 'null', items: null },
    ])
    expect(JSON.stringify(shape)).not.toMatch(/secret-id|hunter2|appPassword/)
    expect(readShapeOf(answerOf('<html>'))).toBeNull()
  })
})

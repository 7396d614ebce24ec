import { describe, expect, it } from 'vitest'
import type { AddressColumn, AddressView } from '../../../src/shared/addressView'
import { storeWith } from './givenAddresses'
import { anAccount, aWrite, done, ended, firstRows, NOON, storeWithAccount, TIMEOUT } from './testStore'

const DAY = 86_400_000

describe('a search', () => {
  const given = {
    'brisk-otter-482': {
      note: 'Crème brûlée für die Straße',
      labels: ['Kochen'],
      tag: 'recipes',
      at: new Date(2026, 2, 14, 12).getTime(),
    },
    'quiet-lantern-7': { note: '100% off_today "now" (only)', at: new Date(2025, 10, 3, 9).getTime() },
    'amber-thistle-9': {
      note: "O'Neil * AND NOT near ^col: -x",
      labels: ['Work', 'Ärzte'],
      at: new Date(2025, 0, 31, 23).getTime(),
    },
  }

  it.each([
    ['a word of the address', 'otter', ['brisk-otter-482']],
    ['a part of a word', 'ant', ['quiet-lantern-7']],
    ['a part that goes over a hyphen', 'sk-ot', ['brisk-otter-482']],
    ['one letter', 'k', ['brisk-otter-482', 'amber-thistle-9']],
    ['two letters', 'tt', ['brisk-otter-482']],
    ['a word of the note', 'brûlée', ['brisk-otter-482']],
    ['without its accents', 'creme brulee', ['brisk-otter-482']],
    ['with accents it has not', 'öttér', ['brisk-otter-482']],
    ['in capitals', 'BRISK', ['brisk-otter-482']],
    ['an ß as it is written in capitals', 'STRASSE', ['brisk-otter-482']],
    ['decomposed letters', 'cre\u0300me', ['brisk-otter-482']],
    ['a label', 'kochen', ['brisk-otter-482']],
    ['a label without its accent', 'arzt', ['amber-thistle-9']],
    ['the LikeDo tag', 'recip', ['brisk-otter-482']],
    ['a month by its name', 'march', ['brisk-otter-482']],
    ['a month with its year', 'march 2026', ['brisk-otter-482']],
    ['a month by its number', '2026-03', ['brisk-otter-482']],
    ['a day', '2026-03-14', ['brisk-otter-482']],
    ['a year', '2025', ['quiet-lantern-7', 'amber-thistle-9']],
    ['the last hour of a month where the user is', 'january', ['amber-thistle-9']],
    ['several words in any order and any place', 'strasse otter 2026', ['brisk-otter-482']],
    ['words of which one is nowhere', 'otter nowhere', []],
    ['a percent sign', '%', ['quiet-lantern-7']],
    ['an underscore', 'off_', ['quiet-lantern-7']],
    ['quotation marks', '"now"', ['quiet-lantern-7']],
    ['one quotation mark', '"', ['quiet-lantern-7']],
    ['an apostrophe', "o'n", ['amber-thistle-9']],
    ['words that FTS5 knows', 'AND NOT near', ['amber-thistle-9']],
    ['signs that FTS5 knows', '^col: -x *', ['amber-thistle-9']],
    ['brackets', '(only)', ['quiet-lantern-7']],
    ['words with space around', '  otter\t\n', ['brisk-otter-482']],
    ['nothing but space', '   ', ['brisk-otter-482', 'quiet-lantern-7', 'amber-thistle-9']],
    ['words of two parts that stand side by side', '482@ig.docreme', []],
    ['half an emoji', '\ud83d', []],
  ])('finds %s', (_, search, names) => {
    expect(storeWith(given).list({ search }).names).toEqual(names)
  })

  it('finds what has not been created yet, and follows what becomes of it', () => {
    const { store, plan, send, settle } = storeWithAccount()
    const row = plan({ email: 'early.bird@ig.do', note: 'worm' })
    const find = (search: string) => store.read('addresses.list', firstRows({ search })).rows
    expect(find('worm')).toMatchObject([{ id: row.id, state: 'waiting' }])
    settle(send(row), ended('unconfirmed', TIMEOUT))
    expect(find('worm')).toMatchObject([{ id: row.id, state: 'unconfirmed', problem: TIMEOUT }])
    store.write('addresses.setNote', { id: row.id, note: 'seed' })
    expect([find('worm').length, find('seed').length]).toEqual([0, 1])
    settle(row, ended('refused', TIMEOUT))
    expect(find('seed')).toEqual([])
  })

  it('counts the hidden ones that it would find', () => {
    const { list } = storeWith({
      'shown.one': { note: 'tea' },
      'hidden.one': { note: 'tea coffee', isHidden: true },
      'hidden.two': { note: 'coffee', isHidden: true },
    })
    expect(list({ search: 'tea' })).toMatchObject({ names: ['shown.one'], total: 1, hiddenMatches: 1 })
    expect(list({ search: 'coffee' })).toMatchObject({ names: [], total: 0, hiddenMatches: 2 })
    expect(list({ search: 'coffee', hidden: 'shown' })).toMatchObject({ total: 2, hiddenMatches: 0 })
    expect(list({ search: 'tea', hidden: 'only' })).toMatchObject({ names: ['hidden.one'], hiddenMatches: 0 })
    expect(list()).toMatchObject({ total: 1, hiddenMatches: 2 })
    expect(list({ hidden: 'only' }).total).toBe(2)
    expect(list({ hidden: 'shown' }).total).toBe(3)
  })
})

describe('filters', () => {
  const given = {
    'one.one': { labels: ['Shop', 'Work'], note: 'a', at: Date.UTC(2026, 2, 10) },
    'two.two': { labels: ['shop'], at: Date.UTC(2026, 2, 9) },
    'three.three': { labels: ['Work'], note: ' ', at: Date.UTC(2026, 1, 10) },
    'four.four': { isHidden: true, labels: ['Home'], at: Date.UTC(2026, 1, 9) },
  }

  it.each<[string, Partial<AddressView>, string[]]>([
    ['one label, in whatever case', { labels: ['SHOP'] }, ['one.one', 'two.two']],
    ['any of several labels', { labels: ['Shop', 'Work'] }, ['one.one', 'two.two', 'three.three']],
    ['a label that nothing has', { labels: ['none'] }, []],
    ['a month', { month: '2026-02' }, ['three.three']],
    ['an empty month', { month: '2020-01' }, []],
    ['no note', { isWithoutNote: true }, ['two.two', 'three.three']],
    ['several at once', { labels: ['Work'], month: '2026-03' }, ['one.one']],
    ['a search besides', { labels: ['Work'], search: 'three' }, ['three.three']],
    ['an account that has none', { accountIds: ['nobody'] }, []],
  ])('leave in what has %s', (_, view, names) => {
    expect(storeWith(given).list(view).names).toEqual(names)
  })

  it('leave in what is of one of some accounts', () => {
    const { store, account, list } = storeWith(given)
    const other = store.write('accounts.insert', anAccount({ name: 'Other' }))
    store.write('journal.plan', aWrite(other.id, { email: 'other.one@ig.do' }))
    expect(list({ accountIds: [other.id] }).names).toEqual(['other.one'])
    expect(list({ accountIds: [account.id, other.id] }).total).toBe(4)
  })

  it('are counted each beside the others, its own choice left out', () => {
    const { store, account } = storeWith(given)
    const facets = (view: Partial<AddressView>) =>
      store.read('addresses.facets', { ...firstRows().view, ...view })
    expect(facets({})).toEqual({
      labels: [
        { name: 'Shop', count: 2 },
        { name: 'Work', count: 2 },
      ],
      accounts: [{ id: account.id, name: 'Mine', count: 3 }],
      months: [
        { month: '2026-03', count: 2 },
        { month: '2026-02', count: 1 },
      ],
      hidden: 1,
      withoutNote: 2,
    })
    expect(facets({ labels: ['Shop'], month: '2026-02', hidden: 'shown' })).toEqual({
      labels: [
        { name: 'Home', count: 1 },
        { name: 'Shop', count: 0 },
        { name: 'Work', count: 1 },
      ],
      accounts: [],
      months: [
        { month: '2026-03', count: 2 },
        { month: '2026-02', count: 0 },
      ],
      hidden: 0,
      withoutNote: 0,
    })
  })
})

describe('an order', () => {
  const given = {
    'delta.a': { note: 'Zebra', tag: 'b', labels: ['two'], at: NOON + 1 },
    'alpha.a': { note: 'émile', tag: 'A', labels: ['One', 'two'], at: NOON + 2 },
    'echo.a': { note: '', tag: null, labels: [], at: NOON + 3 },
    'bravo.a': { note: 'Eve', tag: 'b', labels: ['ONE'], at: NOON + 4 },
    'zulu.a': { note: '', tag: null, labels: [], at: NOON + 4 },
  }
  const none = ['echo.a', 'zulu.a']

  it.each<[AddressColumn, string[], string[]]>([
    [
      'address',
      ['alpha.a', 'bravo.a', 'delta.a', 'echo.a', 'zulu.a'],
      ['zulu.a', 'echo.a', 'delta.a', 'bravo.a', 'alpha.a'],
    ],
    ['note', ['alpha.a', 'bravo.a', 'delta.a'], ['delta.a', 'bravo.a', 'alpha.a']],
    ['tag', ['alpha.a', 'bravo.a', 'delta.a'], ['bravo.a', 'delta.a', 'alpha.a']],
    ['labels', ['bravo.a', 'alpha.a', 'delta.a'], ['delta.a', 'bravo.a', 'alpha.a']],
  ])('by %s goes both ways, with nothing at the end', (by, ascending, descending) => {
    const { list } = storeWith(given)
    const filled = (isDescending: boolean) => list({ sort: { by, isDescending } }).names
    const without = (names: string[]) => names.filter((name) => !none.includes(name))
    if (by === 'address') {
      expect([filled(false), filled(true)]).toEqual([ascending, descending])
      return
    }
    expect([without(filled(false)), without(filled(true))]).toEqual([ascending, descending])
    for (const isDescending of [true, false]) expect(filled(isDescending).slice(3).sort()).toEqual(none)
  })

  it('by account follows its name, also after it was given another one', () => {
    const { store, account, plan } = storeWithAccount()
    const other = store.write('accounts.insert', anAccount({ name: 'another' }))
    plan({ email: 'mine.one@ig.do' })
    store.write('journal.plan', aWrite(other.id, { email: 'other.one@ig.do' }))
    const view = { sort: { by: 'account', isDescending: false } } as const
    const emails = () => store.read('addresses.list', firstRows(view)).rows.map(({ email }) => email)
    expect(emails()).toEqual(['other.one@ig.do', 'mine.one@ig.do'])
    store.write('accounts.update', { id: account.id, patch: { name: 'Aardvark' } })
    expect(emails()).toEqual(['mine.one@ig.do', 'other.one@ig.do'])
  })

  it('by state begins with what needs its user', () => {
    const { store, plan, send, settle } = storeWithAccount()
    settle(send(plan({ plannedAt: NOON + 9 })), done())
    const sending = send(plan())
    const waiting = plan()
    const unconfirmed = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    const view = { sort: { by: 'state', isDescending: false } } as const
    const ids = store.read('addresses.list', firstRows(view)).rows.map(({ id }) => id)
    expect(ids.slice(0, 3)).toEqual([unconfirmed.id, waiting.id, sending.id])
  })

  it('by creation says where a month begins, on any page', () => {
    const { list, store } = storeWith({
      'mar.two': { at: NOON },
      'mar.one': { at: NOON - DAY },
      'feb.one': { at: NOON - 20 * DAY },
      'jan.one': { at: NOON - 50 * DAY },
    })
    expect(list().rows.map((row) => row.startsMonth)).toEqual([true, false, true, true])
    expect(list({ search: 'one' }).rows.map((row) => row.startsMonth)).toEqual([true, true, true])
    const { view } = firstRows()
    const at = (offset: number) =>
      store.read('addresses.list', { view, offset, limit: 1 }).rows.map((row) => row.startsMonth)
    expect([at(0), at(1), at(2), at(3), at(4)]).toEqual([[true], [false], [true], [true], []])
    const byAddress = list({ sort: { by: 'address', isDescending: false } })
    expect(byAddress.rows.map((row) => row.startsMonth)).toEqual([false, false, false, false])
  })
})

import { describe, expect, it } from 'vitest'
import { noneFound, noteFound, readPageContent } from '../../../src/main/store/pageContent'
import type { AskedOperation, OperationAnswer } from '../../../src/shared/operationAnswer'
import { aLitemailAccount, aMap } from './fleetRows'
import { databaseIn, NOON, openDirectly } from './testStore'

const anAnswerAt = (at: number, id = 't'): OperationAnswer => ({
  answer: { columns: ['id'], rows: [[`"${id}"`]], rowsLeft: 0, beside: [], message: null },
  json: '{}',
  isJsonCut: false,
  at,
  problem: null,
})

const open = () => {
  const store = openDirectly()
  const { id: accountId } = store.write('litemail.insertAccount', aLitemailAccount())
  const asked = (change: Partial<AskedOperation> = {}): AskedOperation => ({
    ...{ accountId, operation: 'tags.list', workspaceId: 'w', inputs: { page: 2, limit: 50 } },
    ...change,
  })
  const keep = (about: AskedOperation, answer = anAnswerAt(NOON), askedSince: number | null = null) =>
    store.write('operations.keepAnswer', { asked: about, askedSince, answer })
  return { store, accountId, asked, keep }
}

describe('what an operation answered', () => {
  it('is kept for exactly what was asked, in whatever order it was filled in', () => {
    const { store, asked, keep } = open()
    keep(asked())
    keep(asked(), anAnswerAt(NOON + 1, 'newer'))
    const again = asked({ inputs: { limit: 50, page: 2 } })
    expect(store.read('operations.keptAnswer', again)).toEqual(anAnswerAt(NOON + 1, 'newer'))
    for (const other of [
      asked({ inputs: { page: 3, limit: 50 } }),
      asked({ inputs: {} }),
      asked({ workspaceId: '' }),
      asked({ operation: 'webhooks.list' }),
    ])
      expect(store.read('operations.keptAnswer', other)).toBeNull()
  })

  it('goes when the operation is asked otherwise, when its account goes, and with what was read of it', () => {
    const { store, accountId, asked, keep } = open()
    keep(asked())
    const changes = [{ operation: 'tags.list', map: { ...aMap, path: '/labels' } }]
    store.write('apiMaps.take', { accountId, changes, source: 'hand', at: NOON })
    expect(store.read('operations.keptAnswer', asked())).toBeNull()
    keep(asked(), anAnswerAt(NOON), NOON)
    expect(store.read('operations.keptAnswer', asked())).not.toBeNull()
    store.write('fleet.forget', accountId)
    expect(store.read('operations.keptAnswer', asked())).toBeNull()
    keep(asked(), anAnswerAt(NOON), NOON)
    store.write('accounts.markRemoved', { id: accountId, at: NOON })
    expect(store.read('operations.keptAnswer', asked())).toBeNull()
    keep(asked())
    expect(store.read('operations.keptAnswer', asked())).toBeNull()
  })

  it('is not kept where it answers what is asked otherwise by now', () => {
    const { store, accountId, asked, keep } = open()
    const changes = [{ operation: 'tags.list', map: { ...aMap, path: '/labels' } }]
    store.write('apiMaps.take', { accountId, changes, source: 'hand', at: NOON })
    keep(asked())
    expect(store.read('operations.keptAnswer', asked())).toBeNull()
  })

  it('is kept as long as all of an account’s take 16 MB, the newest in any case', () => {
    const { store, asked, keep } = open()
    const pages = [1, 2, 3].map((page) => asked({ inputs: { page } }))
    const known = () => pages.map((page) => store.read('operations.keptAnswer', page) !== null)
    const large = (at: number, megabytes: number) => ({
      ...anAnswerAt(at),
      json: 'ü'.repeat(megabytes * 512 * 1024),
    })
    for (const [at, page] of pages.entries()) keep(page, large(NOON + at, 7))
    expect(known()).toEqual([false, true, true])
    keep(asked({ inputs: { page: 1 } }), large(NOON + 5, 17))
    expect(known()).toEqual([true, false, false])
  })

  it('is kept 100 times for an account, and longer where its user kept the view', () => {
    const { store, asked, keep } = open()
    const page = (n: number) => asked({ inputs: { page: n } })
    store.write('operationViews.save', { ...page(0), name: 'First page' })
    for (let n = 0; n <= 120; n++) keep(page(n), anAnswerAt(NOON + n))
    const isKept = (n: number) => store.read('operations.keptAnswer', page(n)) !== null
    expect([0, 1, 20, 21, 120].map(isKept)).toEqual([true, false, false, true, true])
  })
})

describe('a view of an operation', () => {
  it('is kept as it was saved, over restarts, and listed by name', () => {
    const { store, accountId, asked } = open()
    const second = store.write('operationViews.save', { ...asked(), name: 'Tags' })
    const first = store.write('operationViews.save', {
      ...asked({ operation: 'domains.available', inputs: { domainName: 'a', tlds: ['com', 'net'] } }),
      name: 'Free names',
    })
    store.close()
    expect(openDirectly(store.folder).read('operationViews.list', accountId)).toEqual([first, second])
    expect(first.inputs).toEqual({ domainName: 'a', tlds: ['com', 'net'] })
  })

  it('replaces the one of its name, whatever the case, and is of its account alone', () => {
    const { store, accountId, asked } = open()
    const other = store.write('litemail.insertAccount', {
      ...aLitemailAccount(),
      ...{ id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d22', userId: 'other' },
    })
    const kept = store.write('operationViews.save', { ...asked(), name: 'Été' })
    const replaced = store.write('operationViews.save', { ...asked({ inputs: {} }), name: 'ÉTÉ' })
    expect(replaced).toEqual({ ...kept, name: 'ÉTÉ', inputs: {} })
    expect(store.read('operationViews.list', accountId)).toEqual([replaced])
    expect(store.read('operationViews.list', other.id)).toEqual([])
  })

  it('is removed by its id, and goes with its account', () => {
    const { store, accountId, asked } = open()
    const { id } = store.write('operationViews.save', { ...asked(), name: 'Tags' })
    store.write('operationViews.save', { ...asked(), name: 'Others' })
    for (const none of ['', '0', '99', `${id} `, "' OR 1"])
      expect(store.write('operationViews.remove', none)).toBe(false)
    expect(store.write('operationViews.remove', id)).toBe(true)
    expect(store.read('operationViews.list', accountId).map(({ name }) => name)).toEqual(['Others'])
    store.write('accounts.markRemoved', { id: accountId, at: NOON })
    expect(store.read('operationViews.list', accountId)).toEqual([])
  })

  it('is still given by the pages of a database that SQLite cannot read', () => {
    const { store, asked } = open()
    const { id: _, ...kept } = store.write('operationViews.save', { ...asked(), name: 'Tags' })
    store.close()
    const found = noneFound()
    const pages = [...readPageContent(databaseIn(store.folder), found)]
    expect(pages.flatMap(({ operationViews }) => operationViews)).toEqual([kept])
    for (const page of pages) noteFound(found, page)
    expect(found.operation_views.size).toBe(1)
  })
})

import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { indexRevision } from '../../../src/main/store/indexing'
import { keepPairs } from '../../../src/main/store/pairsKeeping'
import { connect } from '../../../src/main/store/sql'
import { newestFirst } from '../../../src/shared/addressView'
import { databaseIn, done, NOON, storeWithAccount } from './testStore'

/** A store with one address, and the pairs of its index as its reading thread keeps them. */
const aStore = () => {
  const { store, plan, send, settle } = storeWithAccount()
  const add = (email: string): string =>
    settle(send(plan({ email, plannedAt: NOON })), done({ createdAt: NOON })).id
  const id = add('quiet-otter@ig.do')
  const sql = connect(databaseIn(store.folder), { isReadOnly: true, busyTimeoutMs: 100 })
  onTestFinished(() => sql.close())
  const pairs = keepPairs(sql, 'address', indexRevision(sql, 'address'))
  const made = () => vi.waitUntil(() => pairs.current(), { timeout: 5_000, interval: 5 })
  return { store, add, id, sql, pairs, made }
}

describe('the pairs of an index', () => {
  it('are made after they were first asked for', async () => {
    const { pairs, made } = aStore()
    expect(pairs.current()).toBeNull()
    const found = await made()
    expect(found.find('q')).toHaveLength(1)
    expect(found.find('qz')).toHaveLength(0)
  })

  it('are none once the index has changed, and then those of the index as it is', async () => {
    const { store, id, add, pairs, made } = aStore()
    await made()
    store.write('addresses.setNote', { id, note: 'zq' })
    expect(pairs.current()).toBeNull()
    expect((await made()).find('zq')).toHaveLength(1)
    add('zq-other@ig.do')
    expect(pairs.current()).toBeNull()
    expect((await made()).find('zq')).toHaveLength(2)
  })

  it('come to nothing, and break nothing, where the database is closed meanwhile', async () => {
    const { sql, pairs } = aStore()
    const tried = vi.spyOn(sql, 'transaction')
    expect(pairs.current()).toBeNull()
    sql.close()
    await vi.waitUntil(() => tried.mock.results.length > 0)
    expect(tried.mock.results[0]?.type).toBe('throw')
    expect(pairs.current()).toBeNull()
  })

  it('change nothing about what a search finds', async () => {
    const { store, add } = aStore()
    for (const name of ['amber-12', 'brisk-21', 'calm-121']) add(`${name}@ig.do`)
    const searches = ['1', '12', '21', 'm', 'am', 'ri 2', 'amber 1', 'a', '12 21', 'q', 'otter 1']
    const findAll = () =>
      searches.map((search) =>
        store
          .read('addresses.list', { view: { ...newestFirst, search }, offset: 0, limit: 9 })
          .rows.map(({ email }) => email),
      )
    const looked = findAll()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(findAll()).toEqual(looked)
    expect(looked[1]).toHaveLength(2)
  })
})

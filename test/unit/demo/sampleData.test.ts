import { describe, expect, test } from 'vitest'
import { fillSampleData, readHeld } from '../../../src/main/demo/sampleData'
import { newestFirst } from '../../../src/shared/addressView'
import { take } from '../../support/actions/take'
import { openTestStore } from '../store/testStore'

const NOW = Date.UTC(2026, 2, 9, 12)

describe('the sample data', () => {
  test('shows what a list can do: months, labels, tags, addresses without a note, and hidden ones', async () => {
    const { store } = await openTestStore()
    take(await fillSampleData(store, NOW))
    const facets = take(await store.read('addresses.facets', newestFirst))
    expect(facets.months.length).toBeGreaterThan(8)
    expect(facets.labels.length).toBeGreaterThan(4)
    expect(facets.withoutNote).toBeGreaterThan(0)
    const page = take(await store.read('addresses.list', { view: newestFirst, offset: 0, limit: 100 }))
    expect(page.hiddenMatches).toBeGreaterThan(0)
    expect(page.rows.some(({ tag }) => tag !== null)).toBe(true)
    for (const { email } of page.rows) expect(email).toMatch(/\.example$/)
    const held = await readHeld(store)
    expect(held).toHaveLength(page.total + page.hiddenMatches)
  })

  test('leaves what its user has done with it, and nothing to undo but that', async () => {
    const { store } = await openTestStore()
    take(await fillSampleData(store, NOW))
    expect(take(await store.write('addresses.undo'))).toBeNull()
    const [one = ''] = take(await store.read('addresses.ids', newestFirst))
    take(await store.write('addresses.setNote', { id: one, note: 'mine' }))
    take(await fillSampleData(store, NOW + 86_400_000))
    expect(take(await store.read('addresses.get', one))?.note).toBe('mine')
    expect(take(await store.write('addresses.undo'))).toEqual({ what: 'note', count: 1, id: one })
  })
})

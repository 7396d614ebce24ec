import { afterEach, describe, expect, it } from 'vitest'
import { newestFirst } from '../../../src/shared/addressView'
import { done, firstRows, openDirectly, storeWithAccount } from './testStore'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('days and months', () => {
  it('are those of where the computer is, also after it has moved', () => {
    process.env.TZ = 'Europe/Berlin'
    const { store, plan, send, settle } = storeWithAccount()
    // 1 March in Berlin, and still 28 February in New York.
    const at = Date.UTC(2026, 1, 28, 23, 30)
    settle(send(plan({ plannedAt: at })), done({ createdAt: at }))
    const months = (from: typeof store) => from.read('addresses.facets', newestFirst).months
    expect(months(store)).toEqual([{ month: '2026-03', count: 1 }])
    store.close()

    process.env.TZ = 'America/New_York'
    const moved = openDirectly(store.folder)
    expect(months(moved)).toEqual([{ month: '2026-02', count: 1 }])
    expect(moved.read('addresses.list', firstRows({ search: '28 february' })).total).toBe(1)
    expect(moved.read('addresses.list', firstRows({ search: 'march' })).total).toBe(0)
  })
})

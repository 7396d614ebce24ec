import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addresses } from '../../../src/renderer/state/addresses'
import { labelAddresses } from '../../../src/renderer/state/labelling'
import { choose, useSelection } from '../../../src/renderer/state/selection'
import { changeView, clearFilters } from '../../../src/renderer/state/view'
import { ok } from '../../../src/shared/result'

const listed = { ids: ['a', 'b', 'c'], total: 3 }
const chosenIds = () => [...useSelection.getState().places.keys()]
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

describe('Selected addresses', () => {
  beforeEach(async () => {
    Object.assign(listed, { ids: ['a', 'b', 'c'], total: 3 })
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string) =>
          method === 'addresses.list'
            ? ok({
                rows: listed.ids.map((id) => ({ id, note: '' })),
                total: listed.total,
                hiddenMatches: 0,
              })
            : ok({ count: 1 }),
      },
    })
    clearFilters()
    await addresses.restart()
    choose({ kind: 'only', id: 'a', index: 0 })
    choose({ kind: 'toggle', id: 'b', index: 1 })
  })
  afterEach(async () => {
    clearFilters()
    await settled()
    vi.unstubAllGlobals()
  })

  it('that have left the list are selected no more, so that nothing is done to them unseen', async () => {
    Object.assign(listed, { ids: ['b', 'c'], total: 2 })
    await addresses.refresh()
    expect(chosenIds()).toEqual(['b'])
  })

  it('stay selected where only a part of a longer list is there', async () => {
    Object.assign(listed, { ids: ['c'], total: 5000 })
    await addresses.refresh()
    expect(chosenIds()).toEqual(['a', 'b'])
  })

  it('are selected no more after a label was taken off while the list is filtered by labels', async () => {
    changeView({ labels: ['shop'] })
    await settled()
    choose({ kind: 'only', id: 'a', index: 0 })
    await labelAddresses({ ids: ['a'] }, { add: [], remove: ['shop'] })
    expect(chosenIds()).toEqual([])
  })

  it('stay selected after a label was put on, for what is done next', async () => {
    await labelAddresses({ ids: ['a', 'b'] }, { add: ['shop'], remove: [] })
    expect(chosenIds()).toEqual(['a', 'b'])
  })
})

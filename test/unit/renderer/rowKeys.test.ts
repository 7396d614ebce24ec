import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowKeys } from '../../../src/renderer/ui/grid/rowKeys'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))

describe('The keys of a grid’s places', () => {
  it('keep the row that was seen at a place when it is no longer there', () => {
    const keys = new RowKeys()
    keys.put(0, rows('a', 'b'))
    keys.put(100, rows('x'))
    expect([keys.at(0), keys.at(1), keys.at(2), keys.at(100)]).toEqual(['row a', 'row b', 2, 'row x'])
  })

  it('let a row have one place', () => {
    const keys = new RowKeys()
    keys.put(0, rows('a', 'b'))
    keys.put(1, rows('a'))
    expect([keys.at(0), keys.at(1)]).toEqual([0, 'row a'])
  })

  it('are never the same for two places, also where a service counts its rows', () => {
    const parts = fc.array(
      fc.tuple(
        fc.nat(20),
        fc.uniqueArray(fc.constantFrom(...'abcde', '0', '1', '2', '13'), { maxLength: 6 }),
      ),
    )
    fc.assert(
      fc.property(parts, (seen) => {
        const keys = new RowKeys()
        for (const [offset, ids] of seen) keys.put(offset, rows(...ids))
        const all = Array.from({ length: 30 }, (_, index) => keys.at(index))
        expect(new Set(all.map(String)).size).toBe(30)
      }),
    )
  })
})

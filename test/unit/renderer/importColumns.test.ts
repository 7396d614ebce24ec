import { describe, expect, it } from 'vitest'
import {
  columnTitle,
  examplesOf,
  readColumnAs,
  takenColumns,
} from '../../../src/renderer/views/data/importColumns'
import type { ImportReading } from '../../../src/shared/transfer'

const reading = (columns: ImportReading['columns']): ImportReading => ({
  format: 'csv',
  separator: ',',
  hasHeader: true,
  columns,
})

describe('the columns of a file', () => {
  it('reads one column as the address, however often one is named so', () => {
    const before = reading(['address', 'note', null])
    expect(readColumnAs(before, 2, 'address').columns).toEqual([null, 'note', 'address'])
  })

  it('leaves out any number of columns', () => {
    expect(readColumnAs(reading(['address', 'note', null]), 1, null).columns).toEqual(['address', null, null])
  })

  it('gives the taken ones in the order of the fields', () => {
    expect(takenColumns(reading([null, 'note', 'address']), ['address', 'note', 'tag'])).toEqual([
      { field: 'address', index: 2 },
      { field: 'note', index: 1 },
    ])
  })

  it('shows the first three different values of a column', () => {
    const rows = [['a'], [''], ['b'], ['a'], [], ['c'], ['d']]
    expect(examplesOf(rows, 0)).toBe('a · b · c')
  })

  it('has no title where the file gives none', () => {
    expect(columnTitle(['alias', ' '], 1)).toBeNull()
    expect(columnTitle(['alias'], 4)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { previewed } from '../../../src/main/rules/previewed'

const told = {
  isChanged: (row: string) => row.includes('changed'),
  isOld: (row: string) => row.includes('old'),
}

describe('the rows of a plan that are shown', () => {
  it('are all of them, in their order, where they fit', () => {
    const rows = ['a', 'b old', 'c changed']
    expect(previewed(rows, 3, told)).toEqual(rows)
  })
  it('are first those that are told of where they do not', () => {
    const rows = ['a', 'b', 'c', 'd old', 'e changed', 'f changed old', 'g old']
    expect(previewed(rows, 4, told)).toEqual(['e changed', 'f changed old', 'd old', 'g old'])
    expect(previewed(rows, 6, told)).toEqual(['e changed', 'f changed old', 'd old', 'g old', 'a', 'b'])
  })
})

import { describe, expect, it } from 'vitest'
import { columnTracks, fitColumns, moveColumn, sortAfterPress } from '../../../src/renderer/ui/grid/columns'

const widths = {
  name: { least: 200, share: 2 },
  size: { least: 100, share: 1 },
  kind: { least: 100, share: 0 },
} as const
const room = { gap: 10, padding: 20 }
const all = ['name', 'size', 'kind'] as const

describe('The columns of a grid', () => {
  it('all stand side by side where they have room', () => {
    expect(fitColumns(all, widths, ['size'], 440, room)).toEqual(all)
  })

  it('are left out in the order given, and no more than need be', () => {
    expect(fitColumns(all, widths, ['size', 'kind'], 439, room)).toEqual(['name', 'kind'])
    expect(fitColumns(all, widths, ['size', 'kind'], 329, room)).toEqual(['name'])
  })

  it('do not fit where those that must stay have no room', () => {
    expect(fitColumns(all, widths, ['size'], 300, room)).toBeNull()
  })

  it('share what is left over', () => {
    expect(columnTracks(all, widths)).toBe('minmax(200px, 2fr) minmax(100px, 1fr) 100px')
  })

  it('move by one place, and stay at the ends', () => {
    expect(moveColumn(all, 'size', -1)).toEqual(['size', 'name', 'kind'])
    expect(moveColumn(all, 'size', 1)).toEqual(['name', 'kind', 'size'])
    expect(moveColumn(all, 'name', -1)).toEqual(all)
    expect(moveColumn(all, 'kind', 1)).toEqual(all)
  })

  it('sort by a press, and the other way round by the next', () => {
    const first = sortAfterPress<'name' | 'size'>({ by: 'size', isDescending: true }, 'name', false)
    expect(first).toEqual({ by: 'name', isDescending: false })
    expect(sortAfterPress(first, 'name', false)).toEqual({ by: 'name', isDescending: true })
  })
})

import { describe, expect, it } from 'vitest'
import { locateActive, moveActive } from '../../../src/renderer/ui/grid/active'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))

describe('The row that has the keyboard', () => {
  it('stays the same row when others come above it', () => {
    const active = locateActive({ index: 1, id: 'b' }, rows('new', 'a', 'b', 'c'), 4)
    expect(active).toEqual({ index: 2, id: 'b' })
  })

  it('gives its place to the next one when it is gone', () => {
    expect(locateActive({ index: 1, id: 'b' }, rows('a', 'c'), 2)).toEqual({ index: 1, id: 'c' })
    expect(locateActive({ index: 2, id: 'c' }, rows('a', 'b'), 2)).toEqual({ index: 1, id: 'b' })
  })

  it('may be a place whose row was not read yet, and is that row once it is there', () => {
    expect(locateActive({ index: 5, id: null }, rows('a'), 9)).toEqual({ index: 5, id: null })
    expect(locateActive({ index: 1, id: null }, rows('a', 'b'), 9)).toEqual({ index: 1, id: 'b' })
  })

  it('is the first place of an empty list', () => {
    expect(locateActive({ index: 3, id: 'd' }, [], 0)).toEqual({ index: 0, id: null })
  })

  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 15],
    ['PageUp', 5, 0],
    ['Home', 5, 0],
    ['End', 5, 99],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
  ])('moves with %s from %i to %i', (key, from, to) => {
    expect(moveActive(key, from, 100, 10)).toBe(to)
  })

  it('is not moved by other keys', () => {
    expect(moveActive('a', 5, 100, 10)).toBeNull()
    expect(moveActive('constructor', 5, 100, 10)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { locateActive, moveActive, placeOf, rowAt } from '../../../src/renderer/ui/grid/active'

const from = (offset: number, ...ids: string[]) => ({ offset, rows: ids.map((id) => ({ id })) })

describe('The row that has the keyboard', () => {
  it('stays the same row when others come above it', () => {
    const active = locateActive({ index: 1, id: 'b' }, from(0, 'new', 'a', 'b', 'c'), 4)
    expect(active).toEqual({ index: 2, id: 'b' })
  })

  it('gives its place to the next one when it is gone', () => {
    expect(locateActive({ index: 1, id: 'b' }, from(0, 'a', 'c'), 2)).toEqual({ index: 1, id: 'c' })
    expect(locateActive({ index: 2, id: 'c' }, from(0, 'a', 'b'), 2)).toEqual({ index: 1, id: 'b' })
  })

  it('may be a place whose row was not read yet, and is that row once it is there', () => {
    expect(locateActive({ index: 5, id: null }, from(0, 'a'), 9)).toEqual({ index: 5, id: null })
    expect(locateActive({ index: 1, id: null }, from(0, 'a', 'b'), 9)).toEqual({ index: 1, id: 'b' })
  })

  it('stays the row that it was while other rows are in sight', () => {
    expect(locateActive({ index: 5, id: 'f' }, from(100, 'x', 'y'), 200)).toEqual({ index: 5, id: 'f' })
  })

  it('stays the row that it was while others stand at its place and it is out of what was read', () => {
    const loaded = from(0, 'new 1', 'new 2', 'new 3')
    expect(locateActive({ index: 1, id: 'b' }, loaded, 200)).toEqual({ index: 1, id: 'b' })
    expect(locateActive({ index: 1, id: 'b' }, loaded, 3)).toEqual({ index: 1, id: 'new 2' })
  })

  it('is found where it stands in a part of the list', () => {
    expect(locateActive({ index: 101, id: 'x' }, from(101, 'y', 'x'), 200)).toEqual({ index: 102, id: 'x' })
  })

  it('is the first place of an empty list', () => {
    expect(locateActive({ index: 3, id: 'd' }, from(0), 0)).toEqual({ index: 0, id: null })
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
  ])('moves with %s from %i to %i', (key, start, to) => {
    expect(moveActive(key, start, 100, 10)).toBe(to)
  })

  it('is not moved by other keys', () => {
    expect(moveActive('a', 5, 100, 10)).toBeNull()
    expect(moveActive('constructor', 5, 100, 10)).toBeNull()
  })
})

describe('A part of a list', () => {
  it('has its rows at their places in the whole', () => {
    const part = from(40, 'a', 'b')
    expect([rowAt(part, 41)?.id, rowAt(part, 0), rowAt(part, 42)]).toEqual(['b', undefined, undefined])
    expect([placeOf(part, 'b'), placeOf(part, 'z')]).toEqual([41, -1])
  })
})

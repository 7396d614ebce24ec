import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOnDisplays } from '../../../src/main/desktop/windowPlace'

const left = { x: 0, y: 27, width: 1920, height: 1053 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }
const at = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, isMaximized: false })

describe('where the window opens', () => {
  it('is for the system to say, the first time, at the usual size', () => {
    expect(placeOnDisplays(null, [left])).toEqual({ width: 1280, height: 800 })
  })

  it('is where it was', () => {
    expect(placeOnDisplays(at(100, 80), [left])).toEqual({ x: 100, y: 80, width: 1000, height: 700 })
    expect(placeOnDisplays(at(2000, 10), [left, right])).toEqual({ x: 2000, y: 10, width: 1000, height: 700 })
  })

  it('is where it was even if a part of it is off the display, as long as it can be got hold of', () => {
    expect(placeOnDisplays(at(-800, 500), [left])).toMatchObject({ x: -800, y: 500 })
  })

  it('is not on a display that is gone, but keeps its size', () => {
    expect(placeOnDisplays(at(2000, 10), [left])).toEqual({ width: 1000, height: 700 })
  })

  it('is not where the title bar would be out of reach', () => {
    expect(placeOnDisplays(at(100, -400), [left])).toEqual({ width: 1000, height: 700 })
    expect(placeOnDisplays(at(100, 0), [left])).toEqual({ width: 1000, height: 700 })
    expect(placeOnDisplays(at(1900, 80), [left])).toEqual({ width: 1000, height: 700 })
  })

  it('is no larger than its display', () => {
    const small = { x: 0, y: 0, width: 1024, height: 600 }
    expect(placeOnDisplays(null, [small])).toEqual({ width: 1024, height: 600 })
    expect(placeOnDisplays(at(2000, 10, 2400, 1400), [left])).toEqual({ width: 1920, height: 1053 })
  })

  it('is a window of a usable size, whatever was stored and whatever displays there are', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 })
    const area = fc.record({ x: number, y: number, width: number, height: number })
    fc.assert(
      fc.property(area, fc.array(area, { maxLength: 3 }), (place, displays) => {
        const { width, height } = placeOnDisplays({ ...place, isMaximized: false }, displays)
        return width >= 720 && height >= 480
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { createLanes } from '../../../src/main/upstream/lanes'

const forEver = () => new AbortController().signal
const open = (generation: number, number: number) => ({ name: `${generation}-${number}` })

describe('lanes', () => {
  test('are opened one by one as they are needed, and no more than there may be', async () => {
    const opened: string[] = []
    const lanes = createLanes(2, (generation, number) => {
      opened.push(`${generation}-${number}`)
      return { number }
    })
    const first = await lanes.lease(forEver())
    expect(opened).toEqual(['0-0'])
    await lanes.lease(forEver())
    void lanes.lease(forEver())
    expect(opened).toEqual(['0-0', '0-1'])
    if (first !== null) lanes.release(first)
    expect(opened).toEqual(['0-0', '0-1'])
  })

  test('are lent to one user at a time, and to those that wait in the order they came', async () => {
    const lanes = createLanes(1, open)
    const order: string[] = []
    const use = async (name: string) => {
      const lane = await lanes.lease(forEver())
      order.push(`${name} in`)
      await new Promise(setImmediate)
      order.push(`${name} out`)
      if (lane !== null) lanes.release(lane)
    }
    await Promise.all(['a', 'b', 'c'].map(use))
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
  })

  test('are not waited for beyond the end of the wait, and whoever left takes none', async () => {
    const lanes = createLanes(1, open)
    const held = await lanes.lease(forEver())
    const impatient = new AbortController()
    const gone = lanes.lease(impatient.signal)
    const patient = lanes.lease(forEver())
    impatient.abort()
    expect(await gone).toBeNull()
    if (held !== null) lanes.release(held)
    expect(await patient).toBe(held)
  })

  test('are not lent to a wait that has ended before it began', async () => {
    const lanes = createLanes(1, open)
    expect(await lanes.lease(AbortSignal.abort())).toBeNull()
    expect(await lanes.lease(forEver())).not.toBeNull()
  })

  test('are new ones for everybody once they were renewed, those that wait too', async () => {
    const lanes = createLanes(1, open)
    const old = await lanes.lease(forEver())
    const waiting = lanes.lease(forEver())
    lanes.renew()
    const fresh = await waiting
    expect(fresh?.name).toBe('1-0')
    if (old !== null) lanes.release(old)
    const next = lanes.lease(forEver())
    if (fresh !== null) lanes.release(fresh)
    expect((await next)?.name).toBe('1-0')
  })
})

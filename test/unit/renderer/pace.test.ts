import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pace } from '../../../src/renderer/state/pace'

describe('A paced task', () => {
  const runs: number[] = []
  let paced: () => Promise<void>

  beforeEach(() => {
    vi.useFakeTimers()
    runs.length = 0
    paced = pace(async () => void runs.push(Math.round(performance.now())), 400)
  })
  afterEach(() => vi.useRealTimers())

  it('runs at once where it was not asked for lately', async () => {
    await paced()
    expect(runs).toHaveLength(1)
  })

  it('runs once for all that was asked meanwhile, so that the last change is seen', async () => {
    const begin = performance.now()
    for (let asked = 0; asked < 50; asked++) {
      void paced()
      await vi.advanceTimersByTimeAsync(20)
    }
    await vi.advanceTimersByTimeAsync(400)
    expect(runs.map((at) => at - begin)).toEqual([0, 400, 800, 1200])
  })

  it('tells everybody who asked when it was done', async () => {
    await paced()
    const [one, other] = [paced(), paced()]
    await vi.advanceTimersByTimeAsync(400)
    await Promise.all([one, other])
    expect(runs).toHaveLength(2)
  })
})

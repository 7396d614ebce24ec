import { beforeEach, describe, expect, test } from 'vitest'
import { START } from './fakeClock'
import { createRig, key, MINUTE, type Rig, refused } from './limiterRig'

let rig: Rig
beforeEach(() => {
  rig = createRig()
})

describe('over a restart', () => {
  test('what was sent still counts', async () => {
    await rig.takeMany(4)
    await rig.limiter.flush()
    rig.restart()
    expect(await rig.take()).toEqual(refused('mailroom', START + MINUTE))
  })

  test('it is kept soon after, without being asked', async () => {
    await rig.takeMany(4)
    await rig.clock.pass(1_000)
    rig.restart()
    expect(await rig.used()).toBe(4)
  })

  test('a clock that was set back a year makes nothing wait longer than its window', async () => {
    await rig.takeMany(4)
    await rig.limiter.flush()
    rig.clock.setEpoch(START - 365 * 86_400_000)
    rig.restart()
    const result = await rig.take()
    expect(result).toEqual(refused('mailroom', START - 365 * 86_400_000 + MINUTE))
  })

  test('while it runs, a clock that is set makes no difference', async () => {
    await rig.takeMany(4)
    rig.clock.setEpoch(START + 86_400_000)
    expect((await rig.take()).ok).toBe(false)
    rig.clock.setEpoch(START - 86_400_000)
    await rig.clock.pass(MINUTE)
    expect((await rig.take()).ok).toBe(true)
  })

  test('a store that fails costs no request, and is tried again', async () => {
    let isBroken = true
    rig.restart({
      load: () => Promise.reject(new Error('locked')),
      save: async (name, json) => {
        if (isBroken) throw new Error('full')
        rig.files.set(name, json)
      },
    })
    await rig.takeMany(2)
    await rig.limiter.flush()
    isBroken = false
    await rig.limiter.flush()
    expect(rig.files.get(key)).toContain('"starts":[[0,2]]')
  })

  test('saves come one after the other, the newest last', async () => {
    const saved: string[] = []
    let release = () => {}
    let isFirst = true
    const begun = new Promise<void>((begin) => {
      rig.restart({
        load: async () => null,
        save: async (_name, json) => {
          begin()
          const isHeld = isFirst
          isFirst = false
          if (isHeld) await new Promise<void>((resolve) => (release = resolve))
          saved.push(json)
        },
      })
    })
    await rig.takeMany(1)
    const first = rig.limiter.flush()
    await begun
    await rig.takeMany(1)
    const second = rig.limiter.flush()
    await new Promise(setImmediate)
    release()
    await Promise.all([first, second])
    expect(saved.map((json) => JSON.parse(json).starts)).toEqual([[[0, 1]], [[0, 2]]])
  })
})

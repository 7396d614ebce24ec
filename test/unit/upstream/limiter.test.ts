import { beforeEach, describe, expect, test } from 'vitest'
import { limiterKey } from '../../../src/main/upstream/limiterKey'
import type { Ask } from '../../../src/main/upstream/verdict'
import { START } from './fakeClock'
import { budget, createRig, HOUR, key, MINUTE, type Rig, refused } from './limiterRig'

let rig: Rig
beforeEach(() => {
  rig = createRig()
})

describe('within the minute', () => {
  test('as many requests go at once as it grants', async () => {
    await rig.takeMany(4)
    expect(await rig.used()).toBe(4)
  })

  test('one more is refused with the moment it can go, where it may not wait so long', async () => {
    await rig.takeMany(4)
    await rig.clock.pass(20_000)
    expect(await rig.take({ deadlineMs: 10_000 })).toEqual(refused('mailroom', START + MINUTE))
    expect(await rig.used()).toBe(4)
  })

  test('one more waits where it may, and goes at that moment', async () => {
    await rig.takeMany(4)
    await rig.clock.pass(55_000)
    let wentAt: number | null = null
    const waiting = rig.take({ deadlineMs: 10_000 }).then((result) => {
      wentAt = rig.clock.now()
      return result
    })
    await rig.clock.pass(4_999)
    expect(wentAt).toBeNull()
    await rig.clock.pass(5_000)
    expect((await waiting).ok).toBe(true)
    expect(wentAt).toBe(START + MINUTE)
  })

  test('whoever cannot go in time because of those before it is told at once', async () => {
    await rig.takeMany(4)
    const large = { perHour: 100, perMinute: 4 }
    const waiting = [1, 2, 3, 4].map(() => rig.take({ budget: large, deadlineMs: MINUTE }))
    expect(await rig.take({ budget: large, deadlineMs: MINUTE })).toEqual(refused('mailroom', START + MINUTE))
    await rig.clock.pass(MINUTE)
    expect(await Promise.all(waiting)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: true }])
  })

  test('a click goes before what waits in the background, and each kind in the order it came', async () => {
    await rig.takeMany(4)
    const order: string[] = []
    const wait = (name: string, priority: Ask['priority']) =>
      rig
        .take({ priority, deadlineMs: 2 * MINUTE, budget: { perHour: 10, perMinute: 4 } })
        .then(() => order.push(name))
    const all = [wait('sync 1', 'background'), wait('sync 2', 'background')]
    await rig.clock.pass(10)
    all.push(wait('click 1', 'click'), wait('click 2', 'click'))
    await rig.clock.pass(2 * MINUTE)
    await Promise.all(all)
    expect(order).toEqual(['click 1', 'click 2', 'sync 1', 'sync 2'])
  })

  test('a background request that clicks push beyond its deadline is refused, not forgotten', async () => {
    await rig.takeMany(3)
    await rig.clock.pass(30_000)
    await rig.takeMany(1)
    const patient = rig.take({
      priority: 'background',
      deadlineMs: 40_000,
      budget: { perHour: 100, perMinute: 4 },
    })
    await rig.clock.pass(1_000)
    const clicks = [1, 2, 3].map(() =>
      rig.take({ deadlineMs: 40_000, budget: { perHour: 100, perMinute: 4 } }),
    )
    await rig.clock.pass(MINUTE)
    expect(await Promise.all(clicks)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    expect(await patient).toEqual(refused('mailroom', START + 90_000))
  })

  test('a request that never left is given back, once, and lets the next one go', async () => {
    await rig.takeMany(3)
    const slot = await rig.take()
    const waiting = rig.take({ deadlineMs: MINUTE })
    await rig.clock.pass(10)
    if (slot.ok) slot.value.giveBack()
    if (slot.ok) slot.value.giveBack()
    expect((await waiting).ok).toBe(true)
    expect(await rig.used()).toBe(4)
  })
})

describe('within the hour', () => {
  const fill = async () => {
    for (let n = 0; n < 10; n += 1) {
      await rig.takeMany(1)
      await rig.clock.pass(MINUTE)
    }
  }

  test('one more than it grants is refused at once, with the moment it can go', async () => {
    await fill()
    expect(await rig.take({ deadlineMs: HOUR })).toEqual(refused('mailroom', START + HOUR))
  })

  test('it can go at that moment', async () => {
    await fill()
    await rig.clock.pass(START + HOUR - rig.clock.now())
    expect((await rig.take()).ok).toBe(true)
    expect((await rig.take()).ok).toBe(false)
  })

  test('"Try now" sends it although the hour and the minute are used up', async () => {
    await fill()
    await rig.takeMany(6, { isOverBudgetAllowed: true })
    expect(await rig.used()).toBe(16)
  })

  test('says how much is used of how much', async () => {
    await rig.takeMany(3)
    expect(await rig.limiter.usage(key, budget)).toEqual({ used: 3, limit: 10 })
    await rig.clock.pass(HOUR)
    expect(await rig.limiter.usage(key, budget)).toEqual({ used: 0, limit: 10 })
  })

  test('two users of one service do not share it', async () => {
    expect(limiterKey({ origin: 'https://like.do', id: '1' })).not.toBe(
      limiterKey({ origin: 'https://like.do', id: '2' }),
    )
    await rig.takeMany(4)
    expect((await rig.take({ key: 'https://like.do 2' })).ok).toBe(true)
  })
})

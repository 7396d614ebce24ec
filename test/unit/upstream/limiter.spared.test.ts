import { beforeEach, describe, expect, test } from 'vitest'
import { START } from './fakeClock'
import { createRig, HOUR, MINUTE, type Rig, refused } from './limiterRig'

let rig: Rig
beforeEach(() => {
  rig = createRig()
})

describe('a request that spares a part of the budget', () => {
  const spared = { perHour: 7, perMinute: 1 }

  test('is refused where only that part of the hour is left; others go', async () => {
    await rig.takeMany(3, { spared })
    await rig.clock.pass(MINUTE)
    expect(await rig.take({ spared, deadlineMs: MINUTE })).toEqual(refused('mailroom', START + HOUR))
    expect((await rig.take()).ok).toBe(true)
  })

  test('waits where only that part of the minute is left; others go', async () => {
    await rig.takeMany(3)
    expect(await rig.take({ spared: { perHour: 0, perMinute: 1 } })).toEqual(
      refused('mailroom', START + MINUTE),
    )
    expect((await rig.take()).ok).toBe(true)
  })

  test('goes all the same, one in a minute, where the minute is smaller than what is spared', async () => {
    expect((await rig.take({ spared: { perHour: 0, perMinute: 60 } })).ok).toBe(true)
  })
})

describe('the delay of a request', () => {
  test('is nothing where it could go, and counts for nothing', async () => {
    expect(await rig.limiter.delay(rig.ask())).toEqual({ ok: true, value: 0 })
    expect(await rig.used()).toBe(0)
  })

  test('is the time until the minute has room', async () => {
    await rig.takeMany(4)
    await rig.clock.pass(20_000)
    expect(await rig.limiter.delay(rig.ask({ deadlineMs: MINUTE }))).toEqual({ ok: true, value: 40_000 })
  })

  test('is refused as the request would be', async () => {
    await rig.takeMany(4)
    expect(await rig.limiter.delay(rig.ask({ deadlineMs: 10_000 }))).toEqual(
      refused('mailroom', START + MINUTE),
    )
  })
})

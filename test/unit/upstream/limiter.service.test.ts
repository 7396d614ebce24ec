import { beforeEach, describe, expect, test } from 'vitest'
import { START } from './fakeClock'
import { answer, budget, createRig, HOUR, key, MINUTE, type Rig, refused } from './limiterRig'

let rig: Rig
beforeEach(() => {
  rig = createRig()
})

describe('what the service says', () => {
  test('X-RateLimit-Limit corrects the hour', async () => {
    await rig.takeMany(1)
    rig.limiter.learn(key, answer(201, { 'x-ratelimit-limit': '5000' }))
    expect(await rig.limiter.usage(key, budget)).toEqual({ used: 1, limit: 5000 })
    rig.limiter.learn(key, answer(201, { 'x-ratelimit-limit': '2' }))
    expect(await rig.limiter.usage(key, budget)).toEqual({ used: 1, limit: 2 })
  })

  test('is forgotten when the plan or the own figure changes', async () => {
    await rig.takeMany(1)
    rig.limiter.learn(key, answer(201, { 'x-ratelimit-limit': '5000' }))
    expect((await rig.limiter.usage(key, { perHour: 20, perMinute: 4 })).limit).toBe(20)
  })

  test('X-RateLimit-Remaining tells of requests that another program made, until Reset', async () => {
    await rig.takeMany(1)
    const reset = String((rig.clock.now() + 600_000) / 1000)
    rig.limiter.learn(
      key,
      answer(201, { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
    )
    expect(await rig.used()).toBe(10)
    expect(await rig.take()).toEqual(refused('mailroom', START + 600_000))
    await rig.clock.pass(600_000)
    expect(await rig.used()).toBe(1)
  })

  test('a larger Remaining takes nothing from what was counted here', async () => {
    await rig.takeMany(3)
    rig.limiter.learn(key, answer(201, { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '10' }))
    expect(await rig.used()).toBe(3)
  })

  test('a success beyond the budget raises what we think it grants', async () => {
    await rig.takeMany(4)
    await rig.takeMany(1, { isOverBudgetAllowed: true })
    rig.limiter.learn(key, answer(201))
    await rig.clock.pass(MINUTE)
    await rig.takeMany(5)
    await rig.takeMany(1, { isOverBudgetAllowed: true })
    expect((await rig.limiter.usage(key, budget)).limit).toBe(10)
    rig.limiter.learn(key, answer(409))
    expect((await rig.limiter.usage(key, budget)).limit).toBe(11)
  })

  test('a failure of the service or of the network raises nothing', async () => {
    await rig.takeMany(11, { isOverBudgetAllowed: true })
    rig.limiter.learn(key, answer(503))
    rig.limiter.learn(key, { kind: 'failure', failure: 'lost', isSent: true, status: null })
    expect((await rig.limiter.usage(key, budget)).limit).toBe(10)
  })
})

describe('after a 429', () => {
  test('nothing goes before Retry-After has passed, "Try now" neither', async () => {
    await rig.takeMany(1)
    rig.limiter.learn(key, answer(429, { 'retry-after': '30' }))
    expect(await rig.take({ deadlineMs: 10_000 })).toEqual(refused('service', START + 30_000))
    expect(await rig.take({ isOverBudgetAllowed: true })).toEqual(refused('service', START + 30_000))
    await rig.clock.pass(30_000)
    expect((await rig.take()).ok).toBe(true)
  })

  test('a request whose deadline is later waits for it', async () => {
    await rig.takeMany(1)
    rig.limiter.learn(key, answer(429, { 'retry-after': '3' }))
    const waiting = rig.take({ deadlineMs: 10_000 })
    await rig.clock.pass(3_000)
    expect((await waiting).ok).toBe(true)
    expect(rig.clock.now()).toBe(START + 3_000)
  })

  test('no Retry-After makes it wait longer than the hour', async () => {
    await rig.takeMany(1)
    rig.limiter.learn(key, answer(429, { 'retry-after': '900000' }))
    expect(await rig.take()).toEqual(refused('service', START + HOUR))
  })

  test('without Retry-After it waits a random part of a time that doubles, up to a minute', async () => {
    await rig.takeMany(1)
    const waits: number[] = []
    for (let refusal = 0; refusal < 8; refusal += 1) {
      rig.limiter.learn(key, answer(429))
      const result = await rig.take()
      if (!result.ok && result.error.until !== null) waits.push(result.error.until - rig.clock.now())
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  test('"Try now" passes over the wait that only Mailroom thought of', async () => {
    await rig.takeMany(1)
    rig.limiter.learn(key, answer(429))
    expect(await rig.take()).toEqual(refused('mailroom', START + 500))
    expect((await rig.take({ isOverBudgetAllowed: true })).ok).toBe(true)
  })

  test('a success makes the next wait short again', async () => {
    await rig.takeMany(1)
    for (let refusal = 0; refusal < 5; refusal += 1) rig.limiter.learn(key, answer(429))
    rig.limiter.learn(key, answer(201))
    rig.limiter.learn(key, answer(429))
    expect(await rig.take()).toEqual(refused('mailroom', START + 500))
  })
})

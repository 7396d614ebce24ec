import { beforeEach, describe, expect, test } from 'vitest'
import type { Exchange } from '../../../src/main/upstream/exchange'
import { type Ask, createLimiter, type Limiter, limiterKey } from '../../../src/main/upstream/limiter'
import { createFakeClock, type FakeClock, START } from './fakeClock'

const MINUTE = 60_000
const HOUR = 3_600_000
const key = 'https://like.do 1'
const budget = { perHour: 10, perMinute: 4 }

let clock: FakeClock
let files: Map<string, string>
let limiter: Limiter

const start = (random = () => 0.5) =>
  createLimiter({
    clock,
    random,
    kept: {
      load: async (name) => files.get(name) ?? null,
      save: async (name, json) => void files.set(name, json),
    },
  })

beforeEach(() => {
  clock = createFakeClock()
  files = new Map()
  limiter = start()
})

const take = (ask: Partial<Ask> = {}) =>
  limiter.take({ key, budget, priority: 'click', deadlineMs: 0, isOverBudgetAllowed: false, ...ask })
const takeMany = async (count: number, ask: Partial<Ask> = {}) => {
  for (let n = 0; n < count; n += 1) expect((await take(ask)).ok).toBe(true)
}
const answer = (status: number, headers: Record<string, string> = {}): Exchange => ({
  kind: 'answer',
  status,
  headers,
  body: '',
})
const refused = (by: 'mailroom' | 'service', until: number) => ({
  ok: false,
  error: { kind: 'rate-limited', by, until },
})
const used = async () => (await limiter.usage(key, budget)).used

describe('within the minute', () => {
  test('as many requests go at once as it grants', async () => {
    await takeMany(4)
    expect(await used()).toBe(4)
  })

  test('one more is refused with the moment it can go, where it may not wait so long', async () => {
    await takeMany(4)
    await clock.pass(20_000)
    expect(await take({ deadlineMs: 10_000 })).toEqual(refused('mailroom', START + MINUTE))
    expect(await used()).toBe(4)
  })

  test('one more waits where it may, and goes at that moment', async () => {
    await takeMany(4)
    await clock.pass(55_000)
    let wentAt: number | null = null
    const waiting = take({ deadlineMs: 10_000 }).then((result) => {
      wentAt = clock.now()
      return result
    })
    await clock.pass(4_999)
    expect(wentAt).toBeNull()
    await clock.pass(5_000)
    expect((await waiting).ok).toBe(true)
    expect(wentAt).toBe(START + MINUTE)
  })

  test('whoever cannot go in time because of those before it is told at once', async () => {
    await takeMany(4)
    const large = { perHour: 100, perMinute: 4 }
    const waiting = [1, 2, 3, 4].map(() => take({ budget: large, deadlineMs: MINUTE }))
    expect(await take({ budget: large, deadlineMs: MINUTE })).toEqual(refused('mailroom', START + MINUTE))
    await clock.pass(MINUTE)
    expect(await Promise.all(waiting)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: true }])
  })

  test('a click goes before what waits in the background, and each kind in the order it came', async () => {
    await takeMany(4)
    const order: string[] = []
    const wait = (name: string, priority: Ask['priority']) =>
      take({ priority, deadlineMs: 2 * MINUTE, budget: { perHour: 10, perMinute: 4 } }).then(() =>
        order.push(name),
      )
    const all = [wait('sync 1', 'background'), wait('sync 2', 'background')]
    await clock.pass(10)
    all.push(wait('click 1', 'click'), wait('click 2', 'click'))
    await clock.pass(2 * MINUTE)
    await Promise.all(all)
    expect(order).toEqual(['click 1', 'click 2', 'sync 1', 'sync 2'])
  })

  test('a background request that clicks push beyond its deadline is refused, not forgotten', async () => {
    await takeMany(3)
    await clock.pass(30_000)
    await takeMany(1)
    const patient = take({
      priority: 'background',
      deadlineMs: 40_000,
      budget: { perHour: 100, perMinute: 4 },
    })
    await clock.pass(1_000)
    const clicks = [1, 2, 3].map(() => take({ deadlineMs: 40_000, budget: { perHour: 100, perMinute: 4 } }))
    await clock.pass(MINUTE)
    expect(await Promise.all(clicks)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    expect(await patient).toEqual(refused('mailroom', START + 90_000))
  })

  test('a request that never left is given back, once, and lets the next one go', async () => {
    await takeMany(3)
    const slot = await take()
    const waiting = take({ deadlineMs: MINUTE })
    await clock.pass(10)
    if (slot.ok) slot.value.giveBack()
    if (slot.ok) slot.value.giveBack()
    expect((await waiting).ok).toBe(true)
    expect(await used()).toBe(4)
  })
})

describe('within the hour', () => {
  const fill = async () => {
    for (let n = 0; n < 10; n += 1) {
      await takeMany(1)
      await clock.pass(MINUTE)
    }
  }

  test('one more than it grants is refused at once, with the moment it can go', async () => {
    await fill()
    expect(await take({ deadlineMs: HOUR })).toEqual(refused('mailroom', START + HOUR))
  })

  test('it can go at that moment', async () => {
    await fill()
    await clock.pass(START + HOUR - clock.now())
    expect((await take()).ok).toBe(true)
    expect((await take()).ok).toBe(false)
  })

  test('"Try now" sends it although the hour and the minute are used up', async () => {
    await fill()
    await takeMany(6, { isOverBudgetAllowed: true })
    expect(await used()).toBe(16)
  })

  test('says how much is used of how much', async () => {
    await takeMany(3)
    expect(await limiter.usage(key, budget)).toEqual({ used: 3, limit: 10 })
    await clock.pass(HOUR)
    expect(await limiter.usage(key, budget)).toEqual({ used: 0, limit: 10 })
  })

  test('two users of one service do not share it', async () => {
    expect(limiterKey({ origin: 'https://like.do', id: '1' })).not.toBe(
      limiterKey({ origin: 'https://like.do', id: '2' }),
    )
    await takeMany(4)
    expect((await take({ key: 'https://like.do 2' })).ok).toBe(true)
  })
})

describe('what the service says', () => {
  test('X-RateLimit-Limit corrects the hour', async () => {
    await takeMany(1)
    limiter.learn(key, answer(201, { 'x-ratelimit-limit': '5000' }))
    expect(await limiter.usage(key, budget)).toEqual({ used: 1, limit: 5000 })
    limiter.learn(key, answer(201, { 'x-ratelimit-limit': '2' }))
    expect(await limiter.usage(key, budget)).toEqual({ used: 1, limit: 2 })
  })

  test('is forgotten when the plan or the own figure changes', async () => {
    await takeMany(1)
    limiter.learn(key, answer(201, { 'x-ratelimit-limit': '5000' }))
    expect((await limiter.usage(key, { perHour: 20, perMinute: 4 })).limit).toBe(20)
  })

  test('X-RateLimit-Remaining tells of requests that another program made, until Reset', async () => {
    await takeMany(1)
    const reset = String((clock.now() + 600_000) / 1000)
    limiter.learn(
      key,
      answer(201, { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
    )
    expect(await used()).toBe(10)
    expect(await take()).toEqual(refused('mailroom', START + 600_000))
    await clock.pass(600_000)
    expect(await used()).toBe(1)
  })

  test('a larger Remaining takes nothing from what was counted here', async () => {
    await takeMany(3)
    limiter.learn(key, answer(201, { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '10' }))
    expect(await used()).toBe(3)
  })

  test('a success beyond the budget raises what we think it grants', async () => {
    await takeMany(4)
    await takeMany(1, { isOverBudgetAllowed: true })
    limiter.learn(key, answer(201))
    await clock.pass(MINUTE)
    await takeMany(5)
    await takeMany(1, { isOverBudgetAllowed: true })
    expect((await limiter.usage(key, budget)).limit).toBe(10)
    limiter.learn(key, answer(409))
    expect((await limiter.usage(key, budget)).limit).toBe(11)
  })

  test('a failure of the service or of the network raises nothing', async () => {
    await takeMany(11, { isOverBudgetAllowed: true })
    limiter.learn(key, answer(503))
    limiter.learn(key, { kind: 'failure', failure: 'lost', isSent: true, status: null })
    expect((await limiter.usage(key, budget)).limit).toBe(10)
  })
})

describe('after a 429', () => {
  test('nothing goes before Retry-After has passed, "Try now" neither', async () => {
    await takeMany(1)
    limiter.learn(key, answer(429, { 'retry-after': '30' }))
    expect(await take({ deadlineMs: 10_000 })).toEqual(refused('service', START + 30_000))
    expect(await take({ isOverBudgetAllowed: true })).toEqual(refused('service', START + 30_000))
    await clock.pass(30_000)
    expect((await take()).ok).toBe(true)
  })

  test('a request whose deadline is later waits for it', async () => {
    await takeMany(1)
    limiter.learn(key, answer(429, { 'retry-after': '3' }))
    const waiting = take({ deadlineMs: 10_000 })
    await clock.pass(3_000)
    expect((await waiting).ok).toBe(true)
    expect(clock.now()).toBe(START + 3_000)
  })

  test('no Retry-After makes it wait longer than the hour', async () => {
    await takeMany(1)
    limiter.learn(key, answer(429, { 'retry-after': '900000' }))
    expect(await take()).toEqual(refused('service', START + HOUR))
  })

  test('without Retry-After it waits a random part of a time that doubles, up to a minute', async () => {
    await takeMany(1)
    const waits: number[] = []
    for (let refusal = 0; refusal < 8; refusal += 1) {
      limiter.learn(key, answer(429))
      const result = await take()
      if (!result.ok && result.error.until !== null) waits.push(result.error.until - clock.now())
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  test('"Try now" passes over the wait that only Mailroom thought of', async () => {
    await takeMany(1)
    limiter.learn(key, answer(429))
    expect(await take()).toEqual(refused('mailroom', START + 500))
    expect((await take({ isOverBudgetAllowed: true })).ok).toBe(true)
  })

  test('a success makes the next wait short again', async () => {
    await takeMany(1)
    for (let refusal = 0; refusal < 5; refusal += 1) limiter.learn(key, answer(429))
    limiter.learn(key, answer(201))
    limiter.learn(key, answer(429))
    expect(await take()).toEqual(refused('mailroom', START + 500))
  })
})

describe('over a restart', () => {
  test('what was sent still counts', async () => {
    await takeMany(4)
    await limiter.flush()
    limiter = start()
    expect(await take()).toEqual(refused('mailroom', START + MINUTE))
  })

  test('it is kept soon after, without being asked', async () => {
    await takeMany(4)
    await clock.pass(1_000)
    limiter = start()
    expect(await used()).toBe(4)
  })

  test('a clock that was set back a year makes nothing wait longer than its window', async () => {
    await takeMany(4)
    await limiter.flush()
    clock.setEpoch(START - 365 * 86_400_000)
    limiter = start()
    const result = await take()
    expect(result).toEqual(refused('mailroom', START - 365 * 86_400_000 + MINUTE))
  })

  test('while it runs, a clock that is set makes no difference', async () => {
    await takeMany(4)
    clock.setEpoch(START + 86_400_000)
    expect((await take()).ok).toBe(false)
    clock.setEpoch(START - 86_400_000)
    await clock.pass(MINUTE)
    expect((await take()).ok).toBe(true)
  })

  test('a store that fails costs no request, and is tried again', async () => {
    let isBroken = true
    limiter = createLimiter({
      clock,
      random: Math.random,
      kept: {
        load: () => Promise.reject(new Error('locked')),
        save: async (name, json) => {
          if (isBroken) throw new Error('full')
          files.set(name, json)
        },
      },
    })
    await takeMany(2)
    await limiter.flush()
    isBroken = false
    await limiter.flush()
    expect(files.get(key)).toContain('"starts":[[0,2]]')
  })

  test('saves come one after the other, the newest last', async () => {
    const saved: string[] = []
    let release = () => {}
    let isFirst = true
    const begun = new Promise<void>((begin) => {
      limiter = createLimiter({
        clock,
        random: Math.random,
        kept: {
          load: async () => null,
          save: async (_name, json) => {
            begin()
            const isHeld = isFirst
            isFirst = false
            if (isHeld) await new Promise<void>((resolve) => (release = resolve))
            saved.push(json)
          },
        },
      })
    })
    await takeMany(1)
    const first = limiter.flush()
    await begun
    await takeMany(1)
    const second = limiter.flush()
    await new Promise(setImmediate)
    release()
    await Promise.all([first, second])
    expect(saved.map((json) => JSON.parse(json).starts)).toEqual([[[0, 1]], [[0, 2]]])
  })
})

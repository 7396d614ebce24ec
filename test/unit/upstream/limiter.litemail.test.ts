import { describe, expect, test } from 'vitest'
import { litemailBudget, litemailHiddenSpacing, litemailSpacing } from '../../../src/main/rules/plans'
import type { Ask } from '../../../src/main/upstream/verdict'
import { randomFrom } from '../../support/random'
import { answer } from './limiterRig'
import { createCountingService, createLitemailRig, litemailKey, type Strictness } from './litemailRig'

const SEEDS = process.env.MAILROOM_LONG === '1' ? 60 : 8
const PAGES = 100
/** What five requests a second need for them, in milliseconds. */
const FLOOR = ((PAGES - 1) / 5) * 1_000
const unlimited = Number.POSITIVE_INFINITY
const strict = (change: Partial<Strictness> = {}): Strictness => ({
  kind: 'sliding',
  perSecond: 5,
  perMinute: unlimited,
  phaseMs: 0,
  ...change,
})

describe('a service that takes five requests in any second', () => {
  const networks = [
    { name: 'of 150 ms', latency: { fromMs: 75, toMs: 75 }, lanes: 2 },
    { name: 'of 300 ms', latency: { fromMs: 150, toMs: 150 }, lanes: 2 },
    { name: 'that is now faster, now slower', latency: { fromMs: 20, toMs: 120 }, lanes: 3 },
  ]
  test.each(networks)(
    'over a network $name refuses none, and is asked nearly as fast as it allows',
    async ({ latency, lanes }) => {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const random = randomFrom(seed)
        const kind = random.pick(['fixed', 'sliding'] as const)
        const rig = createLitemailRig(random, 10)
        const service = createCountingService(rig.time, strict({ kind, phaseMs: random.integer(0, 999) }))
        const tookMs = await rig.readPages(service, PAGES, { lanes, latency })
        expect(service.refused, `seed ${seed}`).toEqual([])
        expect(service.served.length).toBe(PAGES)
        expect(tookMs, `seed ${seed}`).toBeLessThanOrEqual(1.15 * FLOOR)
      }
    },
  )

  test('over a network that holds requests up refuses few, which goes faster than being refused', async () => {
    for (const latency of [
      { fromMs: 20, toMs: 220 },
      { fromMs: 50, toMs: 400 },
    ]) {
      let refused = 0
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const rig = createLitemailRig(randomFrom(seed), 10)
        const service = createCountingService(rig.time, strict())
        const tookMs = await rig.readPages(service, 2 * PAGES, { lanes: 4, latency })
        refused += service.refused.length
        expect(tookMs, `seed ${seed}`).toBeLessThanOrEqual(2 * 1.5 * FLOOR)
      }
      expect(refused / (SEEDS * 2 * PAGES)).toBeLessThanOrEqual(0.015)
    }
  })

  test('refuses none after a restart in the middle', async () => {
    const rig = createLitemailRig(randomFrom(1))
    const service = createCountingService(rig.time, strict())
    const how = { lanes: 2, latency: { fromMs: 10, toMs: 10 } }
    for (let run = 0; run < 10; run += 1) {
      await rig.readPages(service, 6, how)
      await rig.restart()
    }
    expect(service.refused).toEqual([])
  })

  test('is asked once a second by a reading that nobody sees', async () => {
    const rig = createLitemailRig(randomFrom(1))
    const service = createCountingService(rig.time, strict())
    const how = { lanes: 2, latency: { fromMs: 10, toMs: 10 }, spacing: litemailHiddenSpacing }
    const tookMs = await rig.readPages(service, 31, how)
    expect(tookMs).toBeGreaterThanOrEqual(30_000)
    expect(tookMs).toBeLessThan(31_000)
  })
})

describe('a minute that no documentation speaks of', () => {
  const how = { lanes: 2, latency: { fromMs: 75, toMs: 75 } }

  test.each(['fixed', 'sliding'] as const)(
    'is learned from its refusals, and kept over restarts (%s)',
    async (kind) => {
      const rig = createLitemailRig(randomFrom(3), 5)
      const service = createCountingService(rig.time, strict({ kind, perMinute: 200, phaseMs: 17_000 }))
      await rig.readPages(service, 1_000, how)
      const learning = service.refused.length
      expect(learning).toBeGreaterThan(0)
      expect(learning).toBeLessThanOrEqual(4)
      await rig.restart()
      await rig.readPages(service, 1_000, how)
      expect(service.refused.length).toBe(learning)
    },
  )

  test('is asked about again after an hour', async () => {
    const rig = createLitemailRig(randomFrom(3))
    const capped = createCountingService(rig.time, strict({ perMinute: 200 }))
    await rig.readPages(capped, 400, how)
    await rig.time.pass(3_600_000)
    const open = createCountingService(rig.time, strict())
    expect(await rig.readPages(open, 400, how)).toBeLessThan(90_000)
  })

  test('is not made of one refusal that the network caused', async () => {
    const rig = createLitemailRig(randomFrom(5))
    const service = createCountingService(rig.time, strict())
    await rig.readPages(service, 40, how)
    const slot = await rig.limiter.take(rig.ask())
    if (slot.ok) rig.limiter.learn(litemailKey, answer(429), slot.value)
    const tookMs = await rig.readPages(service, 400, how)
    // The wait after a refusal is a second at most.
    expect(tookMs).toBeLessThanOrEqual(1.15 * (399 / 5) * 1_000 + 1_000)
  })

  test('is known from one refusal that names a longer wait', async () => {
    const rig = createLitemailRig(randomFrom(5))
    const service = createCountingService(rig.time, strict())
    await rig.readPages(service, 100, how)
    const slot = await rig.limiter.take(rig.ask())
    if (slot.ok) rig.limiter.learn(litemailKey, answer(429, { 'retry-after': '30' }), slot.value)
    const begun = rig.time.monotonic()
    await rig.readPages(service, 400, how)
    expect(service.served.filter((at) => at > begun && at <= begun + 60_000).length).toBeLessThanOrEqual(100)
  })

  test('is what a header says it is', async () => {
    const rig = createLitemailRig(randomFrom(5))
    const slot = await rig.limiter.take(rig.ask())
    if (slot.ok) rig.limiter.learn(litemailKey, answer(200, { 'x-ratelimit-limit': '60' }), slot.value)
    const service = createCountingService(rig.time, strict({ perMinute: 60 }))
    await rig.readPages(service, 130, how)
    expect(service.refused).toEqual([])
  })

  test('is not what a header says of the second', async () => {
    const rig = createLitemailRig(randomFrom(5))
    const slot = await rig.limiter.take(rig.ask())
    if (slot.ok) rig.limiter.learn(litemailKey, answer(200, { 'x-ratelimit-limit': '5' }), slot.value)
    const service = createCountingService(rig.time, strict())
    expect(await rig.readPages(service, PAGES, how)).toBeLessThanOrEqual(1.15 * FLOOR + 300)
  })
})

describe('who goes first', () => {
  test('a click goes before a list that somebody looks at, and that before what nobody sees', async () => {
    const rig = createLitemailRig(randomFrom(1))
    const order: string[] = []
    const wait = (name: string, ask: Partial<Ask>) =>
      rig.limiter.take(rig.ask(ask)).then((slot) => slot.ok && order.push(name))
    const all = [wait('first', {})]
    await rig.time.pass(1)
    const hidden = { priority: 'hidden', spacing: litemailHiddenSpacing } as const
    all.push(wait('hidden', hidden), wait('window 1', {}), wait('window 2', {}))
    all.push(wait('click', { priority: 'click' }))
    await rig.time.pass(5_000)
    await Promise.all(all)
    expect(order).toEqual(['first', 'click', 'window 1', 'window 2', 'hidden'])
  })

  test('a click waits a gap at most behind a reading at full speed', async () => {
    const rig = createLitemailRig(randomFrom(1))
    const reading = Array.from({ length: 20 }, () => rig.limiter.take(rig.ask()))
    await rig.time.pass(2_000)
    const begun = rig.time.monotonic()
    let wentAt = Number.NaN
    const click = rig.limiter.take(rig.ask({ priority: 'click' })).then(() => {
      wentAt = rig.time.monotonic()
    })
    await rig.time.pass(4_000)
    await Promise.all([...reading, click])
    expect(wentAt - begun).toBeLessThanOrEqual(
      litemailSpacing.windowMs + litemailSpacing.slackMs - 4 * litemailSpacing.gapMs,
    )
  })
})

describe('two accounts of one user', () => {
  test('keep the distance together once that is known', async () => {
    const rig = createLitemailRig(randomFrom(1))
    const tried = await rig.limiter.take(rig.ask({ key: 'unknown yet' }))
    expect(tried.ok).toBe(true)
    await rig.limiter.join('unknown yet', litemailKey)
    expect(await rig.limiter.take(rig.ask({ deadlineMs: 100 }))).toMatchObject({
      ok: false,
      error: { kind: 'rate-limited', by: 'mailroom' },
    })
    expect((await rig.limiter.usage(litemailKey, litemailBudget)).used).toBe(1)
  })
})

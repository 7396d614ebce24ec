import { expect, test } from 'vitest'
import { createLimiter } from '../../../src/main/upstream/limiter'
import { randomFrom } from '../../support/random'
import { createFakeClock } from './fakeClock'

const MINUTE = 60_000
const HOUR = 3_600_000
const SEEDS = process.env.MAILROOM_LONG === '1' ? 300 : 30

/** The most that ever stood in one window of this length, wherever it begins. */
const fullest = (times: readonly number[], windowMs: number): number => {
  let most = 0
  let from = 0
  for (const [index, time] of times.entries()) {
    while ((times[from] ?? time) <= time - windowMs) from += 1
    most = Math.max(most, index - from + 1)
  }
  return most
}

/** Clicks and background requests of a few hours, restarts and clocks that are set in between. */
async function simulate(seed: number) {
  const random = randomFrom(seed)
  const clock = createFakeClock()
  const files = new Map<string, string>()
  const start = () =>
    createLimiter({
      clock,
      random: random.next,
      kept: {
        load: async (key) => files.get(key) ?? null,
        save: async (key, json) => void files.set(key, json),
      },
    })
  const budget = { perHour: random.integer(3, 60), perMinute: random.integer(1, 20) }
  const sent: number[] = []
  const waits: { waited: number; deadlineMs: number; until: number }[] = []
  let limiter = start()
  let isOpen = 0
  const ask = async () => {
    const asked = clock.monotonic()
    const deadlineMs = random.pick([0, 1_000, 10_000, 90_000])
    isOpen += 1
    const result = await limiter.take({
      key: 'k',
      budget,
      priority: random.pick(['click', 'background']),
      deadlineMs,
      isOverBudgetAllowed: false,
    })
    isOpen -= 1
    const waited = clock.monotonic() - asked
    if (result.ok) {
      sent.push(clock.monotonic())
      waits.push({ waited, deadlineMs, until: 0 })
    } else {
      waits.push({ waited, deadlineMs, until: (result.error.until ?? 0) - clock.now() })
    }
  }
  for (let step = 0; step < 150; step += 1) {
    const burst = random.integer(0, 5)
    for (let n = 0; n < burst; n += 1) void ask()
    const nearly = random.integer(0, 900)
    await clock.pass(random.pick([0, 300, 5_000, 40_000, 400_000, MINUTE - nearly, HOUR - nearly]))
    if (isOpen === 0 && random.chance(0.05)) {
      await limiter.flush()
      if (random.chance(0.5)) clock.setEpoch(clock.now() - random.integer(0, 10 * HOUR))
      limiter = start()
    }
  }
  await clock.pass(2 * MINUTE)
  return { budget, sent, waits, isOpen }
}

test(`in ${SEEDS} simulated days no minute and no hour sees more than its budget, no answer is withheld, no wait is longer than its window`, async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { budget, sent, waits, isOpen } = await simulate(seed)
    expect(isOpen, `seed ${seed}`).toBe(0)
    expect(sent.length, `seed ${seed}`).toBeGreaterThan(0)
    expect(fullest(sent, MINUTE), `minute, seed ${seed}`).toBeLessThanOrEqual(budget.perMinute)
    expect(fullest(sent, HOUR), `hour, seed ${seed}`).toBeLessThanOrEqual(budget.perHour)
    for (const { waited, deadlineMs, until } of waits) {
      expect(waited, `seed ${seed}`).toBeLessThanOrEqual(deadlineMs)
      expect(until, `seed ${seed}`).toBeLessThanOrEqual(HOUR + 1)
      expect(until, `seed ${seed}`).toBeGreaterThanOrEqual(0)
    }
  }
}, 120_000)

import { litemailBudget, litemailSpacing, type Spacing } from '../../../src/main/rules/plans'
import type { Clock } from '../../../src/main/upstream/clock'
import { createLimiter, type Limiter } from '../../../src/main/upstream/limiter'
import type { Ask } from '../../../src/main/upstream/verdict'
import type { randomFrom } from '../../support/random'
import { createFakeClock, type FakeClock } from './fakeClock'
import { answer } from './limiterRig'

export const litemailKey = 'https://api.litemail.app user 1'

/** What the service allows within one second and one minute, wherever they begin; or each from full to full. */
export interface Strictness {
  readonly kind: 'fixed' | 'sliding'
  readonly perSecond: number
  readonly perMinute: number
  /** Where its fixed windows begin, in milliseconds. */
  readonly phaseMs: number
}

/** How long requests are on their way: each one drawn between two times, in milliseconds. */
export interface Latency {
  readonly fromMs: number
  readonly toMs: number
}

/** A Litemail that counts, at the end of a network that carries one request faster than another. */
export function createCountingService(clock: FakeClock, strictness: Strictness) {
  const served: number[] = []
  const refused: number[] = []
  const isFull = (now: number, windowMs: number, most: number) => {
    const begin =
      strictness.kind === 'sliding'
        ? now - windowMs
        : now - ((now - strictness.phaseMs) % windowMs) - Number.EPSILON
    return served.filter((at) => at > begin).length >= most
  }
  return {
    served,
    refused,
    handle(): number {
      const now = clock.monotonic()
      const isOver = isFull(now, 1_000, strictness.perSecond) || isFull(now, 60_000, strictness.perMinute)
      ;(isOver ? refused : served).push(now)
      return isOver ? 429 : 200
    },
  }
}

export type CountingService = ReturnType<typeof createCountingService>

/** A limiter on simulated time whose timers fire up to `lateMs` late. */
export function createLitemailRig(random: ReturnType<typeof randomFrom>, lateMs = 0) {
  const time = createFakeClock()
  const clock: Clock = { ...time, sleep: (ms) => time.sleep(ms + random.integer(0, lateMs)) }
  const files = new Map<string, string>()
  const start = (): Limiter =>
    createLimiter({
      clock,
      random: random.next,
      kept: {
        load: async (key) => files.get(key) ?? null,
        save: async (key, json) => void files.set(key, json),
      },
    })
  const rig = {
    time,
    files,
    limiter: start(),
    async restart() {
      await rig.limiter.flush()
      rig.limiter = start()
    },
    ask: (ask: Partial<Ask> = {}): Ask => ({
      key: litemailKey,
      budget: litemailBudget,
      priority: 'background',
      deadlineMs: 600_000,
      isOverBudgetAllowed: false,
      spacing: litemailSpacing,
      ...ask,
    }),
    /** Reads so many pages with some requests at once, each page until it is served; answers how long that took. */
    async readPages(
      service: CountingService,
      pages: number,
      how: { lanes: number; latency: Latency; spacing?: Spacing },
    ): Promise<number> {
      let left = pages
      const begun = time.monotonic()
      const travel = () => time.sleep(random.integer(how.latency.fromMs, how.latency.toMs))
      const read = async (): Promise<void> => {
        const slot = await rig.limiter.take(rig.ask(how.spacing && { spacing: how.spacing }))
        if (!slot.ok) throw new Error(`refused until ${slot.error.until}`)
        await travel()
        const status = service.handle()
        await travel()
        rig.limiter.learn(litemailKey, answer(status), slot.value)
        if (status === 429) await read()
      }
      let end = 0
      const lane = async () => {
        while (left > 0) {
          left -= 1
          await read()
          end = time.monotonic()
        }
      }
      let isDone = false
      const all = Promise.all(Array.from({ length: how.lanes }, lane)).then(() => {
        isDone = true
      })
      while (!isDone) await time.pass(1_000)
      await all
      return end - begun
    },
  }
  return rig
}

import { expect } from 'vitest'
import type { Exchange } from '../../../src/main/upstream/exchange'
import { createLimiter, type Limiter, type LimiterPorts } from '../../../src/main/upstream/limiter'
import type { Ask } from '../../../src/main/upstream/verdict'
import { createFakeClock, type FakeClock } from './fakeClock'

export const MINUTE = 60_000
export const HOUR = 3_600_000
export const key = 'https://like.do 1'
export const budget = { perHour: 10, perMinute: 4 }

/** A limiter of a small budget, on a clock and a store of its own. */
export interface Rig {
  readonly clock: FakeClock
  /** What is kept over restarts, by key. */
  readonly files: Map<string, string>
  limiter: Limiter
  /** A new limiter over the same clock and store. */
  restart(kept?: LimiterPorts['kept']): void
  /** A click that may not wait, where `ask` says nothing else. */
  ask(ask?: Partial<Ask>): Ask
  /** Such a request. */
  take(ask?: Partial<Ask>): ReturnType<Limiter['take']>
  /** So many, all of which have to go. */
  takeMany(count: number, ask?: Partial<Ask>): Promise<void>
  used(): Promise<number>
}

export function createRig(): Rig {
  const clock = createFakeClock()
  const files = new Map<string, string>()
  const inMemory: LimiterPorts['kept'] = {
    load: async (name) => files.get(name) ?? null,
    save: async (name, json) => void files.set(name, json),
  }
  const start = (kept: LimiterPorts['kept']) => createLimiter({ clock, random: () => 0.5, kept })
  const rig: Rig = {
    clock,
    files,
    limiter: start(inMemory),
    restart(kept = inMemory) {
      rig.limiter = start(kept)
    },
    ask: (ask = {}) => ({
      key,
      budget,
      priority: 'click',
      deadlineMs: 0,
      isOverBudgetAllowed: false,
      ...ask,
    }),
    take: (ask) => rig.limiter.take(rig.ask(ask)),
    async takeMany(count, ask = {}) {
      for (let n = 0; n < count; n += 1) expect((await rig.take(ask)).ok).toBe(true)
    },
    used: async () => (await rig.limiter.usage(key, budget)).used,
  }
  return rig
}

export const answer = (status: number, headers: Record<string, string> = {}): Exchange => ({
  kind: 'answer',
  status,
  headers,
  body: '',
})

export const refused = (by: 'mailroom' | 'service', until: number) => ({
  ok: false,
  error: { kind: 'rate-limited', by, until },
})

import type { Clock } from '../../../src/main/upstream/clock'

/** Time that passes only when told to; `epoch` may be set back and forth like the clock of a computer. */
export interface FakeClock extends Clock {
  /** Lets time pass; whoever sleeps wakes at the right moment, and what follows from it happens. */
  pass(ms: number): Promise<void>
  setEpoch(now: number): void
}

export const START = Date.UTC(2025, 10, 18, 14, 0, 0)

const settle = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate)
}

export function createFakeClock(): FakeClock {
  let monotonic = 5_000_000
  let shift = START - monotonic
  let sleepers: { at: number; wake: () => void }[] = []
  const goTo = (at: number) => {
    monotonic = Math.max(monotonic, at)
  }
  return {
    now: () => monotonic + shift,
    monotonic: () => monotonic,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: monotonic + ms, wake })),
    async pass(ms) {
      const end = monotonic + ms
      await settle()
      for (;;) {
        const next = sleepers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
        if (next === undefined) break
        sleepers = sleepers.filter((sleeper) => sleeper !== next)
        goTo(next.at)
        next.wake()
        await settle()
      }
      goTo(end)
    },
    setEpoch(now) {
      shift = now - monotonic
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'

/** Time, as whoever measures it wants it. */
export interface Clock {
  /** Epoch milliseconds: what a user and a file call now. Jumps when the clock is set. */
  now(): number
  /** Milliseconds from an unknown start, never backwards. */
  monotonic(): number
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms) => sleep(ms),
}

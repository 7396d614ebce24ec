import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits for a step of the end of Mailroom, at most `ms` milliseconds: answers whether it came to its end by then. One that
 * fails has ended, too, and is reported. Never rejects.
 */
export async function endsWithin(
  ms: number,
  step: () => Promise<unknown>,
  onFault: (cause: unknown) => void = () => undefined,
): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false)
  const ended = Promise.resolve()
    .then(step)
    .catch(onFault)
    .then(() => true)
  const isInTime = await Promise.race([ended, late])
  timer.abort()
  return isInTime
}

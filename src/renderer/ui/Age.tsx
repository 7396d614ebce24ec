import { useSyncExternalStore } from 'react'
import { ageText, moment } from '../../shared/text/window/time'

const MINUTE = 60_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

function followMinutes(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    now = Date.now()
    timer = setInterval(() => {
      now = Date.now()
      for (const each of listeners) each()
    }, MINUTE)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time of the last whole tick: one clock for everything that tells an age. */
export const useNow = () => useSyncExternalStore(followMinutes, () => now)

/**
 * The time as it is: what was just read is newer than the last tick, and seems to lie in the future only where the clock
 * was moved. Draws anew with each tick.
 */
export function useExactNow(): number {
  useNow()
  return Date.now()
}

/** How long ago something was; the moment itself when pointed at. */
export function Age({ at }: { readonly at: number }) {
  const tick = useNow()
  // A row that is younger than the last tick is new, not from the future.
  return (
    <time dateTime={new Date(at).toISOString()} title={moment(at)}>
      {ageText(at, Math.max(tick, at))}
    </time>
  )
}

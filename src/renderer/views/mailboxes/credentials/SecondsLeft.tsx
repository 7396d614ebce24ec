import { useSyncExternalStore } from 'react'

/** Those that count, all at the same moment: a gauge and the figure beside it never differ. */
const counting = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function eachSecond(count: () => void): () => void {
  counting.add(count)
  timer ??= setInterval(() => {
    for (const one of counting) one()
  }, 1_000)
  return () => {
    counting.delete(count)
    if (counting.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Whole seconds until a moment of epoch time; drawn anew each second. */
export const useSecondsLeft = (until: number): number =>
  useSyncExternalStore(eachSecond, () => Math.max(0, Math.ceil((until - Date.now()) / 1_000)))

interface SecondsLeftProps {
  readonly until: number
  readonly words: (seconds: number) => string
  readonly name?: string
}

/** The same in words; nobody is interrupted by it each second. */
export const SecondsLeft = ({ until, words, name }: SecondsLeftProps) => {
  const seconds = useSecondsLeft(until)
  return (
    <span role="timer" aria-live="off" aria-label={name} className="whitespace-nowrap tabular-nums">
      {words(seconds)}
    </span>
  )
}

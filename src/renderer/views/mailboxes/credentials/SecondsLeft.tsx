import { useEffect, useState } from 'react'

/** Whole seconds until a moment of epoch time; drawn anew each second. */
export function useSecondsLeft(until: number): number {
  const [, setTicks] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((until - Date.now()) / 1_000))
}

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

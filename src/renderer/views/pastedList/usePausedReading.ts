import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'

const PAUSE = 200

export interface PausedReading<T> {
  /** What main made of an earlier or of this question; null before its first answer. */
  readonly read: Result<T, AppError> | null
  /** It is of the question as it stands. */
  readonly isCurrent: boolean
}

/** Has main read what is typed, with every pause. `question`: all that the answer depends on; null: nothing is asked. */
export function usePausedReading<T>(
  question: string | null,
  ask: () => Promise<Result<T, AppError>>,
): PausedReading<T> {
  const [answer, setAnswer] = useState<{ question: string; read: Result<T, AppError> } | null>(null)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    if (question === null) return
    let isWanted = true
    const wait = setTimeout(async () => {
      const read = await latest.current()
      if (isWanted) setAnswer({ question, read })
    }, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(wait)
    }
  }, [question])
  return { read: answer?.read ?? null, isCurrent: answer !== null && answer.question === question }
}

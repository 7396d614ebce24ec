import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { call } from '../../bridge'

const PAUSE = 200

export interface ListReading {
  /** What main made of an earlier or of this text; null before its first answer. */
  readonly read: Result<Output<'batches.read'>, AppError> | null
  /** It is of the text as it stands. */
  readonly isCurrent: boolean
}

/** Has main read a pasted list while it is typed. */
export function useListedLines(text: string, accountId: string, domain: string, again: number): ListReading {
  const question = JSON.stringify([text, accountId, domain, again])
  const [answer, setAnswer] = useState<{
    question: string
    read: Result<Output<'batches.read'>, AppError>
  } | null>(null)
  useEffect(() => {
    let isWanted = true
    const wait = setTimeout(async () => {
      const read = await call('batches.read', {
        text,
        ...(accountId === '' ? {} : { accountId }),
        ...(domain === '' ? {} : { domain }),
      })
      if (isWanted) setAnswer({ question, read })
    }, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(wait)
    }
  }, [question, text, accountId, domain])
  return { read: answer?.read ?? null, isCurrent: answer?.question === question }
}

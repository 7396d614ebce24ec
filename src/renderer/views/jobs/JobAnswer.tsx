import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { jobsText as text } from '../../../shared/text/window/jobs'
import { call } from '../../bridge'
import { useTopics } from '../../state/useTopics'
import { Problem } from '../../ui/Problem'
import { AnswerLinkPart } from '../operations/read/AnswerLinkPart'
import { AnswerRows } from '../operations/read/AnswerRows'

const TOPICS = ['jobs'] as const

interface JobAnswerProps {
  readonly id: string
  readonly title: string
  /** How many rows were answered: another number, another answer. */
  readonly isOf: number
  /** It is said where nothing is known of it. */
  readonly isGoneTold?: boolean
}

/** What the service answered to the last request of a job: a page to pay at, or rows. Nothing where that is not known any more. */
export function JobAnswer({ id, title, isOf, isGoneTold = false }: JobAnswerProps) {
  const [answer, setAnswer] = useState<Output<'jobs.answer'> | undefined>(undefined)
  const [error, setError] = useState<AppError | null>(null)
  const asked = useRef(id)
  asked.current = id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of answered rows has another answer
  const read = useCallback(async () => {
    const told = await call('jobs.answer', { id })
    if (asked.current !== id) return
    if (told.ok) setAnswer(told.value)
    setError(told.ok ? null : told.error)
  }, [id, isOf])
  useTopics(TOPICS, read)
  if (error !== null) return <Problem error={error} title={text.failed} context={{ service: 'litemail' }} />
  if (answer == null) {
    return answer === null && isGoneTold ? <p className="text-ink-soft">{text.answerGone}</p> : null
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h4 className="font-medium">{text.answer}</h4>
      {answer.link !== null && <AnswerLinkPart link={answer.link} />}
      {answer.payment !== null && (
        <p role="status" className="text-ink-soft">
          {text.payment[answer.payment]}
        </p>
      )}
      {answer.answer.message !== null && <p className="wrap-anywhere select-text">{answer.answer.message}</p>}
      {answer.answer.rows.length + answer.answer.beside.length > 0 && (
        <AnswerRows title={title} answer={answer.answer} />
      )}
    </div>
  )
}

import { useEffect, useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { Formatted } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'
import { call } from '../bridge'
import { MessageFrame } from './MessageFrame'
import type { Tell } from './MessagesPart'

/** A message as its sender formatted it, once its user asked for that. */
export function Formatting({ id, tell }: { readonly id: string; readonly tell: Tell }) {
  const [formatted, setFormatted] = useState<Formatted | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    let isGone = false
    void call('messages.html', { id }).then((read) => {
      if (isGone) return
      if (read.ok) setFormatted(read.value)
      setError(read.ok ? null : read.error)
    })
    return () => {
      isGone = true
    }
  }, [id, round])
  const again = () => setRound(round + 1)
  if (error !== null) return tell(error, { redo: again, redoAnyway: again })
  if (formatted === null) return <p className="text-ink-soft">{text.readingFormatting}</p>
  return (
    <>
      <p className="text-sm text-ink-soft">
        {text.formattingMeaning}
        {formatted.isCut && ` ${text.formattingCut}`}
      </p>
      <MessageFrame formatted={formatted} />
    </>
  )
}

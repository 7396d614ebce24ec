import { type ReactNode, useEffect } from 'react'
import { type OnDemandText, onDemandText } from '../../../../shared/text/window/credentials'
import { type Asked, type OnDemandStore, toldOf } from '../../../state/onDemand'
import { Age } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { AnswerRows } from './AnswerRows'

interface OnDemandAnswerProps<About extends Asked> {
  readonly store: OnDemandStore<About>
  readonly text: OnDemandText
  readonly about: About
  /** What else can be done, beside the button that asks. */
  readonly children?: ReactNode
}

/** What an operation tells of something, in the words of Litemail: what was kept of it, and the button that asks. */
export function OnDemandAnswer<About extends Asked>({
  store,
  text,
  about,
  children,
}: OnDemandAnswerProps<About>) {
  const { answer, error, keptError, isAsking } = toldOf(store.use(), about)
  const recall = () => void store.recall(about)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each, not each time that it is read again
  useEffect(recall, [about.id])
  const read = () => void store.read(about)
  const context = { service: 'litemail', accountId: about.accountId, operation: store.operation } as const
  return (
    <>
      {error !== null && <Problem error={error} title={text.failed} context={{ ...context, redo: read }} />}
      {keptError !== null && (
        <Problem error={keptError} title={onDemandText.keptFailed} context={{ ...context, redo: recall }} />
      )}
      <p role="status" className="text-sm text-ink-soft empty:sr-only">
        {answer !== null && (
          <>
            {onDemandText.answered} <Age at={answer.at} />
          </>
        )}
      </p>
      {answer === null ? (
        error === null && keptError === null && <p className="text-pretty text-ink-soft">{text.lead}</p>
      ) : (
        <AnswerRows title={text.title} answer={answer.answer} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button data-asks isPending={isAsking} onPress={read}>
          {answer === null ? text.read : text.again}
        </Button>
        {children}
      </div>
    </>
  )
}

import { type ReactNode, useEffect } from 'react'
import { type OnDemandText, onDemandText } from '../../../../shared/text/window/credentials'
import type { Asked, OnDemandStore } from '../../../state/onDemand'
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
  const { aboutId, answer, error, isAsking } = store.use()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each, not each time that it is read again
  useEffect(() => void store.recall(about), [about.id])
  const read = () => void store.read(about)
  const told = aboutId === about.id ? answer : null
  return (
    <>
      {error !== null && (
        <Problem
          error={error}
          title={text.failed}
          context={{
            ...{ service: 'litemail', accountId: about.accountId, operation: store.operation },
            redo: read,
          }}
        />
      )}
      <p role="status" className="text-sm text-ink-soft empty:sr-only">
        {told !== null && (
          <>
            {onDemandText.answered} <Age at={told.at} />
          </>
        )}
      </p>
      {told === null ? (
        error === null && <p className="text-pretty text-ink-soft">{text.lead}</p>
      ) : (
        <AnswerRows title={text.title} answer={told.answer} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button data-asks isPending={isAsking} onPress={read}>
          {told === null ? text.read : text.again}
        </Button>
        {children}
      </div>
    </>
  )
}

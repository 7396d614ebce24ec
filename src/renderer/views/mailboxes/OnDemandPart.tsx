import { useEffect, useId } from 'react'
import type { Mailbox } from '../../../shared/mailbox'
import { type OnDemandText, onDemandText } from '../../../shared/text/window/credentials'
import type { OnDemandStore } from '../../state/onDemand'
import { Age } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { AnswerRows } from '../operations/read/AnswerRows'

interface OnDemandPartProps {
  readonly store: OnDemandStore
  readonly text: OnDemandText
  readonly mailbox: Mailbox
}

/** What an operation tells of a mailbox, in the words of Litemail, asked for on a press. */
export function OnDemandPart({ store, text, mailbox }: OnDemandPartProps) {
  const title = useId()
  const { mailboxId, answer, error, isAsking } = store.use()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each mailbox, not each time that it is read again
  useEffect(() => void store.recall(mailbox), [mailbox.id])
  const read = () => void store.read(mailbox)
  const told = mailboxId === mailbox.id ? answer : null
  return (
    <section
      aria-labelledby={title}
      aria-busy={isAsking}
      className="flex flex-col gap-3 border-t border-line pt-4"
    >
      <h3 id={title} className="font-semibold">
        {text.title}
      </h3>
      {error !== null && (
        <Problem
          error={error}
          title={text.failed}
          context={{
            ...{ service: 'litemail', accountId: mailbox.accountId, operation: store.operation },
            redo: read,
          }}
        />
      )}
      {told === null ? (
        error === null && <p className="text-pretty text-ink-soft">{text.lead}</p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">
            {onDemandText.answered} <Age at={told.at} />
          </p>
          <AnswerRows title={text.title} answer={told.answer} />
        </>
      )}
      <div>
        <Button isPending={isAsking} onPress={read}>
          {told === null ? text.read : text.again}
        </Button>
      </div>
    </section>
  )
}

import { useEffect, useId } from 'react'
import type { Mailbox } from '../../../shared/mailbox'
import { warmupText } from '../../../shared/text/window/credentials'
import { readWarmup, recallWarmup, useWarmup } from '../../state/warmup'
import { Age } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { AnswerRows } from '../operations/read/AnswerRows'

/** How warm a mailbox is, in the words of Litemail, asked for on a press. */
export function WarmupPart({ mailbox }: { readonly mailbox: Mailbox }) {
  const title = useId()
  const { mailboxId, answer, error, isAsking } = useWarmup()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each mailbox, not each time that it is read again
  useEffect(() => void recallWarmup(mailbox), [mailbox.id])
  const read = () => void readWarmup(mailbox)
  const told = mailboxId === mailbox.id ? answer : null
  return (
    <section
      aria-labelledby={title}
      aria-busy={isAsking}
      className="flex flex-col gap-3 border-t border-line pt-4"
    >
      <h3 id={title} className="font-semibold">
        {warmupText.title}
      </h3>
      {error !== null && (
        <Problem
          error={error}
          title={warmupText.failed}
          context={{
            ...{ service: 'litemail', accountId: mailbox.accountId, operation: 'mailboxes.warmup' },
            redo: read,
          }}
        />
      )}
      {told !== null && (
        <>
          <p className="text-sm text-ink-soft">
            {warmupText.answered} <Age at={told.at} />
          </p>
          <AnswerRows title={warmupText.title} answer={told.answer} />
        </>
      )}
      {told === null && error === null && <p className="text-ink-soft">{warmupText.lead}</p>}
      <div>
        <Button isPending={isAsking} onPress={read}>
          {told === null ? warmupText.read : warmupText.again}
        </Button>
      </div>
    </section>
  )
}

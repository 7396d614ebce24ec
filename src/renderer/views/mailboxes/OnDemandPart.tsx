import { useId } from 'react'
import type { Mailbox } from '../../../shared/mailbox'
import type { OnDemandText } from '../../../shared/text/window/credentials'
import type { OnDemandStore } from '../../state/onDemand'
import { OnDemandAnswer } from '../operations/read/OnDemandAnswer'

interface OnDemandPartProps {
  readonly store: OnDemandStore<Mailbox>
  readonly text: OnDemandText
  readonly mailbox: Mailbox
}

/** What an operation tells of a mailbox, in the words of Litemail, asked for on a press. */
export function OnDemandPart({ store, text, mailbox }: OnDemandPartProps) {
  const title = useId()
  const isAsking = store.use((state) => state.isAsking)
  return (
    <section
      aria-labelledby={title}
      aria-busy={isAsking}
      className="flex flex-col gap-3 border-t border-line pt-4"
    >
      <h3 id={title} className="font-semibold">
        {text.title}
      </h3>
      <OnDemandAnswer store={store} text={text} about={mailbox} />
    </section>
  )
}

import type { Mailbox } from '../../../shared/mailbox'
import type { OnDemandText } from '../../../shared/text/window/credentials'
import { type OnDemandStore, toldOf } from '../../state/onDemand'
import { Section } from '../list/details/Section'
import { OnDemandAnswer } from '../operations/read/OnDemandAnswer'

interface OnDemandPartProps {
  readonly store: OnDemandStore<Mailbox>
  readonly text: OnDemandText
  readonly mailbox: Mailbox
}

/** What an operation tells of a mailbox, in the words of Litemail, asked for on a press. */
export function OnDemandPart({ store, text, mailbox }: OnDemandPartProps) {
  const isAsking = store.use((told) => toldOf(told, mailbox).isAsking)
  return (
    <Section title={text.title} isBusy={isAsking}>
      <OnDemandAnswer store={store} text={text} about={mailbox} />
    </Section>
  )
}

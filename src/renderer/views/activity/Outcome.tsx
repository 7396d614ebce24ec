import { Ban, Check, CircleDashed, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { JournalState, Written } from '../../../shared/activity'
import { activityText } from '../../../shared/text/window/activity'
import { looksIn, outcomeOf, outcomeWords } from '../../../shared/text/window/activityRow'
import { classes } from '../../ui/classes'
import { Spinner } from '../../ui/Spinner'

const looks: Readonly<Record<JournalState, readonly [icon: ReactNode, ink: string]>> = {
  planned: [<CircleDashed key="icon" className="size-3.5" />, 'text-ink-soft'],
  sending: [<Spinner key="icon" />, 'text-ink-soft'],
  done: [<Check key="icon" className="size-3.5" strokeWidth={2.5} />, 'text-good-ink'],
  refused: [<Ban key="icon" className="size-3.5" />, 'text-danger-ink'],
  unconfirmed: [<TriangleAlert key="icon" className="size-3.5" />, 'text-warn-ink'],
  dropped: [<CircleDashed key="icon" className="size-3.5" />, 'text-ink-soft'],
}

const accepted = [<Check key="icon" className="size-3.5" />, 'text-ink-soft'] as const

/** How a creation of an address stands. */
export const Outcome = ({ state }: { readonly state: JournalState }) => (
  <Standing look={looks[state]} words={activityText.outcomes[state]} />
)

/** How a write at Litemail stands, and what says so. */
export function WriteOutcome({ row }: { readonly row: Written }) {
  const outcome = outcomeOf(row)
  return (
    <>
      <Standing
        look={outcome === 'accepted' ? accepted : looks[outcome]}
        words={outcomeWords(row, outcome)}
      />
      {outcome === 'accepted' && (
        <p className="text-sm text-ink-soft">
          {looksIn(row) === null ? activityText.notShown : activityText.notSeen}
        </p>
      )}
      {outcome === 'done' && row.evidence !== null && (
        <p className="text-sm text-ink-soft">
          {activityText.writeEvidence[row.confirmedAt === null ? row.evidence : 'read']}
        </p>
      )}
    </>
  )
}

/** What was done here and waited for nobody. */
export const Done = ({ words }: { readonly words: string }) => <Standing look={looks.done} words={words} />

/** What was found missing. */
export const Missing = ({ words }: { readonly words: string }) => (
  <Standing look={looks.unconfirmed} words={words} />
)

const Standing = ({
  look: [icon, ink],
  words,
}: {
  readonly look: (typeof looks)[JournalState]
  readonly words: string
}) => (
  <p className={classes('flex items-center gap-1.5', ink)}>
    <span className="shrink-0" aria-hidden="true">
      {icon}
    </span>
    {words}
  </p>
)

import { Ban, Check, CircleDashed, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ActivityOutcome, JournalState } from '../../../shared/activity'
import { activityText } from '../../../shared/text/window/activity'
import { classes } from '../../ui/classes'
import { Spinner } from '../../ui/Spinner'

const looks: Readonly<Record<ActivityOutcome, readonly [icon: ReactNode, ink: string]>> = {
  planned: [<CircleDashed key="icon" className="size-3.5" />, 'text-ink-soft'],
  sending: [<Spinner key="icon" />, 'text-ink-soft'],
  accepted: [<Check key="icon" className="size-3.5" />, 'text-ink-soft'],
  done: [<Check key="icon" className="size-3.5" strokeWidth={2.5} />, 'text-good-ink'],
  refused: [<Ban key="icon" className="size-3.5" />, 'text-danger-ink'],
  undone: [<CircleDashed key="icon" className="size-3.5" />, 'text-ink-soft'],
  unconfirmed: [<TriangleAlert key="icon" className="size-3.5" />, 'text-warn-ink'],
  dropped: [<CircleDashed key="icon" className="size-3.5" />, 'text-ink-soft'],
}

/** How a creation of an address stands. */
export const Outcome = ({ state }: { readonly state: JournalState }) => (
  <Standing look={state} words={activityText.outcomes[state]} />
)

interface StandingProps {
  readonly look: keyof typeof looks
  readonly words: string
}

/** How something stands, with the look of that. */
export function Standing({ look, words }: StandingProps) {
  const [icon, ink] = looks[look]
  return (
    <p className={classes('flex items-center gap-1.5', ink)}>
      <span className="shrink-0" aria-hidden="true">
        {icon}
      </span>
      {words}
    </p>
  )
}

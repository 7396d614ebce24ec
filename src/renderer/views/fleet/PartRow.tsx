import { Check, CircleDashed, CirclePause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FleetPart } from '../../../shared/litemail/fleet'
import { explain } from '../../../shared/text/errors'
import { fleetText } from '../../../shared/text/window/fleet'
import { refreshFleet } from '../../state/fleet'
import { stepContextOf } from '../../state/notices'
import { Spinner } from '../../ui/Spinner'
import { StepButton } from '../../ui/StepButton'

interface PartRowProps {
  /** Stands for others of which the same is to be said. */
  readonly part: FleetPart
  readonly name: string
  readonly place: string
  /** How fresh it is. */
  readonly words: string
}

/** A list of the fleet: how fresh it is, and what keeps it from being read, with what can be done about that. */
export function PartRow({ part, name, place, words }: PartRowProps) {
  const { accountId, problem, state } = part
  const explained = problem === null ? null : explain(problem, 'litemail')
  return (
    <li className="flex items-start gap-2.5 py-2">
      <span className="mt-0.5 shrink-0">{iconOf(part)}</span>
      <div className="min-w-0 flex-1 text-sm text-ink-soft">
        <p className="text-base wrap-anywhere">
          <span className="font-medium text-ink">{name}</span> {place}
        </p>
        <p>{words}</p>
        {(state === 'waiting' || state === 'paused') && <p>{fleetText.states[state]}</p>}
        {part.isIncomplete && <p>{fleetText.incomplete}</p>}
        {part.isHeaderIgnored && <p>{fleetText.headerIgnored}</p>}
        {explained !== null && (
          <p className="wrap-anywhere">
            <span className="text-warn-ink">{explained.reason}.</span> {explained.advice}
          </p>
        )}
      </div>
      {explained !== null && problem !== null && (
        <StepButton
          next={explained.next}
          context={stepContextOf(problem, {
            service: 'litemail',
            accountId,
            redo: () => void refreshFleet(accountId),
          })}
        />
      )}
    </li>
  )
}

function iconOf({ problem, state, at, isIncomplete, doubt }: FleetPart): ReactNode {
  if (state === 'reading') return <Spinner className="size-4 text-ink-soft" />
  if (problem !== null || isIncomplete || doubt !== null)
    return <TriangleAlert className="size-4 text-warn-ink" aria-hidden="true" />
  if (state === 'paused') return <CirclePause className="size-4 text-ink-soft" aria-hidden="true" />
  if (at === null) return <CircleDashed className="size-4 text-ink-soft" aria-hidden="true" />
  return <Check className="size-4 text-good-ink" aria-hidden="true" />
}

import { Check, CircleDashed, CirclePause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FleetNoun, FleetPart, FleetStatus } from '../../../shared/litemail/fleet'
import { explain } from '../../../shared/text/errors'
import { fleetStanding } from '../../../shared/text/fleet'
import { placeOf } from '../../../shared/text/fleetParts'
import { fleetText } from '../../../shared/text/window/fleet'
import { moment } from '../../../shared/text/window/time'
import { refreshFleet } from '../../state/fleet'
import { useExactNow } from '../../ui/Age'
import { Spinner } from '../../ui/Spinner'
import { StepButton } from '../../ui/StepButton'

interface FleetPartsProps {
  readonly status: FleetStatus
  readonly nouns: readonly FleetNoun[]
}

/** Each list that is read, with its age, and what failed of it in words with its next step. */
export function FleetParts({ status, nouns }: FleetPartsProps) {
  const parts = status.parts.filter(({ noun }) => nouns.includes(noun))
  return (
    <div className="flex flex-col gap-2 p-4">
      <h2 className="font-semibold">{fleetText.details}</h2>
      <p className="text-sm text-pretty text-ink-soft">{fleetText.detailsLead}</p>
      <PartList parts={parts} status={status} label={fleetText.details} />
    </div>
  )
}

interface PartListProps {
  readonly parts: readonly FleetPart[]
  readonly status: FleetStatus
  readonly label: string
}

/** What failed comes first: it is what somebody looks for. */
export const PartList = ({ parts, status, label }: PartListProps) => (
  <ul aria-label={label} className="divide-y divide-line select-text">
    {[...parts]
      .sort((one, other) => Number(one.problem === null) - Number(other.problem === null))
      .map((part) => (
        <Part key={`${part.accountId}/${part.noun}/${part.workspaceId}`} part={part} status={status} />
      ))}
  </ul>
)

function Part({ part, status }: { readonly part: FleetPart; readonly status: FleetStatus }) {
  const now = useExactNow()
  const { accountId, noun, at, problem, state } = part
  const { words } = fleetStanding({ ...status, parts: [part] }, [noun], { now })
  const explained = problem === null ? null : explain(problem, 'litemail')
  return (
    <li className="flex items-start gap-2.5 py-2">
      <span className="mt-0.5 shrink-0">{iconOf(part)}</span>
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          <span className="font-medium">{fleetText.nouns[noun]}</span>{' '}
          <span className="text-ink-soft">{placeOf(part, status.parts)}</span>
        </p>
        <p className="text-sm text-ink-soft" title={at === null ? undefined : moment(at)}>
          {words}
        </p>
        {(state === 'waiting' || state === 'paused') && (
          <p className="text-sm text-ink-soft">{fleetText.states[state]}</p>
        )}
        {part.isIncomplete && <p className="text-sm text-ink-soft">{fleetText.incomplete}</p>}
        {part.isHeaderIgnored && <p className="text-sm text-ink-soft">{fleetText.headerIgnored}</p>}
        {explained !== null && (
          <>
            <p className="text-sm wrap-anywhere text-warn-ink">{explained.reason}.</p>
            {explained.advice !== '' && <p className="text-sm wrap-anywhere">{explained.advice}</p>}
            <div className="mt-1.5">
              <StepButton
                next={explained.next}
                context={{ service: 'litemail', accountId, redo: () => void refreshFleet(accountId) }}
              />
            </div>
          </>
        )}
      </div>
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

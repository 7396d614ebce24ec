import type { FleetNoun, FleetStatus } from '../../../shared/litemail/fleet'
import { fleetStanding } from '../../../shared/text/fleet'
import { placeOf } from '../../../shared/text/fleetParts'
import { fleetText } from '../../../shared/text/window/fleet'
import { useExactNow } from '../../ui/Age'
import { PartRow } from './PartRow'

interface FleetPartsProps {
  readonly status: FleetStatus
  readonly nouns: readonly FleetNoun[]
}

/** Each list that is read, with its age. What failed comes first: it is what somebody looks for. */
export function FleetParts({ status, nouns }: FleetPartsProps) {
  const now = useExactNow()
  const parts = status.parts.filter(({ noun }) => nouns.includes(noun))
  return (
    <div className="flex flex-col gap-2 p-4">
      <h2 className="font-semibold">{fleetText.details}</h2>
      <p className="text-sm text-pretty text-ink-soft">{fleetText.detailsLead}</p>
      <ul aria-label={fleetText.details} className="divide-y divide-line select-text">
        {[...parts]
          .sort((one, other) => Number(one.problem === null) - Number(other.problem === null))
          .map((part) => (
            <PartRow
              key={`${part.accountId}/${part.noun}/${part.workspaceId}`}
              part={part}
              name={fleetText.nouns[part.noun]}
              place={placeOf(part, status.parts)}
              words={fleetStanding({ ...status, parts: [part] }, [part.noun], { now }).words}
            />
          ))}
      </ul>
    </div>
  )
}

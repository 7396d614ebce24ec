import { CloudOff } from 'lucide-react'
import type { FleetNoun } from '../../../shared/litemail/fleet'
import { fleetText } from '../../../shared/text/window/fleet'
import { Band } from '../../ui/Band'
import { FleetDoubts } from './FleetDoubts'
import { useFleetStanding } from './useFleetStanding'

/** What holds for all of a list of the fleet: that nobody was reached, and what has to be decided about it. */
export function FleetBands({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const isOffline = useFleetStanding(nouns)?.kind === 'offline'
  return (
    <>
      {isOffline && (
        <Band tone="plain" icon={<CloudOff className="size-4" />}>
          {fleetText.offline}
        </Band>
      )}
      <FleetDoubts nouns={nouns} />
    </>
  )
}

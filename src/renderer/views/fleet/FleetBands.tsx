import { CloudOff } from 'lucide-react'
import type { FleetNoun } from '../../../shared/litemail/fleet'
import { fleetStanding } from '../../../shared/text/fleet'
import { fleetText } from '../../../shared/text/window/fleet'
import { fleet } from '../../state/fleet'
import { useIsOnline } from '../../state/online'
import { useExactNow } from '../../ui/Age'
import { Band } from '../../ui/Band'
import { FleetDoubts } from './FleetDoubts'

/** What holds for all of a list of the fleet: that nobody was reached, and what has to be decided about it. */
export function FleetBands({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const status = fleet.use(({ data }) => data)
  const isOnline = useIsOnline()
  const now = useExactNow()
  const isOffline = status !== null && fleetStanding(status, nouns, { now, isOnline }).kind === 'offline'
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

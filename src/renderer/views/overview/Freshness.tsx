import type { FleetNoun } from '../../../shared/litemail/fleet'
import { fleetStanding } from '../../../shared/text/fleet'
import { fleet } from '../../state/fleet'
import { useIsOnline } from '../../state/online'
import { useExactNow } from '../../ui/Age'

/** How fresh the figures above are, and whether they are all there are. */
export function Freshness({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const status = fleet.use(({ data }) => data)
  const isOnline = useIsOnline()
  const now = useExactNow()
  if (status === null) return null
  const { words, isTroubled } = fleetStanding(status, nouns, { now, isOnline })
  return (
    <p className={isTroubled ? 'text-sm text-pretty text-warn-ink' : 'text-sm text-pretty text-ink-soft'}>
      {words}
    </p>
  )
}

import type { FleetNoun } from '../../../shared/litemail/fleet'
import { type FleetStanding, fleetStanding } from '../../../shared/text/fleet'
import { appInfo } from '../../state/app'
import { fleet } from '../../state/fleet'
import { useIsOnline } from '../../state/online'
import { useExactNow } from '../../ui/Age'

/** How fresh lists of these nouns are, as time goes on; null while nobody knows. */
export function useFleetStanding(nouns: readonly FleetNoun[]): FleetStanding | null {
  const status = fleet.use(({ data }) => data)
  // Sample data needs no network.
  const isDemo = appInfo.use(({ data }) => data?.isDemo === true)
  const isOnline = useIsOnline() || isDemo
  const now = useExactNow()
  return status === null ? null : fleetStanding(status, nouns, { now, isOnline })
}

import type { FleetPart } from '../../shared/litemail/fleet'
import { fleetText } from '../../shared/text/window/fleet'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { pace } from './pace'
import { followTopic } from './topics'

/** How old each list of the fleet is, what is being read of it, and what failed. */
export const fleet = createMirror(() => call('fleet.status', {}))

/** Every page that is read changes it. */
const refreshSoon = pace(fleet.refresh, 250)
followTopic('fleet', refreshSoon)
followTopic('litemail', refreshSoon)

/** Reads everything again, of one account or of all. */
export async function refreshFleet(accountId?: string): Promise<void> {
  const about = accountId === undefined ? {} : { accountId }
  const result = await call('fleet.refresh', about)
  if (!result.ok) {
    showError(result.error, { ...about, service: 'litemail', redo: () => void refreshFleet(accountId) })
  }
  await fleet.refresh()
}

/** The user says whether what a whole pass missed is gone. */
export async function decideFleet(part: FleetPart, areGone: boolean): Promise<void> {
  const { accountId, workspaceId, noun, doubt } = part
  const result = await call('fleet.decide', { accountId, workspaceId, noun, areGone })
  if (result.ok) showDone(fleetText.decided(areGone, doubt?.gone ?? 0, noun), 'fleet')
  else
    showError(result.error, {
      accountId,
      service: 'litemail',
      redo: () => void decideFleet(part, areGone),
    })
  await fleet.refresh()
}

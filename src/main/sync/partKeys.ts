import type { FleetNoun } from '../../shared/litemail/fleet'
import type { FleetPartRow, PartKey } from '../store/fleetRows'

/** What belongs to an account as a whole. */
export const ofAccount: readonly FleetNoun[] = ['user', 'workspaces', 'wallet']
/** What every workspace has of its own. */
export const ofWorkspace: readonly FleetNoun[] = ['mailboxes', 'domains', 'subscriptions', 'tags']

/**
 * The lists that an account has, read or not: of each workspace that is known, or of the primary one alone; one for all
 * workspaces where the service ignores which of them is asked about.
 */
export function partKeys(
  accountId: string,
  workspaceIds: readonly string[],
  parts: readonly FleetPartRow[],
): PartKey[] {
  const isIgnoredFor = (noun: FleetNoun) =>
    parts.some(
      (part) =>
        part.accountId === accountId && part.noun === noun && part.workspaceId === '' && part.isHeaderIgnored,
    )
  const known = workspaceIds.length === 0 ? [''] : workspaceIds
  return [
    ...ofAccount.map((noun) => ({ accountId, noun, workspaceId: '' })),
    ...ofWorkspace.flatMap((noun) =>
      (isIgnoredFor(noun) ? [''] : known).map((workspaceId) => ({ accountId, noun, workspaceId })),
    ),
  ]
}

import type { FleetPart } from '../../../shared/litemail/fleet'

/** The reading of one list that is under way, waits for its turn, or is paused; what outlives the process is in the store. */
export interface FleetReading {
  readonly state: Exclude<FleetPart['state'], 'resting'>
  readonly page: number | null
  readonly pages: number | null
}

/** By `partName`. */
export type FleetReadings = Map<string, FleetReading>

/** One name for each list of each account and workspace. */
export const partName = (part: {
  readonly accountId: string
  readonly noun: string
  readonly workspaceId: string
}): string => `${part.accountId} ${part.noun} ${part.workspaceId}`

import type { AppError } from '../../../shared/errors'
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

/** How the reading of an account came to its end. `paused`: it goes on from its place when what stands against it is over. */
export type FleetRunEnd = 'done' | 'paused' | 'stopped'

/** The reading of one account that is under way. */
export interface FleetRun {
  readonly keyGeneration: number
  /** At once, its place kept: Mailroom ends, the account is removed, or it got another key. */
  stop(): void
  /** What it has read to its end by now is read once more. False: it is past that. */
  repeat(): boolean
  /** Resolves when nothing of it is written any more. */
  readonly ended: Promise<FleetRunEnd>
}

export interface FleetRunReport {
  readonly accountId: string
  /**
   * Everything; what did not come to its end the last time; what a job may have changed; or the wallet, and how many rows the
   * lists have.
   */
  readonly what: 'lists' | 'rest' | 'written' | 'counts'
  readonly end: FleetRunEnd
  /** Why nothing more was asked of the account; null: everything was. */
  readonly problem: AppError | null
}

export interface FleetRuns {
  /** Those under way, by account. */
  readonly byAccount: Map<string, FleetRun>
  /** Mailroom is ending: none begins any more. */
  isClosed: boolean
  /** Hears of every end. */
  onEnd: ((report: FleetRunReport) => void) | null
  /** Hears of what was thrown in a reading: a bug, for the log. */
  readonly onFault: (cause: unknown) => void
}

export const createFleetRuns = (onFault: FleetRuns['onFault']): FleetRuns => ({
  byAccount: new Map(),
  isClosed: false,
  onEnd: null,
  onFault,
})

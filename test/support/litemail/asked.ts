import type { Answer } from '../loopback/answer'
import type { ServedRequest } from '../loopback/served'
import type { Holdings } from './records'
import type { Switches } from './switches'

/** A request that is let in: whose, for which workspace, and how answers look. */
export interface Asked {
  /** The id in the path. */
  readonly id: string | null
  readonly request: ServedRequest
  readonly holdings: Holdings
  /** Null: all of them. */
  readonly workspaceId: string | null
  readonly switches: Switches
  /** Counts the requests to this service. */
  readonly asked: number
  readonly refuse: (status: number, message: string) => Answer
}

/** Whether a row is of the workspace that is asked about. */
export const inWorkspace = ({ workspaceId }: Asked) => {
  return (row: { readonly workspaceId: string }) => workspaceId === null || row.workspaceId === workspaceId
}

import type { Inputs } from '../../upstream/mappedRequest'

/** A job whose rows are being sent. */
export interface RunningJob {
  /** Nothing more of it is sent; what is on its way comes to its end. */
  stop(): void
  /** Resolves when nothing of it is written any more. Never rejects. */
  readonly ended: Promise<void>
}

/** Jobs as far as they are not in the store. */
export interface Jobs {
  readonly running: Map<string, RunningJob>
  /** Inputs that are secrets, by job: they outlive neither Mailroom nor their job, and stand nowhere else. */
  readonly secrets: Map<string, Inputs>
  /** Hears of what was thrown in a job: a bug, for the log. */
  readonly onFault: (cause: unknown) => void
}

export const createJobs = (onFault: Jobs['onFault']): Jobs => ({
  running: new Map(),
  secrets: new Map(),
  onFault,
})
